import ArgumentParser
import Luban

struct CultureImport: ImportingCommand {
  static let form = ImportForm.culture
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Enters who took part in culture events from a file.",
    discussion: """
      A line a student and event; the events are entered before with luban culture add or event-import. \
      Without hours they took part in all of it. All lines are checked before any is written; luban import \
      template culture lists the columns. Known hours are corrected only with --update.

      Examples:
        printf 'event,student,hours\\nCAL-2026,S-00005,6\\n' > took-part.csv
        luban culture import took-part.csv --cohort UZ-TAS-LOG-2026A --dry-run
        luban culture import took-part.csv --cohort UZ-TAS-LOG-2026A --update
      """)

  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportPlaceOptions
  @OptionGroup var result: ResultOptions
}

struct CultureEventImport: ImportingCommand {
  static let form = ImportForm.cultureEvents
  static let configuration = CommandConfiguration(
    commandName: "event-import", abstract: "Enters culture events from a file: the calendar of a term.",
    discussion: """
      A line an event; luban import template culture_events lists the columns. An event that is there stays \
      as it is, but for --update: then those who took part must fit it as before. An empty cell says nothing.

      Example:
        printf 'event,theme,title,date,hours,place\\n%s\\n' \\
          'NY-2027,festivals,Spring Festival,2027-02-06,"4,5",Hall 1' > term.csv
        luban culture event-import term.csv --workshop UZ-TAS
      """)

  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportWorkshopOptions
  @OptionGroup var result: ResultOptions
}
