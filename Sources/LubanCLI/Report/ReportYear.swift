import ArgumentParser
import Luban

struct ReportYear: FigureCommand {
  static let configuration = CommandConfiguration(
    commandName: "year", abstract: "The report of a year: what workshops publish.",
    discussion: """
      Degree students and people trained are never added up. Persons were enrolled on a day of the year, \
      whenever they began, each once at a workshop, however many cohorts they were in; participations count \
      every enrollment. Retention is of the cohorts that had their census in the year, at its end; graduates \
      are those of the year, whenever they began. Of a year that is not over it tells what there was until \
      the day. Rows are of workshops of which there is something to tell, or of countries, SCO standing or \
      ties to Tianjin.

      Examples:
        luban report year 2025
        luban report year 2025 --by country --totals --output 2025.xlsx
      """)

  @Argument(help: "The year; that of --as-of unless given.")
  var year: Int?
  @Option(help: ArgumentHelp("What a row is of; may be repeated.", valueName: "cut"))
  var by: [ReportCut] = [.workshop]
  @Flag(help: "Add a row of totals.")
  var totals = false
  @OptionGroup var place: PlaceOptions
  @OptionGroup var figures: ReportFigureOptions
  @OptionGroup var file: ReportFileOptions
  @OptionGroup var listing: ListingOptions

  func validate() throws {
    try figures.check(totals: totals)
    if let year, !(1990...2200).contains(year) {
      throw ValidationError(saying: "A year is from 1990 to 2200.")
    }
  }

  var report: FigureReport { .year(year, by: by) }
  var about: ReportScope { place.scope }

  var hasTotals: Bool { totals }
}
