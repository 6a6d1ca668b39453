import ArgumentParser
import Luban

struct CultureImport: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Enters who took part in culture events from a file.",
    discussion: """
      A line a student and event; the events are entered before with luban culture add. Without hours they \
      took part in all of it. All lines are checked before any is written; luban import template culture \
      lists the columns. Known hours are corrected only with --update.

      Examples:
        printf 'event,student,hours\\nCAL-2026,S-00005,6\\n' > took-part.csv
        luban culture import took-part.csv --cohort UZ-TAS-LOG-2026A --dry-run
        luban culture import took-part.csv --cohort UZ-TAS-LOG-2026A --update
      """)

  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportLineOptions
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    try await file.run(lines.request(file.request(.culture)), office, result)
  }
}
