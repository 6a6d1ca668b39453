import ArgumentParser
import Luban

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Reports: figures that hold up, on the screen and for Excel.",
    subcommands: [ReportCohort.self, ReportRoster.self, ReportIndicators.self])
}

struct ReportCohort: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "cohort", abstract: "The cohort report: one row a cohort.",
    discussion: """
      Every rate stands beside its numerator and denominator and is empty below 10; what can't be computed \
      is empty, never zero. --as-of tells the day for which the figures are true, --known-at leaves out \
      what was recorded later, so that a past report comes back to the digit. What a column counts: luban \
      report indicators.

      Examples:
        luban report cohort --workshop UZ-TAS
        luban report cohort --sco --intake 2026-01-01..2026-12-31 --totals \\
          --output cohorts.csv --excel
        luban report cohort --as-of 2026-10-01 \\
          --known-at 2026-10-05T00:00:00Z --format csv
      """)

  @OptionGroup var scope: ReportOptions
  @Option(help: ArgumentHelp("The day for which the figures are true.", valueName: "day"))
  var asOf = Day.today
  @Option(help: ArgumentHelp("Only what had been recorded by then.", valueName: "time"))
  var knownAt: String?
  @Flag(help: "Add a row of totals for each mode.")
  var totals = false
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    var scope = scope.scope
    scope.asOf = asOf
    scope.knownAt = try await office.known(at: knownAt)
    return office.reports.cohorts(scope, withTotals: totals)
  }
}

struct ReportRoster: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster", abstract: "The roster: one row for each enrollment.",
    discussion: """
      It tells enrollments as they are now. --as-of tells those of a past day in the states of that day, \
      --known-at leaves out what was recorded later.

      Examples:
        luban report roster --cohort UZ-TAS-LOG-2026A --output roster.xlsx
        luban report roster --as-of 2026-10-01 --known-at 2026-10-05T00:00:00Z
      """)

  @OptionGroup var scope: ReportOptions
  @Option(help: "Of this cohort.")
  var cohort: CohortCode?
  @Option(help: ArgumentHelp("The day for which the states are true.", valueName: "day"))
  var asOf: Day?
  @OptionGroup var known: KnownOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    var scope = scope.scope
    if let asOf { scope.asOf = asOf }
    scope.knownAt = try await known.moment(office)
    return office.reports.roster(scope, cohort: cohort)
  }
}
