import ArgumentParser
import Luban

struct ReportCulture: FigureCommand {
  static let configuration = CommandConfiguration(
    commandName: "culture", abstract: "The culture report: events, who took part, hours and modules.",
    discussion: """
      Hours are counted once, in the cohort in which they were earned: in events that have ended, and in \
      classes of culture modules. For each student they are told of cohorts past their census. Modules are \
      those of the curricula; covered is one in which somebody has an hour.

      Examples:
        luban report culture --by workshop --as-of 2026-06-30
        luban report culture --by program --by intake-year --format csv
      """)

  @Option(help: ArgumentHelp("What a row is of; may be repeated.", valueName: "cut"))
  var by: [ReportCut] = [.workshop]
  @OptionGroup var scope: ReportOptions
  @OptionGroup var figures: ReportFigureOptions
  @OptionGroup var file: ReportFileOptions
  @OptionGroup var listing: ListingOptions

  var report: FigureReport { .culture(by: by) }
  var about: ReportScope { scope.scope }
}
