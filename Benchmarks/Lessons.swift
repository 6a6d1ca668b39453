/// Timetables: what is in two places at once in a term of a thousand classes, and a class planned beside them.
struct Lessons {
  let yard: Yard

  func compare(_ tell: Tell) throws {
    let ofOne = try clashes(terms: 1, database: "term")
    tell(ofOne)
    var ofTen = try clashes(terms: 10, database: "terms")
    let growth = Comparison.median(ofTen.own) / Comparison.median(ofOne.own)
    ofTen.note = "\(growth.text(2)) × with nothing beside it (goal: 1.2 ×; 2 s)"
    tell(ofTen)
    tell(try schedule())
  }

  private func clashes(terms: Int, database: String) throws -> Comparison {
    try yard.clone("luban", as: database)
    try yard.script("lessons_ground", in: database, ["terms": String(terms)])
    let first = try yard.value(
      "select max(intake_on) from luban.cohort where code like 'UZ-TAS-TERM-%'", in: database)
    let last = try yard.value("select date '\(first)' + 120", in: database)
    return try Comparison(
      "clashes of a term of 1,000 classes, \(terms) in all / the same function in psql", runs: 7, goal: 1.3,
      own: yard.luban(
        "class", "clashes", "--workshop", "UZ-TAS", "--from", first, "--to", last, "--format", "csv",
        on: database),
      floor: yard.psql(
        "-v", "first=\(first)", "-v", "last=\(last)", "-f", Yard.path("clashes_floor"), on: database))
  }

  /// A class of the last term scheduled anew, with what it would clash with, and nothing written.
  private func schedule() throws -> Comparison {
    let code = try yard.value(
      "select code from luban.cohort where code like 'UZ-TAS-TERM-%' order by intake_on desc, code limit 1",
      in: "terms")
    var comparison = try Comparison(
      "a class of 16 weeks planned among 10,000 classes", runs: 7,
      own: yard.luban(
        "class", "schedule", "\(code)/T-03", "--weekly", "Tue 10:00-11:30", "--replace", "--dry-run",
        "--quiet",
        on: "terms"))
    comparison.note = "goal: 2 s"
    return comparison
  }
}
