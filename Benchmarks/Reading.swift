import Glibc

/// What is read from, and one enrollment made in, the database that the largest import has left behind.
struct Reading {
  let yard: Yard

  func compare(_ tell: Tell) throws {
    try yard.sql("vacuum analyze", "checkpoint", in: "million")
    tell(try enrollment())
    tell(try roster())
    try report(tell)
  }

  /// One student into one cohort, beside a command that does nothing and a connection that is used for nothing.
  private func enrollment() throws -> Comparison {
    let runs = 21
    try yard.sql(
      """
      with asked as (select workshop_id, max(last_student_number) as last from luban.workshop_counter
        group by workshop_id order by workshop_id limit 1)
      insert into luban.student (workshop_id, number, birth_on, nationality)
      select workshop_id, last + n, '2000-01-01', 'CN' from asked, generate_series(1, \(runs)) n
      """, in: "million")
    let cohort = try yard.value(
      """
      select c.code from luban.cohort c where c.workshop_id = (select min(workshop_id) from luban.workshop_counter)
      order by c.capacity - c.seats_held desc limit 1
      """, in: "million")
    let last =
      Int(
        try yard.value(
          "select max(number) from luban.student where workshop_id = (select min(workshop_id) from luban.workshop_counter)",
          in: "million")) ?? 0
    var (enrolling, idle, connecting, alone): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
    for nth in 0..<runs {
      enrolling.append(
        try yard.luban(
          "enroll", "S-\(last - nth)", "--cohort", cohort, "--applied", "2025-06-01", "--quiet", on: "million"
        ).run().seconds)
      idle.append(try Trial(words: [yard.luban, "version"]).run().seconds)
      connecting.append(try yard.psql("-c", "select 1", on: "million").run().seconds)
      alone.append(try Trial(words: [yard.psql, "--version"]).run().seconds)
    }
    let rest = zip(zip(enrolling, idle), zip(connecting, alone)).map { $0.0 - $0.1 - ($1.0 - $1.1) }
    let over = Comparison.median(rest) * 1000
    return Comparison(
      name: "one enrollment into a database of 1 M", own: enrolling,
      note: "\(over.text(1)) ms above `luban version` and a connection (goal: 2 ms)")
  }

  private func roster() throws -> Comparison {
    try Comparison(
      "roster of 1 M rows as CSV / `copy` of the same query", runs: 3, goal: 1.1,
      own: yard.luban("report", "roster", "--format", "csv", "--timeout", "1h", on: "million"),
      floor: yard.psql("-f", Yard.path("roster_floor"), on: "million"))
  }

  private func report(_ tell: Tell) throws {
    for (day, options) in [("current_date", [String]()), ("'2025-07-01'", ["--as-of", "2025-07-01"])] {
      let words = [yard.luban, "report", "cohort", "--format", "csv", "--timeout", "1h"] + options
      let name = options.isEmpty ? "cohort report" : "cohort report `\(options.joined(separator: " "))`"
      let comparison = try Comparison(
        "\(name), 1,000 cohorts, 1 M enrollments / the same query", runs: 7, goal: 1.1,
        own: Trial(words: words + ["--dsn", "host=\(yard.socket) user=luban dbname=million"]),
        floor: yard.psql("-v", "as_of=\(day)", "-f", Yard.path("report_floor"), on: "million"))
      tell(comparison)
    }
  }
}
