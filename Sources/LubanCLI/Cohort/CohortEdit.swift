import Messages
import ArgumentParser
import Luban

struct CohortEdit: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Changes dates, seats, census or languages of a cohort.",
    discussion: """
      With --since, intake, end, seats and census are others from that day on, and reports of days before \
      keep what was. Without it they were wrong, and are corrected over all days of what holds now. More \
      seats are given to those who wait, in the same transaction.

      Examples:
        luban cohort edit UZ-TAS-LOG-2026A --capacity 35 --since 2026-10-01
        luban cohort edit UZ-TAS-LOG-2026A --census-day 30
      """)

  @Argument(help: "Code of the cohort.")
  var code: CohortCode
  @Option(help: ArgumentHelp("First day of teaching.", valueName: "day"))
  var intake: Day?
  @Option(help: ArgumentHelp("Planned last day.", valueName: "day"))
  var end: Day?
  @Option(help: ArgumentHelp("First day of the application window.", valueName: "day"))
  var windowOpens: Day?
  @Option(help: ArgumentHelp("Last day of the application window.", valueName: "day"))
  var windowCloses: Day?
  @Option(help: "Seats.")
  var capacity: Int?
  @Option(
    name: .customLong("language"),
    help: ArgumentHelp("Language of instruction; may be repeated.", valueName: "tag"))
  var languages: [String] = []
  @Option(help: "Days after the intake on which the cohort is fixed for rates.")
  var censusDay: Int?
  @Option(
    help: ArgumentHelp("Day since which intake, end, seats or census are so.", valueName: "day"))
  var since: Day?
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let changes = CohortDetails {
      ($0.intakeOn, $0.plannedEndOn, $0.capacity) = (intake, end, capacity)
      ($0.windowOpensOn, $0.windowClosesOn) = (windowOpens, windowCloses)
      ($0.languages, $0.censusDay, $0.since) = (languages.isEmpty ? nil : languages, censusDay, since)
    }
    let cohort = try await office.cohorts.edit(code, changes)
    let days: Message = since.map { " since \($0)" } ?? ""
    let sentence: Message = """
      Changed \(cohort.code)\(days): \(cohort.seatsHeld) of \(cohort.capacity) seats are held, \
      \(cohort.waiting) wait.
      """
    try result.report(
      ([sentence] + EnrollmentReport.movedUp(cohort.promoted)).joined(separator: "\n"), cohort)
  }
}
