import ArgumentParser
import Luban

struct SessionImport: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Enters a timetable from a file: sessions of classes.",
    discussion: """
      A line is a session: cohort, course, date, begins, ends, room, instructor; luban import template \
      sessions lists the headers. Sessions that are there stay, but for --update.

      Planned sessions of the same classes and weeks that are not in the file are listed; --replace \
      takes them away. The weeks of a class are those from its first day in the file to its last. What was \
      moved or cancelled, or has attendance, always stays.

      Example:
        printf '%s\\n' cohort,course,date,begins,ends,room \\
          UZ-TAS-LOG-2026A,LOG-110,2026-09-08,09:00,10:30,204 > timetable.csv
        luban class import timetable.csv --replace --dry-run
      """)

  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportPlaceOptions
  @Flag(help: "Take away the planned sessions of these classes and weeks that are not in the file.")
  var replace = false
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var request = lines.request(file.request(.sessions))
    request.replaces = replace
    try await file.run(request, office, result)
  }
}
