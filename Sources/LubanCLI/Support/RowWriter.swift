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

  /// Writes in a form; `columns` are what is known of them.
  ///
  /// What Excel opens speaks the reader's language; its headings are those of the file that it is, where it
  /// is sent back.
  init(
    _ format: OutputFormat, _ sink: ByteSink, isForExcel: Bool = false, delimiter: Delimiter? = nil,
    columns: [Column] = [], of file: ImportForm? = nil
  ) throws {
    self.delimiter = delimiter ?? .comma
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
      case .xlsx: .workbook(WorkbookOutput(sink, columns: columns.map(WorkbookOutput.Column.init)))
      }
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

  func finish() throws {
    switch form {
    case .array(let output): try output.finish()
    case .workbook(let output): try output.finish()
    case .csv, .lines: break
    }
  }
}
