import ArgumentParser
import Luban
import Tabular

extension ImportForm: ListedArgument {
  /// Finds a form by its name, or by that of the command that takes it in.
  public init?(argument: String) {
    let name = String(argument.map { $0 == "-" ? "_" : $0 })
    let called = ["student": "people", "students": "people", "enroll": "enrollments", "classes": "sessions"]
    let names = [name, name + "s", called[name]]
    guard let form = Self.all.first(where: { names.contains($0.name) }) else { return nil }
    self = form
  }

  /// The names, for help and completion.
  public static var allValueStrings: [String] { all.map(\.name) }
}

struct ImportTemplate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Prints an empty file to fill in, or what its columns mean.",
    discussion: """
      Examples:
        luban import template people > people.csv
        luban import template people --output people.xlsx
        luban import template enrollments --explain
      """)

  @Argument(help: "What the file is to hold.")
  var noun: ImportForm
  @Flag(help: "Say what each column holds, and which headers it is known by.")
  var explain = false
  @OptionGroup var spreadsheet: SpreadsheetOptions
  @OptionGroup var paging: PagingOptions
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write to a file instead of stdout; a name in .xlsx makes a workbook.", valueName: "file"),
    completion: .file())
  var output: String?

  func validate() throws {
    try OutputFormat.check(output, format: nil)
    let format = output.flatMap(OutputFormat.init(ofFile:))
    if format == .json || format == .jsonl {
      throw ValidationError(saying: "A template is CSV or a workbook (xlsx).")
    }
    if format == .xlsx, explain { throw ValidationError(saying: "--explain goes with text.") }
    try spreadsheet.check(explain ? .table : format ?? .csv)
  }

  func run() throws {
    let file = try output.map { try OutputFile(path: $0) }
    let sink = file?.sink ?? .standardOutput()
    do {
      try write(to: sink)
      try sink.flush()
      try file?.commit()
      if let output { Talk.say("Wrote \(output).") }
    } catch {
      file?.discard()
      throw error
    }
  }

  private func write(to sink: ByteSink) throws {
    let columns = noun.template
    if explain {
      let table = TextTable(
        columns: [
          TextColumn("column"), TextColumn("holds"), TextColumn("example"), TextColumn("also called"),
        ],
        rows: columns.map { column in
          let heading = noun.heading(of: column.name, in: Speech.catalog.language)
          let others = ([heading] + column.aliases.filter { $0 != heading }).filter { $0 != column.name }
          return [
            column.name, column.told(in: Speech.catalog), column.example, others.joined(separator: ", "),
          ]
        })
      if output != nil { return try sink.write(lines: table.lines()) }
      try Pager.show(table.lines(Terminal.style), unless: paging.noPager)
    } else {
      let delimiter = spreadsheet.separator ?? .comma
      let writer = try RowWriter(
        output.flatMap(OutputFormat.init(ofFile:)) ?? .csv, sink, isForExcel: spreadsheet.excel == true,
        delimiter: delimiter, columns: noun.templateColumns(in: Speech.catalog.language), of: noun)
      try Array(CSVText.line(columns.map(\.name), delimiter).utf8).withUnsafeBytes { try writer.write($0) }
      try writer.finish()
    }
  }
}
