import FoundationEssentials

/// All reports, over the database that the largest attendance import has left behind: beside the very query that
/// each sends, taken from the log of the server and asked by psql.
struct Reports {
  let yard: Yard
  /// The databases of the learning record, of a tenth of the size and of all.
  let smaller = "tenth"
  let database = "records"

  private static let day = "2026-06-30"
  /// What is asked, and the most seconds that it may take.
  private static let asked: [(words: String, most: Double?)] = [
    ("cohort", nil), ("overview --by country", 2), ("overview --by country --by gender", nil),
    ("overview --by country --by year", nil), ("language --by workshop", nil),
    ("attendance --by workshop", nil), ("attendance --by workshop --by month", nil),
    ("outcomes --by workshop", nil), ("program", nil), ("partner", nil), ("year 2026", 2),
    ("culture --by workshop", nil),
  ]

  func compare(_ tell: Tell) throws {
    for (words, most) in Self.asked {
      var comparison = try report(words, on: database)
      if let most { comparison.note = "goal: \(most.text(0)) s" }
      tell(comparison)
    }
    let cohort = try yard.value(
      "select min(code) from luban.cohort where code like '%-RECORD-%'", in: smaller)
    for words in ["cohort", "attendance --by cohort", "language --by cohort", "program --by cohort"] {
      let asked = "\(words) --cohort \(cohort)"
      let few = try report(asked, on: smaller)
      var many = try report(asked, on: database)
      let growth = Comparison.median(many.own) / Comparison.median(few.own)
      many.note = "\(growth.text(2)) × such a cohort with a tenth of the data (goal: 1.2 ×)"
      tell(many)
    }
  }

  private func report(_ words: String, on database: String) throws -> Comparison {
    let options = words.split(separator: " ").map(String.init)
    let own = yard.luban(
      ["report"] + options + ["--as-of", Self.day, "--format", "csv", "--timeout", "1h"], on: database)
    let script = "\(yard.folder)/report.sql"
    let settings = "set search_path = luban, pg_temp; set timezone = 'UTC'; set work_mem = '32MB';\n"
    let query = try yard.statement("copy (", of: own, on: database)
    try Data("\(settings)\(query);\n".utf8).write(to: URL(filePath: script))
    return try Comparison(
      "report \(words) / the same query", runs: 3, goal: 1.1, own: own,
      floor: yard.psql("-f", script, on: database))
  }
}
