import ArgumentParser
import Luban

struct ReportCohort: FigureCommand {
  static let stages = ["applications", "census_size", "retained", "completed_of_census"]
  static let configuration = CommandConfiguration(
    commandName: "cohort", abstract: "The cohort report: one row a cohort.",
    discussion: """
      Every rate stands beside its numerator and denominator and is empty below 10; what can't be computed \
      is empty, never zero. Before its census nothing is told of a cohort but where its students stand. A \
      total is the sum of its column. What a column counts: luban report indicators; whom: --who.

      --as-of tells the day for which the figures are true, --known-at leaves out what was recorded later, \
      so that a past report comes back to the digit.

      Examples:
        luban report cohort --workshop UZ-TAS
        luban report cohort --sco --intake 2026-01-01..2026-12-31 --totals \\
          --output cohorts.csv --excel
        luban report cohort --cohort UZ-TAS-LOG-2022A --who retained
        luban report cohort --as-of 2026-10-01 \\
          --known-at 2026-10-05T00:00:00Z --format csv
      """)

  @OptionGroup var scope: ReportOptions
  @OptionGroup var figures: ReportFigureOptions
  @Flag(help: "Add a row of totals for each mode.")
  var totals = false
  @OptionGroup var file: ReportFileOptions
  @OptionGroup var listing: ListingOptions

  var report: FigureReport { .cohort }
  var about: ReportScope { scope.scope }

  func validate() throws { try figures.check(totals: totals) }

  var hasTotals: Bool { totals }
}
