import ArgumentParser
import Luban

struct EnrollmentTransfer: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "transfer", abstract: "Transfers students to another cohort of the workshop.",
    discussion: """
      The enrollment ends as transferred and is continued in the other cohort, linked both ways; what was \
      earned counts there, and a placement is kept. Refused where the other cohort has no free seat, or is \
      of another program. luban enrollment correct takes a transfer back from either end.

      Example:
        luban enrollment transfer S-00001 --cohort UZ-TAS-LOG-2026A \\
          --to UZ-TAS-LOG-2026B --on 2026-10-12 --reason "evening group"
      """)

  @Argument(help: "Numbers of the students.")
  var students: [StudentReference]
  @Option(help: "Code of the cohort they are in.")
  var cohort: CohortCode
  @Option(help: "Code of the cohort they go to.")
  var to: CohortCode
  @Option(help: "Why.")
  var reason: String
  @Option(help: ArgumentHelp("Day it takes effect.", valueName: "day"))
  var on = Day.today
  @Option(
    help: ArgumentHelp("Go to another program, or a cohort not open, for this reason.", valueName: "reason"))
  var override: String?
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let outcome = try await office.enrollments.transfer(
      students, from: cohort, to: to, on: on, reason: reason, override: override)
    try EnrollmentReport(outcome).report(result)
  }
}
