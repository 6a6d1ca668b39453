import ArgumentParser
import Luban

/// What progress and risk share: whose, and when.
struct ProgressOptions: ParsableArguments {
  @Option(help: "Of this cohort.")
  var cohort: CohortCode?
  @Option(help: "Of this workshop.")
  var workshop: WorkshopCode?
  @Flag(help: "Those who left or completed too.")
  var all = false
  @Option(help: ArgumentHelp("The day for which it is true.", valueName: "day"))
  var asOf = Day.today
  @Option(help: ArgumentHelp("Only what had been recorded by then.", valueName: "time"))
  var knownAt: String?

  var scope: ProgressScope {
    var scope = ProgressScope()
    scope.cohort = cohort
    scope.workshop = workshop
    scope.includesAll = all
    scope.asOf = asOf
    scope.knownAt = knownAt
    return scope
  }
}

struct ProgressCommand: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "How far students are in what their program asks: each part, done or missing.",
    discussion: """
      Of one student every part of the rule is shown, of a cohort a line for each student. \
      luban program rule states the rule, luban risk tells who will probably not complete.

      Examples:
        luban progress S-00006 --workshop UZ-TAS
        luban progress --cohort UZ-TAS-LOG-2022A --format csv
      """)

  @Argument(help: "Number of the student; without it a cohort or workshop is listed.")
  var student: StudentReference?
  @OptionGroup var options: ProgressOptions
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var listing: ListingOptions

  func run(_ office: Office) async throws {
    var scope = options.scope
    scope.knownAt = try await office.known(at: scope.knownAt)
    guard let student else {
      try await listing.write(office.progress.list(scope), of: office)
      return
    }
    let parts = try await office.progress.parts(of: student, scope)
    try await listing.write(parts, of: office)
  }
}

struct RiskCommand: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "risk",
    abstract: "Who will probably not complete, with the reason and its numbers.",
    discussion: """
      Plain rules: attendance below what is asked; a required course failed; no result a month after its \
      class ended; language behind plan, where the levels from entry to target are spread evenly over the \
      time of the cohort.

      Example:
        luban risk --cohort UZ-TAS-LOG-2022A
      """)

  @OptionGroup var options: ProgressOptions
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var listing: ListingOptions

  func run(_ office: Office) async throws {
    var scope = options.scope
    scope.knownAt = try await office.known(at: scope.knownAt)
    try await listing.write(office.progress.risks(scope), of: office)
  }
}
