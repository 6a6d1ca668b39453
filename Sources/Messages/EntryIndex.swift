/// Where the entries of a file of translations are: of the thousands a command reads the few that it says.
struct EntryIndex: Sendable, Equatable {
  private var bytes: [UInt8] = []
  /// Where an entry begins, by what it says in English and where.
  private var starts: [UInt64: Int] = [:]

  /// That of no file.
  init() {}

  /// Goes through a file; throws ``PortableObjectError`` for what is none.
  init(_ text: String) throws(PortableObjectError) {
    bytes = Array(text.utf8)
    var entry: (start: Int, key: EntryKey)?
    var isFuzzy = false
    var isKey = false
    var number = 0
    var start = 0
    while start < bytes.count {
      number += 1
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = bytes[start..<end]
      if let word = Self.keywords.first(where: { line.starts(with: $0.bytes) }) {
        if word.begins, !isKey { entry = (start, EntryKey()) }
        if word.begins { isKey = true }
        if word.bytes == Self.englishWord { entry?.key.part() }
        if !word.begins {
          if isKey, let entry, !isFuzzy, !entry.key.isOfHeading { starts[entry.key.hash] = entry.start }
          (isKey, isFuzzy) = (false, false)
        }
        if isKey { entry?.key.add(quoted: line) }
      } else if line.first == UInt8(ascii: "\"") {
        if isKey { entry?.key.add(quoted: line) }
      } else if line.starts(with: Self.flags) {
        isFuzzy = isFuzzy || String(decoding: line, as: UTF8.self).contains("fuzzy")
      } else if !line.isEmpty, line.first != UInt8(ascii: "#"), line.first != UInt8(ascii: "\r") {
        throw PortableObjectError(line: number)
      }
      start = end + 1
    }
  }

  /// The translations of a text; nil where there are none.
  func translations(of english: String, in context: String) -> [String]? {
    guard !starts.isEmpty else { return nil }
    var key = EntryKey()
    key.add(plain: context)
    key.part()
    key.add(plain: english)
    guard let start = starts[key.hash] else { return nil }
    var end = start
    while end < bytes.count, !(bytes[end] == UInt8(ascii: "\n") && isBlank(after: end)) { end += 1 }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    let entry = try? PortableObject(text).entries.first
    guard let entry, entry.isTranslated, entry.english == english, entry.context == context else {
      return nil
    }
    return entry.translations
  }

  private func isBlank(after end: Int) -> Bool {
    let next = end + 1 < bytes.count ? bytes[end + 1] : UInt8(ascii: "\n")
    return next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r") || next == UInt8(ascii: "#")
  }

  private static let flags = Array("#,".utf8)
  private static let englishWord = Array("msgid ".utf8)
  /// The words that begin a field, and whether it is one by which an entry is known.
  private static let keywords: [(bytes: [UInt8], begins: Bool)] = [
    (Array("msgctxt ".utf8), true), (englishWord, true), (Array("msgid_plural ".utf8), false),
    (Array("msgstr".utf8), false),
  ]
}

/// What an entry is known by, as a number: FNV-1a of its context and English words, as a file writes them.
private struct EntryKey: Equatable, Sendable {
  private(set) var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  private var length = 0

  /// Whether it has no words: that of the heading of a file.
  var isOfHeading: Bool { length == 0 }

  /// Adds what stands between the quotes of a line.
  mutating func add(quoted line: ArraySlice<UInt8>) {
    let quote = UInt8(ascii: "\"")
    guard let first = line.firstIndex(of: quote), let last = line.lastIndex(of: quote), first < last else {
      return
    }
    for byte in line[(first + 1)..<last] { add(byte) }
  }

  /// Adds a text, as a file would write it.
  mutating func add(plain text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"): add(escaped: "n")
      case UInt8(ascii: "\t"): add(escaped: "t")
      case UInt8(ascii: "\""): add(escaped: "\"")
      case UInt8(ascii: "\\"): add(escaped: "\\")
      default: add(byte)
      }
    }
  }

  /// Parts the context from the words.
  mutating func part() {
    add(4)
    length = 0
  }

  private mutating func add(escaped letter: Unicode.Scalar) {
    add(UInt8(ascii: "\\"))
    add(UInt8(ascii: letter))
  }

  private mutating func add(_ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    length += 1
  }
}
