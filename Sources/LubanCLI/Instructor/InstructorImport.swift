import ArgumentParser
import Luban

struct InstructorImport: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Enters instructors from a file, with the courses they may teach.",
    discussion: """
      luban import template instructors lists the headers. Who is known stays as they are, but for --update; \
      an empty cell says nothing.

      Example:
        printf '%s\\n' instructor,full_name,certified_for \\
          'UZ-TSTU/119,Юсупова Лола,LOG-105;LOG-110' > staff.csv
        luban instructor import staff.csv --workshop UZ-TAS --on 2022-09-01
      """)

  @OptionGroup var file: ImportOptions
  @Option(help: "Workshop of the lines that name none.")
  var workshop: WorkshopCode?
  @Option(help: ArgumentHelp("First day of those whose line names none.", valueName: "day"))
  var on = Day.today
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var request = file.request(.instructors)
    request.workshop = workshop
    request.day = on
    try await file.run(request, office, result)
  }
}
