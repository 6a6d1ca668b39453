/// The names of a file's columns, as one of its records gives them.
public struct Header: Equatable, Sendable {
  /// The names in the file's order, spaces around them removed; empty for a column without a name.
  public let names: [String]
  /// The physical line the header begins on.
  public let line: Int
  /// The header as it stands in the file, without its line end: the first line of a file of refused records.
  public let raw: String

  /// The columns without a name, from 0.
  public var nameless: [Int] { names.indices.filter { names[$0].isEmpty } }
}

extension Header {
  /// Takes the names from a record; throws lostCharacters, noColumns, doubleColumnName.
  init(_ record: borrowing Record, file: String, encoding: TextEncoding, sheet: SheetText?)
    throws(ReadingError)
  {
    let position = TextPosition(line: record.line, byte: 1, character: 1)
    // No mapping knows a name that is not whole.
    guard !record.hasLosses else {
      throw ReadingError(file: file, fault: .lostCharacters(as: encoding), position: position)
    }
    let names = record.names
    var columns: [String: Int] = [:]
    for (index, name) in names.enumerated() where !name.isEmpty {
      if let first = columns.updateValue(index + 1, forKey: name) {
        throw ReadingError(
          file: file, fault: .doubleColumnName(name: name, first: first, second: index + 1),
          position: position, cell: sheet?.cell(column: index, line: record.line))
      }
    }
    guard !columns.isEmpty else { throw ReadingError(file: file, fault: .noColumns, position: position) }
    self.names = names
    line = record.line
    raw = String(decoding: record.raw, as: UTF8.self)
  }
}

extension Record {
  /// Its fields as names of columns.
  var names: [String] { (0..<fieldCount).map { string(at: $0).trimmed } }
}

extension RecordReader {
  /// Reads the record that names the columns; a file with nothing else is fine.
  ///
  /// Throws what ``next()`` throws, lostCharacters, noColumns, doubleColumnName, or empty.
  public func readHeader() throws(ReadingError) -> Header {
    guard let record = try next() else { throw ReadingError(file: source.name, fault: .empty) }
    return try Header(record, file: source.name, encoding: encoding, sheet: sheet)
  }
}

extension String {
  /// Without white space, byte order marks and zero-width spaces at either end.
  var trimmed: String {
    let isBlank = { (scalar: Unicode.Scalar) in
      scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
    }
    let start = unicodeScalars.drop(while: isBlank)
    guard let last = start.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(start[...last])
  }
}
