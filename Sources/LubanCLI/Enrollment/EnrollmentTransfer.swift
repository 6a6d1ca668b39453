import ArgumentParser
import Luban

struct EnrollmentTransfer: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "transfer", abstract: "Transfers students to another cohort of the workshop.",
    discussion: """
      The enrollment ends as transferred and is continued in the other cohort, linked both ways. Refused \
      where the other cohort has no free seat.

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
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let outcome = try await office.enrollments.transfer(
      students, from: cohort, to: to, on: on, reason: reason)
    try EnrollmentReport(outcome).report(result)
  }
}
