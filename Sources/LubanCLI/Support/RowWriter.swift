import Tabular

/// Rows on their way to stdout or a file, in the form asked for.
///
/// Unchecked: it is handed to one transaction, whose thread is the only one to write until it has returned.
final class RowWriter: @unchecked Sendable {
  private enum Form {
    case csv(CSVOutput)
    case lines(JSONLinesOutput)
    case array(JSONArrayOutput)
  }

  private var form: Form

  init(_ format: ListingOptions.Format, _ sink: ByteSink, byteOrderMark: Bool) throws {
    form =
      switch format {
      case .csv, .table: .csv(try CSVOutput(sink, byteOrderMark: byteOrderMark))
      case .jsonl: .lines(JSONLinesOutput(sink))
      case .json: .array(JSONArrayOutput(sink))
      }
  }

  func write(_ row: UnsafeRawBufferPointer) throws {
    switch form {
    case .csv(let output): try output.write(row: row)
    case .lines(let output): try output.write(row: row)
    case .array(var output):
      try output.write(row: row)
      form = .array(output)
    }
  }

  func finish() throws {
    if case .array(let output) = form { try output.finish() }
  }
}
