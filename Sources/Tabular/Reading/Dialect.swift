/// What separates the fields of a record.
public enum Delimiter: Character, CaseIterable, Sendable {
  /// What CSV has its name from.
  case comma = ","
  /// What spreadsheet programs write where the comma stands in decimal numbers.
  case semicolon = ";"
  /// What Excel writes in its “Unicode text”.
  case tab = "\t"
  /// What databases and programs write where a comma may stand in a value.
  case pipe = "|"

  /// The delimiter that `name` means on a command line: its word or itself.
  public init?(named name: String) {
    switch name.lowercased() {
    case ",", "comma": self = .comma
    case ";", "semicolon": self = .semicolon
    case "\t", "\\t", "tab": self = .tab
    case "|", "pipe": self = .pipe
    default: return nil
    }
  }

  var byte: UInt8 {
    switch self {
    case .comma: Byte.comma
    case .semicolon: Byte.semicolon
    case .tab: Byte.tab
    case .pipe: Byte.pipe
    }
  }
}

/// How a file is laid out, as named by the caller or told from its first lines.
struct Dialect: Equatable {
  var delimiter: Delimiter
  /// The bytes of Excel's line `sep=;` before the header, with its line end; 0 without one.
  var announcementLength: Int

  /// Reads the dialect off the beginning of a text; `named` wins over what the file says.
  init(text: UnsafeRawBufferPointer, named: Delimiter?) {
    let announcement = Self.announcement(in: text)
    announcementLength = announcement?.length ?? 0
    delimiter = named ?? announcement?.delimiter ?? Self.detect(in: text)
  }

  /// Whether the text holds a line end outside quotes, and so all that a dialect is told from.
  static func showsHeader(_ text: UnsafeRawBufferPointer) -> Bool {
    var isQuoted = false
    return text.contains { byte in
      if byte == Byte.quote { isQuoted.toggle() }
      return !isQuoted && (byte == Byte.lineFeed || byte == Byte.carriageReturn)
    }
  }

  /// Excel's first line `sep=;`, which it also writes in quotes.
  private static func announcement(
    in text: UnsafeRawBufferPointer
  ) -> (delimiter: Delimiter, length: Int)? {
    let first = text.prefix(16).prefix { $0 != Byte.lineFeed && $0 != Byte.carriageReturn }
    var line = String(decoding: first, as: UTF8.self)
    if line.count == 7, line.hasPrefix("\""), line.hasSuffix("\"") {
      line = String(line.dropFirst().dropLast())
    }
    guard line.count == 5, line.lowercased().hasPrefix("sep="),
      let delimiter = line.last.flatMap(Delimiter.init(rawValue:))
    else { return nil }
    let end = text.dropFirst(first.count).prefix(2)
    let endsInPair = end.elementsEqual([Byte.carriageReturn, Byte.lineFeed])
    return (delimiter, first.count + min(end.count, endsInPair ? 2 : 1))
  }

  /// The most frequent delimiter of the header, outside quotes.
  ///
  /// A tab is never part of a name, and a comma more often than a semicolon or a bar: so they win and lose
  /// ties. One column has none: comma.
  private static func detect(in text: UnsafeRawBufferPointer) -> Delimiter {
    var (commas, semicolons, pipes) = (0, 0, 0)
    var isQuoted = false
    scan: for byte in text {
      switch byte {
      case Byte.quote: isQuoted.toggle()
      case _ where isQuoted: continue
      case Byte.tab: return .tab
      case Byte.comma: commas += 1
      case Byte.semicolon: semicolons += 1
      case Byte.pipe: pipes += 1
      case Byte.lineFeed, Byte.carriageReturn: break scan
      default: continue
      }
    }
    let most = max(commas, semicolons, pipes, 1)
    return semicolons == most ? .semicolon : pipes == most ? .pipe : .comma
  }
}
