/// A header that nothing stands for, and the column that it may mean.
public struct UnknownHeader: Equatable, Sendable, Codable, Hashable {
  /// The header as it stands in the file.
  public let header: String
  /// The name of the column that resembles it most, among those that the file does not have yet.
  public let column: String?
}

extension HeaderMapping {
  /// The headers that nothing stands for, each with the column it may mean.
  public func unknownHeaders(of header: Header, to keys: ColumnKeys) -> [UnknownHeader] {
    let free = zip(keys.columns, indices).filter { $1 == nil }.map(\.0)
    return unknown.map { index in
      UnknownHeader(header: header.names[index], column: free.resembled(by: header.names[index])?.name)
    }
  }
}

extension [DeclaredColumn] {
  /// The column of which a name or alias stands within a header, or of which the header is the beginning or a
  /// misspelling.
  fileprivate func resembled(by header: String) -> DeclaredColumn? {
    let key = Header.normalizedKey(header)
    let words = header.split { !$0.isLetter && !$0.isNumber }.map { Header.normalizedKey(String($0)) }
    var best: (column: DeclaredColumn, likeness: Int)?
    for column in self {
      for name in [column.name] + column.aliases {
        let likeness = Self.likeness(key, words, Header.normalizedKey(name), name)
        if likeness > best?.likeness ?? 0 { best = (column, likeness) }
      }
    }
    return best?.column
  }

  /// How much of a header a name accounts for; 0 where it is none of it.
  private static func likeness(_ key: String, _ words: [String], _ other: String, _ name: String) -> Int {
    let isHan = other.unicodeScalars.contains { $0.properties.isIdeographic }
    guard other.count >= (isHan ? 2 : 3), key.count >= (isHan ? 2 : 3) else { return 0 }
    if isHan { return key.contains(other) ? 2 * other.count : other.contains(key) ? key.count : 0 }
    let parts = name.split { !$0.isLetter && !$0.isNumber }.map { Header.normalizedKey(String($0)) }
    // Its words follow each other in the header, the last of them perhaps in another form.
    for start in words.indices where start + parts.count <= words.count {
      let run = words[start..<(start + parts.count)]
      if zip(run, parts).allSatisfy({ $0 == $1 || $1.count > 3 && $0.hasPrefix($1) }) {
        return 2 * other.count
      }
    }
    let distance = editDistance(Array<Character>(key), Array<Character>(other))
    if distance <= Swift.min(key.count, other.count) / 3 { return 2 * other.count - distance }
    return key.count > 3 && other.hasPrefix(key) ? key.count : 0
  }
}

/// An option as it is typed in a shell, in double quotes.
public func shellQuoted(_ text: String) -> String {
  var quoted = "\""
  for character in text {
    if "\\\"$`".contains(character) { quoted += "\\" }
    quoted += character.isNewline ? " " : String(character)
  }
  return quoted + "\""
}
