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

  /// Writes in a form; `columns` are what a workbook knows of them.
  init(
    _ format: OutputFormat, _ sink: ByteSink, byteOrderMark: Bool = false,
    columns: [WorkbookOutput.Column] = []
  ) throws {
    form =
      switch format {
      case .csv, .table: .csv(try CSVOutput(sink, byteOrderMark: byteOrderMark))
      case .jsonl: .lines(JSONLinesOutput(sink))
      case .json: .array(JSONArrayOutput(sink))
      case .xlsx: .workbook(WorkbookOutput(sink, columns: columns))
      }
  }

  func write(_ row: UnsafeRawBufferPointer) throws {
    switch form {
    case .csv(let output): try output.write(row: row)
    case .lines(let output): try output.write(row: row)
    case .workbook(let output): try output.write(row: row)
    case .array(var output):
      try output.write(row: row)
      form = .array(output)
    }
  }

  func finish() throws {
    switch form {
    case .array(let output): try output.finish()
    case .workbook(let output): try output.finish()
    case .csv, .lines: break
    }
  }
}
