import ArgumentParser
import Luban

struct ClassImport: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Enters a timetable from a file: sessions of classes.",
    discussion: """
      A line is a session: cohort, course, date, begins, ends, room, instructor; luban import template \
      sessions lists the headers. Sessions that are there stay, but for --update.

      Example:
        printf '%s\\n' cohort,course,date,begins,ends,room \\
          UZ-TAS-LOG-2026A,LOG-110,2026-09-08,09:00,10:30,204 > timetable.csv
        luban class import timetable.csv --dry-run
      """)

  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportPlaceOptions
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    try await file.run(lines.request(file.request(.sessions)), office, result)
  }
}
