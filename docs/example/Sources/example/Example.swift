import Glibc
import LocalPostgres
import Luban

/// Plans a cohort, enrolls three people in its two seats, and prints the cohort report: Luban as a library.
///
/// On the database that LUBAN_DSN names, else on a PostgreSQL that is gone when the program ends.
@main
enum Example {
  static func main() async throws {
    let office = try openOffice()
    _ = try await office.schema.migrate()
    try await office.schema.seed(.workshops)

    let cohort = try await office.cohorts.plan(
      "UZ-TAS-LOG-2026X", at: "UZ-TAS", of: "LOG",
      CohortDetails { ($0.intakeOn, $0.capacity) = (try day("2026-09-01"), 2) })
    _ = try await office.cohorts.open(
      cohort.code, on: try day("2026-05-04"), override: "the agreement is being signed")

    var students: [StudentReference] = []
    for name in ["Каримова Дилноза", "李小明", "O'Brien María"] {
      var details = StudentDetails()
      details.fullName = name
      let student = try await office.students.add(
        NewStudent(workshop: "UZ-TAS", birthOn: try day("2008-03-14"), nationality: "UZ", details: details))
      students.append(student.reference)
    }
    let outcome = try await office.enrollments.enroll(
      students, in: cohort.code, appliedOn: try day("2026-06-01"))
    for row in outcome.done { print("\(row.student): \(row.state.rawValue)") }

    // What is refused is an error with the rule's name, what broke it by name, and the actions that help: a front has
    // words of its own for each, and those of the catalog where it has none.
    do {
      _ = try await office.cohorts.open(cohort.code, on: try day("2026-05-05"))
    } catch LubanError.ruleBroken(let rule) {
      print(refusal(rule))
    }

    var scope = ReportScope()
    scope.workshop = "UZ-TAS"
    scope.asOf = try day("2026-06-01")
    // Rows as PostgreSQL writes them, however many there are: they pass by and are not kept.
    try await office.copy(
      office.reports.cohorts(scope),
      Page(columns: ["cohort", "status", "capacity", "enrolled", "waitlisted"]),
      as: .csv
    ) { row in print(String(decoding: row, as: UTF8.self), terminator: "") }
    await office.close()
  }

  /// The words of this front: a web page would have a link and a field.
  private static let words = ActionWords([
    "show": "Open the page of the {value}.", "override": "Or tick “set aside”, and fill in the {field}.",
  ])

  private static func refusal(_ rule: BrokenRule) -> String {
    guard rule.name == "cohort_change_is_allowed", let cohort = rule.values["cohort"],
      let status = rule.values["from"]
    else { return rule.told(by: words) }
    return "\(cohort) is \(status) already. " + words.say("", rule.actions)
  }

  private static func openOffice() throws -> Office {
    if let dsn = getenv("LUBAN_DSN") { return Office(dsn: String(cString: dsn)) }
    let cluster = try Cluster.throwaway(program: "luban-example", role: "luban", database: "luban")
    return Office { try cluster.ensureRunning() }
  }

  private static func day(_ text: String) throws -> Day {
    guard let day = Day(text) else { throw LubanError.usage("\(text) is no day.") }
    return day
  }
}
