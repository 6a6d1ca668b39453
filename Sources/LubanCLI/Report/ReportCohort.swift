import ArgumentParser
import Luban
import Messages

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
  @Option(
    help: ArgumentHelp(
      "Instead of the figures, who is in this count: numbers of students.", valueName: "column")
  )
  var who: String?
  @OptionGroup var file: ReportFileOptions
  @OptionGroup var listing: ListingOptions

  func validate() throws {
    if who != nil, totals { throw ValidationError(saying: "--who names students, and has no totals.") }
    if who != nil, figures.publish {
      throw ValidationError(saying: "--who names students, which --publish does not.")
    }
  }

  var remark: Message? {
    who == nil ? nil : "Who they are: luban student show, with the number."
  }

  func name(_ given: inout GivenOptions, of office: Office) {
    given["who"] = given["who"].map { ListingOptions.named($0, in: office.reports.cohorts()) }
  }

  func rows(of office: Office) async throws -> Listing {
    let scope = try await scope.scope(of: figures, office)
    if let who {
      return try office.reports.members(of: ListingOptions.named(who, in: office.reports.cohorts()), scope)
    }
    return try await figures.shown(
      totals ? office.reports.cohortsWithTotals(scope) : office.reports.cohorts(scope), of: office)
  }
}
