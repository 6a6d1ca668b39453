import Luban
import Tabular

/// Rows on their way to stdout or a file, in the form asked for.
///
/// Unchecked: it is handed to one transaction, whose thread is the only one to write until it has returned.
final class RowWriter: @unchecked Sendable {
  private enum Form {
    case csv(CSVOutput)
    case lines(JSONLinesOutput)
    case array(JSONArrayOutput)
    case workbook(WorkbookOutput)
  }

  private var form: Form
  private let spoken: SpokenRows?
  private let delimiter: Delimiter
  private let sink: ByteSink

  /// Writes in a form; `columns` are what is known of them.
  ///
  /// What Excel opens speaks the reader's language; its headings are those of the file that it is, where it
  /// is sent back.
  init(
    _ format: OutputFormat, _ sink: ByteSink, isForExcel: Bool = false, delimiter: Delimiter? = nil,
    columns: [Column] = [], of file: ImportForm? = nil, isTold: Bool = false
  ) throws {
    self.delimiter = delimiter ?? .comma
    self.sink = sink
    if isTold, format != .xlsx { sink.beginHash() }
    spoken =
      isForExcel || format == .xlsx
      ? SpokenRows(
        in: Speech.catalog, columns: columns, of: file, delimiter: self.delimiter, isText: format != .xlsx)
      : nil
    form =
      switch format {
      case .csv, .table, .html, .md, .pdf: .csv(try CSVOutput(sink, byteOrderMark: isForExcel))
      case .jsonl: .lines(JSONLinesOutput(sink))
      case .json: .array(JSONArrayOutput(sink))
      case .xlsx: .workbook(try Self.workbook(sink, columns.map(WorkbookOutput.Column.init), isTold: isTold))
      }
  }

  private static func workbook(
    _ sink: ByteSink, _ columns: [WorkbookOutput.Column], isTold: Bool
  ) throws -> WorkbookOutput {
    guard isTold else { return WorkbookOutput(sink, columns: columns) }
    let book = try WorkbookOutput(bookOf: sink)
    try book.begin("Luban", columns: columns)
    return book
  }

  func write(_ row: UnsafeRawBufferPointer) throws {
    switch form {
    case .csv(let output): try write(row, to: output)
    case .lines(let output): try output.write(row: row)
    case .workbook(let output):
      let told = spoken?.fields(of: row).map { $0.map { Array($0.utf8) } }
      try output.write(told ?? output.fields(of: row))
    case .array(var output):
      try output.write(row: row)
      form = .array(output)
    }
  }

  private func write(_ row: UnsafeRawBufferPointer, to output: CSVOutput) throws {
    guard let spoken else { return try output.write(row: row) }
    let fields = spoken.fields(of: row).map { $0 ?? "" }
    try Array(CSVText.line(fields, delimiter).utf8).withUnsafeBytes { try output.write(row: $0) }
  }

  /// Ends the file.
  ///
  /// - Parameter telling: told the SHA-256 of the rows, where the file tells what they are: of what was
  ///   written, or of the part of a workbook that holds their sheet. A workbook gets a sheet of the answer.
  func finish(telling: (_ sha256: String) -> ManifestSheet? = { _ in nil }) throws {
    switch form {
    case .array(let output):
      try output.finish()
      _ = sink.sha256.map(telling)
    case .csv, .lines: _ = sink.sha256.map(telling)
    case .workbook(let output):
      if output.isBook, let sheet = telling(try output.endSheet()) {
        try output.begin(sheet.name, columns: [])
        for row in sheet.rows { try output.write(row.map { Array($0.utf8) }) }
      }
      try output.finish()
    }
  }
}
