import ArgumentParser
import Luban

struct ReportOutcomes: SummingCommand {
  static let sum = SummedReport.outcomes
  static let configuration = CommandConfiguration(
    commandName: "outcomes", abstract: "The outcomes report: what became of graduates, by survey point.",
    discussion: """
      A row for each point of 6, 12 and 36 months. Graduates have completed by the day; those whose point \
      has come are the population, and who of them did not answer is unknown, in no rate but response. The \
      rates are those of luban outcome rates. By partner, a cohort counts for each host and each Chinese \
      lead; totals count it once.

      Examples:
        luban report outcomes --by country --as-of 2026-06-30
        luban report outcomes --by program --totals --format csv
      """)

  @Option(help: ArgumentHelp("What a row is of; may be repeated.", valueName: "cut"))
  var by: [ReportCut] = [.workshop]
  @OptionGroup var sums: SumOptions
  @OptionGroup var listing: ListingOptions
}
