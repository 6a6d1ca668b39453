/// The learning record: attendance by file and by class, progress, credentials.
struct Records {
  let yard: Yard
  /// Cohorts of a thousand students, a hundred sessions each.
  let cohorts: Int

  /// The database `records` is left behind.
  func compare() throws -> [Comparison] {
    let small = try attendance(cohorts: max(cohorts / 10, 1), database: "tenth")
    let large = try attendance(cohorts: cohorts, database: "records")
    return [small, noting(large, beside: small)] + [try take()] + (try progress()) + [try credentials()]
  }

  private func noting(_ large: Comparison, beside small: Comparison) -> Comparison {
    let growth = Comparison.median(large.own) / Comparison.median(small.own)
    let more = Double(cohorts) / Double(max(cohorts / 10, 1))
    var large = large
    large.note = "a line takes \((growth / more).text(2)) × what it takes in a file of a tenth"
    return large
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
      try yard.script("attendance_keys", in: "floor")
      try yard.sql("checkpoint", in: "postgres")
    }
    try yard.sql("vacuum analyze", "checkpoint", in: database)
    try yard.sql("drop database before", "drop database floor", in: "postgres")
    return comparison
  }

  /// A class of 30, beside a command that does nothing and a connection that is used for nothing.
  private func take() throws -> Comparison {
    try yard.clone("tenth", as: "thirty")
    try yard.sql(
      """
      set session_replication_role = replica;
      delete from luban.attendance;
      delete from luban.enrollment e using luban.student s
      where (s.workshop_id, s.id) = (e.workshop_id, e.student_id) and s.number > 30;
      """, "vacuum analyze", in: "thirty")
    let taught = try yard.value(
      "select luban.shown_class(workshop_id, id) from luban.class order by workshop_id, id limit 1",
      in: "thirty")
    let days = (0..<10).map {
      "2026-\(["09-01", "09-08", "09-15", "09-22", "09-29", "10-06", "10-13", "10-20", "10-27", "11-03"][$0])"
    }
    var (taking, idle, connecting, alone): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
    for day in days {
      taking.append(
        try yard.luban(
          "attendance", "take", taught, "--on", day, "--absent", "S-3,S-7", "--late", "S-9", "--quiet",
          on: "thirty"
        ).run().seconds)
      idle.append(try Trial(words: [yard.luban, "version"]).run().seconds)
      connecting.append(try yard.psql("-c", "select 1", on: "thirty").run().seconds)
      alone.append(try Trial(words: [yard.psql, "--version"]).run().seconds)
    }
    let rest = zip(zip(taking, idle), zip(connecting, alone)).map { $0.0 - $0.1 - ($1.0 - $1.1) }
    return Comparison(
      name: "attendance of a class of 30", own: taking,
      note:
        "\((Comparison.median(rest) * 1000).text(1)) ms above `luban version` and a connection (goal: 2 ms)")
  }

  private func progress() throws -> [Comparison] {
    let cohort = try yard.value(
      "select code from luban.cohort where code like '%-RECORD-%' order by code limit 1", in: "records")
    func one(_ database: String, _ name: String) throws -> Comparison {
      try Comparison(
        name, runs: 7, goal: 1.1,
        own: yard.luban(
          "progress", "--cohort", cohort, "--as-of", "2026-12-20", "--format", "csv", "--columns",
          "cohort,student,name,state,parts,done,missing,key", on: database),
        floor: yard.psql("-v", "cohort=\(cohort)", "-f", Yard.path("progress_floor"), on: database))
    }
    let all = try Comparison(
      "progress of \((cohorts * 1000).grouped) students in one listing", runs: 3, goal: 1.1,
      own: yard.luban(
        "progress", "--as-of", "2026-12-20", "--format", "csv", "--timeout", "1h", "--columns",
        "cohort,student,name,state,parts,done,missing,key", on: "records"),
      floor: yard.psql("-v", "cohort=", "-f", Yard.path("progress_floor"), on: "records"))
    let small = try one("tenth", "progress of a cohort of 1,000, in \((cohorts * 100).grouped) students")
    var large = try one("records", "progress of a cohort of 1,000, in \((cohorts * 1000).grouped) students")
    let growth = Comparison.median(large.own) / Comparison.median(small.own)
    large.note = "\(growth.text(2)) × the same cohort with a tenth of the data (goal: 1.2 ×)"
    return [small, large, all]
  }

  /// Ten cohorts of graduates, issued one after the other.
  private func credentials() throws -> Comparison {
    try yard.clone("records", as: "ground")
    try yard.sql(
      """
      set session_replication_role = replica;
      update luban.enrollment set state = 'completed', state_on = '2026-12-20';
      insert into luban.enrollment_event (workshop_id, enrollment_id, nth, from_state, to_state, effective_on)
      select workshop_id, id, 2, 'enrolled', 'completed', '2026-12-20' from luban.enrollment;
      """, "vacuum analyze", in: "ground")
    let codes = try yard.value(
      """
      select string_agg(code, ' ' order by code) from (
        select code from luban.cohort where code like '%-RECORD-%' order by code limit 10) c
      """, in: "ground")
    let script = codes.split(separator: " ").map { code in
      "'\(yard.luban)' credential issue --all --cohort \(code) --on 2027-01-10 --quiet "
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
}
