import ArgumentParser
import Luban

struct EnrollImport: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Enrolls people from a file; new ones are entered.",
    discussion: """
      Headers may be in any order, in English, Chinese or Russian; luban import template enrollments lists \
      them. All lines are checked before any is written, and all are written or none, but for \
      --skip-invalid. A full cohort puts the next on the waitlist. The same file sent again adds nothing. \
      A line that may be somebody known is refused, and answered in the column same_as.

      Examples:
        luban seed people --students 100 --output people.csv
        luban enroll import people.csv --cohort UZ-TAS-LOG-2026A \\
          --applied 2026-06-01 --dry-run
        luban enroll import people.csv --cohort UZ-TAS-LOG-2026A \\
          --applied 2026-06-01 --skip-invalid --errors refused.csv
      """)

  @OptionGroup var file: ImportOptions
  @Option(help: "Cohort of the lines that name none.")
  var cohort: CohortCode?
  @Option(
    name: [.customLong("applied"), .customLong("on")],
    help: ArgumentHelp("Day of the application where a line names none.", valueName: "day"))
  var applied = Day.today
  @Flag(help: "Refuse people who are not known yet.")
  var noNewPeople = false
  @Option(help: ArgumentHelp("Set the entry rules aside, for this reason.", valueName: "reason"))
  var override: String?
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var request = file.request(noNewPeople ? .enrollments : .peopleWithEnrollments)
    request.cohort = cohort
    request.appliedOn = applied
    request.override = override
    Talk.say(
      "\(file.file) into \(cohort.map { "cohort \($0)" } ?? "the cohorts its lines name").",
      isQuiet: result.isQuiet)
    try await file.run(request, office, result)
  }
}
