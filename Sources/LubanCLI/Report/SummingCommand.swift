import ArgumentParser
import Luban

/// A report that adds cohorts up by what is asked for.
protocol SummingCommand: FigureCommand {
  static var sum: SummedReport { get }
  var by: [ReportCut] { get }
  var sums: SumOptions { get }
}

extension SummingCommand {
  var report: FigureReport { .sum(Self.sum, by: by) }
  var about: ReportScope { sums.scope.scope }
  var figures: ReportFigureOptions { sums.figures }
  var file: ReportFileOptions { sums.file }
  var hasTotals: Bool { sums.totals }
}

/// What such reports share beside what a row is of: totals, which cohorts, of which day.
struct SumOptions: ParsableArguments {
  @Flag(help: "Add a row of totals for each mode.")
  var totals = false
  @OptionGroup var scope: ReportOptions
  @OptionGroup var figures: ReportFigureOptions
  @OptionGroup var file: ReportFileOptions

  func validate() throws { try figures.check(totals: totals) }
}
