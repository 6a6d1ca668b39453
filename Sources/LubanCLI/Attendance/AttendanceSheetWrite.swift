import ArgumentParser
import Luban
import Messages
import Tabular

struct AttendanceSheetWrite: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet", abstract: "Writes a sheet of attendance for Excel, to be filled in and imported.",
    discussion: """
      A row a student, a column a session, with what is noted already. Write present, late, excused or \
      absent, or п о у н, 到 迟 假 缺, + and - into the cells; an empty cell says nothing, and — stands \
      where the student was not enrolled that day. The code of the sheet stands in every row, so rows \
      may be sorted. luban attendance import takes it back.

      Example:
        luban attendance sheet UZ-TAS-LOG-2022A/LOG-105 --from 2022-09-01 \\
          --to 2022-09-30 --output september.csv
      """)

  @Argument(help: ArgumentHelp("Cohort and course.", valueName: "class"))
  var taughtClass: ClassCode
  @Option(help: ArgumentHelp("First day.", valueName: "day"))
  var from: Day
  @Option(help: ArgumentHelp("Last day.", valueName: "day"))
  var to: Day
  @Option(
    name: [.short, .long], help: ArgumentHelp("Write to a file instead of stdout.", valueName: "file"),
    completion: .file())
  var output: String?
  @OptionGroup var spreadsheet: SpreadsheetOptions
  @OptionGroup var connection: ConnectionOptions
  @Flag(name: [.short, .long], help: "Say nothing when all goes well.")
  var quiet = false

  func validate() throws {
    try OutputFormat.check(output, format: nil)
    _ = try spreadsheet.forSheet(to: output)
  }

  func run(_ office: Office) async throws {
    let sheet = try await office.attendance.openSheet(
      taughtClass, from: from, to: to, in: Speech.catalog.language)
    let options = try spreadsheet.forSheet(to: output)
    let isForExcel = options.excel == true
    let file = try output.map { try OutputFile(path: $0) }
    let sink = file?.sink ?? .standardOutput()
    let students: Int
    let isWorkbook = output.flatMap(OutputFormat.init(ofFile:)) == .xlsx
    do {
      let writer = try RowWriter(
        isWorkbook ? .xlsx : .csv, sink, isForExcel: isForExcel, delimiter: options.separator,
        columns: sheet.grid.listing.columns, of: .attendance)
      students = try await office.attendance.copy(
        sheet, delimiter: options.separator ?? .comma, isForExcel: isForExcel
      ) {
        try writer.write($0)
      }
      try writer.finish()
      try sink.flush()
      try file?.commit()
    } catch {
      file?.discard()
      throw error
    }
    let place: Message = output.map { ", in \($0)" } ?? ""
    Talk.say(
      """
      Sheet \(sheet.code)\(place): \(count: students, "student"), \
      \(count: sheet.grid.sessions.count, "session").
      """, isQuiet: quiet)
  }
}
