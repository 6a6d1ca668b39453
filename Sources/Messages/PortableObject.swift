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
  public init(_ text: String) throws(PortableObjectError) {
    var entry = Entry()
    var field: Field?
    for (position, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.last == "\r" ? line.dropLast() : line
      if line.isEmpty || line.first == "#" {
        if field == .translation {
          take(entry)
          (entry, field) = (Entry(), nil)
        }
        if line.hasPrefix("#,") {
          entry.flags.formUnion(line.dropFirst(2).split { $0 == "," || $0 == " " })
        }
        continue
      }
      if let named = Self.keywords.first(where: { line.hasPrefix($0.word) })?.field {
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
  private static func unquoted(_ line: Substring) -> String? {
    guard let first = line.firstIndex(of: "\""), line.last == "\"", line.index(after: first) < line.endIndex
    else { return nil }
    var text = ""
    var isEscaped = false
    for character in line[line.index(after: first)...].dropLast() {
      if isEscaped {
        text.append(character == "n" ? "\n" : character == "t" ? "\t" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return isEscaped ? nil : text
  }
}

/// A line of a file of translations that is none.
public struct PortableObjectError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int

  /// What is wrong.
  public var description: String { "Line \(line) is none of a file of translations." }
}
