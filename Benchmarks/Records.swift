/// The learning record: attendance by file and by class, progress, credentials.
struct Records {
  let yard: Yard
  /// Cohorts of a thousand students, a hundred sessions each.
  let cohorts: Int

  /// Cohorts of the three sizes, and the database that each is left in.
  private var sizes: [(cohorts: Int, database: String)] {
    [(max(cohorts / 100, 1), "hundredth"), (max(cohorts / 10, 1), "tenth"), (cohorts, "records")]
  }

  /// The databases of the three sizes are left behind.
  func compare(_ tell: Tell) throws {
    try growing("a line", tell) { try attendance(cohorts: $0.cohorts, database: $0.database) }
    tell(try take())
    try progress(tell)
    let issued = try credentials()
    tell(issued)
    try signing(of: issued, tell)
  }

  /// Measures each size, and notes beside each but the first what one of its rows takes beside those of the size before.
  private func growing(
    _ row: String, _ tell: Tell, _ measure: ((cohorts: Int, database: String)) throws -> Comparison
  ) throws {
    var before: (cohorts: Int, seconds: Double)?
    for size in sizes {
      var comparison = try measure(size)
      let seconds = Comparison.median(comparison.own)
      if let before {
        let more = Double(size.cohorts) / Double(before.cohorts)
        let growth = seconds / before.seconds / more
        comparison.note =
          "\(row) takes \(growth.text(2)) × what it takes with a \(more.text(0))th of the data"
      }
      before = (size.cohorts, seconds)
      tell(comparison)
    }
  }

  private func attendance(cohorts: Int, database: String) throws -> Comparison {
    try yard.clone("luban", as: "before")
    try yard.script("records_ground", in: "before", ["cohorts": String(cohorts)])
    let file = try yard.file("attendance-\(cohorts).csv", from: "attendance_file", in: "before", [:])
    let rows = cohorts * 100_000
    let comparison = try Comparison(
      "attendance import, \(rows.grouped) rows", runs: rows > 2_000_000 ? 1 : 3, goal: 0.9,
      own: yard.luban("attendance", "import", file, "--timeout", "1h", "--quiet", on: database),
      floor: yard.psql("-f", Yard.path("attendance_floor"), on: "floor", input: file)
    ) {
      try yard.clone("before", as: database)
      try yard.clone("before", as: "floor")
      try yard.script("no_triggers", in: "floor")
      try yard.sql("checkpoint", in: "postgres")
    }
    try yard.sql("vacuum analyze", "checkpoint", in: database)
    try yard.sql("drop database before", "drop database floor", in: "postgres")
    return comparison
  }

  /// A class of 30, beside the same call in psql, and beside a command and a connection that do nothing.
  private func take() throws -> Comparison {
    try yard.clone("hundredth", as: "thirty")
    try yard.sql(
      """
      set session_replication_role = replica;
      delete from luban.attendance;
      delete from luban.enrollment e using luban.student s
      where (s.workshop_id, s.id) = (e.workshop_id, e.student_id) and s.number > 30;
      """, "vacuum analyze", in: "thirty")
    let classes = try yard.value(
      """
      select string_agg(code, ' ') from (
        select luban.shown_class(workshop_id, id) as code from luban.class order by workshop_id, id limit 2) c
      """, in: "thirty"
    ).split(separator: " ").map(String.init)
    let others = classes[1].split(separator: "/")
    let days = try yard.value(
      "select string_agg(distinct held_on::text, ' ') from luban.session", in: "thirty")
    var (taking, asking): ([Double], [Double]) = ([], [])
    var (idle, connecting, alone): ([Double], [Double], [Double]) = ([], [], [])
    for day in days.split(separator: " ").map(String.init) {
      taking.append(
        try yard.luban(
          "attendance", "take", classes[0], "--on", day, "--absent", "S-3,S-7", "--late", "S-9", "--quiet",
          on: "thirty"
        ).run().seconds)
      asking.append(
        try yard.psql(
          "-v", "cohort=\(others[0])", "-v", "course=\(others[1])", "-v", "day=\(day)", "-f",
          Yard.path("take_floor"), on: "thirty"
        ).run().seconds)
      idle.append(try Trial(words: [yard.luban, "version"]).run().seconds)
      connecting.append(try yard.psql("-c", "select 1", on: "thirty").run().seconds)
      alone.append(try Trial(words: [yard.psql, "--version"]).run().seconds)
    }
    /// Milliseconds above a program of the same kind that does nothing, and a connection.
    func above(_ seconds: [Double], _ nothing: [Double]) -> String {
      let connections = zip(connecting, alone).map { $0 - $1 }
      return (Comparison.median(zip(zip(seconds, nothing), connections).map { $0.0 - $0.1 - $1 }) * 1000)
        .text(1)
    }
    return Comparison(
      name: "attendance of a class of 30 / the same function in psql", own: taking, floor: asking,
      note: "\(above(taking, idle)) ms above `luban version` and a connection (goal: 2 ms); "
        + "\(above(asking, alone)) ms psql above the same")
  }

  private func progress(_ tell: Tell) throws {
    let columns = "cohort,student,name,state,parts,done,missing,key"
    func listing(_ name: String, runs: Int, _ database: String, cohort: String) throws -> Comparison {
      let chosen = cohort.isEmpty ? [] : ["--cohort", cohort]
      return try Comparison(
        name, runs: runs, goal: 1.1,
        own: yard.luban(
          ["progress", "--as-of", "2025-12-20", "--format", "csv", "--timeout", "1h", "--columns", columns]
            + chosen, on: database),
        floor: yard.psql("-v", "cohort=\(cohort)", "-f", Yard.path("progress_floor"), on: database))
    }
    var ofOne = try sizes.map { size in
      let cohort = try yard.value(
        "select min(code) from luban.cohort where code like '%-RECORD-%'", in: size.database)
      return try listing(
        "progress of a cohort of 1,000, in \((size.cohorts * 1000).grouped) students", runs: 7,
        size.database, cohort: cohort)
    }
    let growth = Comparison.median(ofOne[2].own) / Comparison.median(ofOne[1].own)
    ofOne[2].note = "\(growth.text(2)) × such a cohort with a tenth of the data (goal: 1.2 ×)"
    ofOne.forEach(tell)
    try growing("a student", tell) { size in
      try listing(
        "progress of \((size.cohorts * 1000).grouped) students in one listing", runs: 3, size.database,
        cohort: "")
    }
  }

  /// Ten cohorts of graduates, issued one after the other.
  private func credentials() throws -> Comparison {
    try yard.clone("records", as: "ground")
    try yard.sql(
      """
      set session_replication_role = replica;
      update luban.enrollment set state = 'completed', state_on = '2025-12-20';
      insert into luban.enrollment_event (workshop_id, enrollment_id, nth, from_state, to_state, effective_on)
      select workshop_id, id, 2, 'enrolled', 'completed', '2025-12-20' from luban.enrollment;
      """, "vacuum analyze", in: "ground")
    let codes = try yard.value(
      """
      select string_agg(code, ' ' order by code) from (
        select code from luban.cohort where code like '%-RECORD-%' order by code limit 10) c
      """, in: "ground")
    let script = codes.split(separator: " ").map { code in
      "'\(yard.luban)' credential issue --all --cohort \(code) --on 2026-01-10 --quiet "
        + "--dsn 'host=\(yard.socket) user=luban dbname=own'"
    }.joined(separator: " && ")
    let comparison = try Comparison(
      "credentials for \(min(cohorts, 10) * 1000) graduates / the same function in psql", runs: 1, goal: 1.2,
      own: Trial(words: ["/bin/sh", "-c", script]),
      floor: yard.psql("-f", Yard.path("credential_floor"), on: "floor")
    ) {
      try yard.clone("ground", as: "own")
      try yard.clone("ground", as: "floor")
      try yard.sql("checkpoint", in: "postgres")
    }
    return comparison
  }

  /// The same ten cohorts signed by one key, and a thousand certificates of one of them as pages.
  private func signing(of issued: Comparison, _ tell: Tell) throws {
    let count = min(cohorts, 10) * 1000
    let body = try yard.value("select code from luban.partner order by id limit 1", in: "own")
    let key = "\(yard.folder)/key.pem"
    _ = try yard.luban("credential", "key", "make", "--body", body, "--out", key, "--quiet", on: "own").run()
    let signing = try yard.luban(
      "credential", "sign", "--key", key, "--timeout", "1h", "--quiet", on: "own"
    ).run()
    tell(
      Comparison(
        name: "\(count.grouped) certificates issued and signed / issued",
        own: issued.own.map { $0 + signing.seconds }, floor: issued.own, peakMemory: signing.peakMemory,
        goal: 1.3))
    let cohort = try yard.value("select min(code) from luban.cohort where code like '%-RECORD-%'", in: "own")
    let pages = try yard.luban(
      "credential", "print", "--cohort", cohort, "--format", "html", "--output", "\(yard.folder)/pages/",
      on: "own"
    ).run()
    tell(
      Comparison(
        name: "1,000 signed certificates as pages of HTML", own: [pages.seconds],
        peakMemory: pages.peakMemory,
        note: "\(pages.seconds.text(1)) ms a page (goal: 5 ms)"))
  }
}
