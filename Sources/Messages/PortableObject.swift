/// A file of translations, as gettext has it.
///
/// The format: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
public struct PortableObject: Sendable {
  /// What is said in one place.
  public struct Entry: Sendable, Equatable {
    /// Where it is said.
    public var context = ""
    /// The English words.
    public var english = ""
    /// The translation, or one for each form of the plural.
    public var translations: [String] = []
    /// Words for who works on the file, and for programs: `fuzzy`, `python-brace-format`.
    public var flags: Set<Substring> = []

    /// Whether it has a translation that somebody has looked at since the English changed.
    public var isTranslated: Bool {
      !flags.contains("fuzzy") && !translations.isEmpty && !translations.contains("")
    }
  }

  /// What is said, in the order of the file; not its heading.
  public private(set) var entries: [Entry] = []

  private enum Field { case context, english, plural, translation }

  /// Reads a file.
  ///
  /// It goes by bytes, since a program reads it each time that it first says something.
  public init(_ text: String) throws(PortableObjectError) {
    var entry = Entry()
    var field: Field?
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (position, line) in lines.enumerated() {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      if line.isEmpty || line.first == UInt8(ascii: "#") {
        if field == .translation {
          take(entry)
          (entry, field) = (Entry(), nil)
        }
        if line.starts(with: "#,".utf8) {
          entry.flags.formUnion(Substring(line.dropFirst(2)).split { $0 == "," || $0 == " " })
        }
        continue
      }
      if let named = Self.keywords.first(where: { line.starts(with: $0.word.utf8) })?.field {
        if field == .translation, named != .translation {
          take(entry)
          entry = Entry()
        }
        field = named
        if named == .translation { entry.translations.append("") }
      }
      guard let field, let quoted = Self.unquoted(line) else { throw PortableObjectError(line: position + 1) }
      switch field {
      case .context: entry.context += quoted
      case .english: entry.english += quoted
      case .plural: break
      case .translation: entry.translations[entry.translations.count - 1] += quoted
      }
    }
    if field == .translation { take(entry) }
  }

  private static let keywords: [(word: String, field: Field)] = [
    ("msgctxt ", .context), ("msgid ", .english), ("msgid_plural ", .plural), ("msgstr", .translation),
  ]

  /// Keeps an entry, unless it is the heading.
  private mutating func take(_ entry: Entry) {
    if !entry.english.isEmpty { entries.append(entry) }
  }

  /// What stands between the first quote of a line and the last.
  private static func unquoted(_ line: Substring.UTF8View) -> String? {
    let quote = UInt8(ascii: "\"")
    let backslash = UInt8(ascii: "\\")
    guard let first = line.firstIndex(of: quote), line.last == quote, line.index(after: first) < line.endIndex
    else { return nil }
    let quoted = line[line.index(after: first)...].dropLast()
    if !quoted.contains(backslash) { return String(Substring(quoted)) }
    var text: [UInt8] = []
    var isEscaped = false
    for byte in quoted {
      if isEscaped {
        switch byte {
        case UInt8(ascii: "n"): text.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "t"): text.append(UInt8(ascii: "\t"))
        default: text.append(byte)
        }
        isEscaped = false
      } else if byte == backslash {
        isEscaped = true
      } else {
        text.append(byte)
      }
    }
    return isEscaped ? nil : String(decoding: text, as: UTF8.self)
  }
}

/// A line of a file of translations that is none.
public struct PortableObjectError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int

  /// What is wrong.
  public var description: String { "Line \(line) is none of a file of translations." }
}
