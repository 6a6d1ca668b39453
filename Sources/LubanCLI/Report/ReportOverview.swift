import ArgumentParser
import Luban

struct ReportOverview: FigureCommand {
  static let stages = ["applications", "census_size", "retained", "completed_of_census"]
  static let configuration = CommandConfiguration(
    commandName: "overview", abstract: "The overview: cohorts added up by country, workshop and so on.",
    discussion: """
      Counts are the sums of those of the cohorts, rates are made of these sums. Each mode of education has \
      rows of its own: they are never added up into one. --by may be given more than once, for a row of each \
      combination. By partner, a cohort counts for each host and each Chinese lead of its workshop, so that \
      these rows do not add up.

      By gender or nationality there are only counts of people, and rates of these; --gender and \
      --nationality tell of some people alone. By year, all is told for the end of each year since the first \
      intake, and for the day itself.

      With --publish this and the other reports of figures may be shown to everybody: [c] stands for counts \
      of one to four people, and for what they could be computed from. They are of the end of a month, the \
      last one unless --as-of says another.

      Examples:
        luban report overview --by country
        luban report overview --by workshop --by intake-year \\
          --mode degree-education --as-of 2026-06-30
        luban report overview --by country --by gender --as-of 2026-06-30
        luban report overview --by country --by year --output years.html
        luban report overview --by sco --intake 2024-01-01..2025-12-31 \\
          --output overview.xlsx
        luban report overview --by country --publish --as-of 2026-06-30
      """)

  @Option(help: ArgumentHelp("What a row is of; may be repeated.", valueName: "cut"))
  var by: [ReportCut] = [.country]
  @OptionGroup var scope: ReportOptions
  @OptionGroup var figures: ReportFigureOptions
  @OptionGroup var file: ReportFileOptions
  @OptionGroup var listing: ListingOptions

  var report: FigureReport { .overview(by: by) }
  var about: ReportScope { scope.scope }
}
