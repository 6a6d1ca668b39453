import ArgumentParser
import Luban

/// A report that adds cohorts up by what is asked for.
protocol SummingCommand: FigureCommand {
  static var sum: SummedReport { get }
  var by: [ReportCut] { get }
  var sums: SumOptions { get }
}

extension SummingCommand {
  static var report: String { sum.name }
  var file: ReportFileOptions { sums.file }

  func rows(of office: Office) async throws -> Listing {
    let scope = try await sums.scope.scope(of: sums.figures, office)
    return try await sums.figures.shown(
      office.reports.sums(Self.sum, scope, by: by, withTotals: sums.totals), of: office)
  }
}

/// What such reports share beside what a row is of: totals, which cohorts, of which day.
struct SumOptions: ParsableArguments {
  @Flag(help: "Add a row of totals for each mode.")
  var totals = false
  @OptionGroup var scope: ReportOptions
  @OptionGroup var figures: ReportFigureOptions
  @OptionGroup var file: ReportFileOptions
}
