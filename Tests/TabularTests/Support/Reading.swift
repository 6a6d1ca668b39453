import Glibc
import Testing

@testable import Tabular

/// A record copied out of the reader.
struct Row: Equatable {
  var line: Int
  var fields: [String]
  var isBlank = false
  var textAfterQuote: Int?
  var raw: String
  /// The fields in which characters were lost.
  var lost: [Int]

  init(_ record: borrowing Record) {
    line = record.line
    fields = (0..<record.fieldCount).map { record.string(at: $0) }
    isBlank = record.isBlank
    textAfterQuote = record.fieldWithTextAfterQuote
    raw = Record.readable(record.raw)
    lost = (0..<record.fieldCount).filter { record.hasLosses(at: $0) }
  }
}

/// How a test reads a file: the defaults are those of the program.
struct Manner {
  var encoding: TextEncoding?
  var country: String?
  var isJudged = true
  var delimiter: Delimiter?
  var window = 256 << 10
  var readLimit = Int.max
}

/// Opens bytes as a file.
func withReader<R>(
  _ bytes: [UInt8], _ manner: Manner = Manner(), table: TableChoice = TableChoice(),
  _ body: (RecordReader) throws -> R
) throws -> R {
  let scratch = try Scratch()
  let input = try FileInput(path: scratch.file(bytes))
  input.readLimit = manner.readLimit
  let reader = try RecordReader(
    ByteSource(input), encoding: manner.encoding, country: manner.country, delimiter: manner.delimiter,
    table: table, windowCapacity: manner.window, isJudged: manner.isJudged)
  return try withExtendedLifetime(scratch) { try body(reader) }
}

/// All records of bytes, the header too.
func rows(_ bytes: [UInt8], _ manner: Manner = Manner()) throws -> [Row] {
  try withReader(bytes, manner) { reader in
    var rows: [Row] = []
    try reader.forEach { rows.append(Row($0)) }
    return rows
  }
}

/// All records of a text.
func rows(_ text: String, _ manner: Manner = Manner()) throws -> [Row] {
  try rows(Array(text.utf8), manner)
}

/// The fault of bytes when read with their header, and the records before it.
func fault(_ bytes: [UInt8], _ manner: Manner = Manner()) throws -> (error: ReadingError, rowsBefore: Int) {
  var count = 0
  let error = try #require(throws: ReadingError.self) {
    try withReader(bytes, manner) { reader in
      _ = try reader.readHeader()
      try reader.forEach { _ in count += 1 }
    }
  }
  return (error, count)
}

/// The error of opening a path.
func openingError(_ path: String) throws -> ReadingError {
  try #require(throws: ReadingError.self) { _ = try ByteSource(path: path) }
}

/// A text in another encoding, by the C library.
func encoded(_ text: String, as name: String) throws -> [UInt8] {
  let opened = try #require(iconv_open(name, "UTF-8"))
  try #require(Int(bitPattern: opened) != -1)
  defer { iconv_close(opened) }
  var input = Array(text.utf8)
  var output = [UInt8](repeating: 0, count: 4 * input.count + 16)
  let (result, left) = input.withUnsafeMutableBytes { source in
    output.withUnsafeMutableBytes { target in
      var from = source.assumingMemoryBound(to: CChar.self).baseAddress
      var to = target.assumingMemoryBound(to: CChar.self).baseAddress
      var (fromLeft, toLeft) = (source.count, target.count)
      return (iconv(opened, &from, &fromLeft, &to, &toLeft), toLeft)
    }
  }
  try #require(result != -1, "\(text) has no form in \(name)")
  return Array(output.dropLast(left))
}

/// Bytes of a program's output, for what has no other maker here (gzip).
func output(of command: String) throws -> [UInt8] {
  let pipe = try #require(popen(command, "r"))
  defer { pclose(pipe) }
  return contents(of: fileno(pipe))
}
