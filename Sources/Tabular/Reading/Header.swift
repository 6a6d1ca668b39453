/// The names of a file's columns, as its first record gives them.
public struct Header: Equatable, Sendable {
  /// The names in the file's order, spaces around them removed.
  public let names: [String]
  /// The physical line the header begins on.
  public let line: Int
  /// The header as it stands in the file, without its line end: the first line of a file of refused records.
  public let raw: String

  /// The key under which names that people take for the same are equal: `Family name`, `family_name`
  /// and `FAMILY-NAME` all give `familyname`.
  ///
  /// Lowercase, with only letters, marks and digits left; a name without any, such as `#`, stays as it is.
  public static func normalizedKey(_ name: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in name.lowercased().unicodeScalars where scalar.isPartOfWord { key.append(scalar) }
    return key.isEmpty ? name.trimmed.lowercased() : String(key)
  }
}

extension Header {
  /// Takes the names from a record; throws lostCharacters, noColumns, emptyColumnName, doubleColumnName.
  init(_ record: borrowing Record, file: String, encoding: TextEncoding, sheet: SheetText?)
    throws(ReadingError)
  {
    let position = TextPosition(line: record.line, byte: 1, character: 1)
    // No mapping knows a name that is not whole.
    guard !record.hasLosses else {
      throw ReadingError(file: file, fault: .lostCharacters(as: encoding), position: position)
    }
    guard !record.isBlank else { throw ReadingError(file: file, fault: .noColumns, position: position) }
    var names: [String] = []
    var columns: [String: Int] = [:]
    for index in 0..<record.fieldCount {
      let name = record.string(at: index).trimmed
      guard !name.isEmpty else {
        throw ReadingError(file: file, fault: .emptyColumnName(column: index + 1), position: position)
      }
      if let first = columns.updateValue(index + 1, forKey: name) {
        throw ReadingError(
          file: file, fault: .doubleColumnName(name: name, first: first, second: index + 1),
          position: position, cell: sheet?.cell(column: index, line: record.line))
      }
      names.append(name)
    }
    self.names = names
    line = record.line
    raw = String(decoding: record.raw, as: UTF8.self)
  }
}

extension RecordReader {
  /// Reads the first record as the names of the columns; a file with nothing else is fine.
  ///
  /// Throws what ``next()`` throws, lostCharacters, noColumns, emptyColumnName, doubleColumnName, or empty.
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

extension Unicode.Scalar {
  /// Whether the scalar is a letter, a mark or a digit.
  fileprivate var isPartOfWord: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
