import ArgumentParser
import Luban

struct CohortPlan: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Plans a cohort.",
    discussion: """
      The end follows from the program's months and the application window from the intake (120 days before \
      it to 30 days after it), unless given.

      Example:
        luban cohort plan UZ-TAS-LOG-2027A --workshop UZ-TAS --program LOG \\
          --intake 2027-09-01 --capacity 30
      """)

  @Argument(help: "Code of the cohort; it begins with that of its workshop.")
  var code: CohortCode
  @OptionGroup var place: WorkshopOptions
  @Option(help: "Code of the program.")
  var program: ProgramCode
  @Option(help: "Edition of the program; the latest unless given.")
  var edition: String?
  @Option(help: ArgumentHelp("First day of teaching.", valueName: "day"))
  var intake: Day
  @Option(help: ArgumentHelp("Planned last day.", valueName: "day"))
  var end: Day?
  @Option(help: ArgumentHelp("First day of the application window.", valueName: "day"))
  var windowOpens: Day?
  @Option(help: ArgumentHelp("Last day of the application window.", valueName: "day"))
  var windowCloses: Day?
  @Option(help: "Seats.")
  var capacity: Int
  @Option(
    name: .customLong("language"),
    help: ArgumentHelp("Language of instruction, BCP 47; may be repeated.", valueName: "tag"))
  var languages: [String] = []
  @Option(help: "Days after the intake on which the cohort is fixed for rates.")
  var censusDay = 30
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let details = CohortDetails {
      ($0.intakeOn, $0.plannedEndOn, $0.capacity) = (intake, end, capacity)
      ($0.windowOpensOn, $0.windowClosesOn) = (windowOpens, windowCloses)
      ($0.languages, $0.censusDay) = (languages, censusDay)
    }
    let cohort = try await office.cohorts.plan(
      code, at: try place.required(), of: program, edition: edition, details)
    try result.report(
      """
      Planned \(cohort.code): \(cohort.program) \(cohort.edition), \(cohort.intakeOn) to \
      \(cohort.plannedEndOn), \(count: cohort.capacity, "seat").
      """, cohort)
  }
}
