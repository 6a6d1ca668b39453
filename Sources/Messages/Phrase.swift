extension Catalog {
  /// A text with what the database put into it as phrases said in the language of the catalog.
  ///
  /// A phrase stands between the signs SO and SI, its text before its values, each behind US: the function
  /// `phrase` of the database writes it. Within its values may stand others.
  public func reading(_ text: String) -> String {
    guard text.utf8.contains(Self.begins) else { return text }
    var open: [[UInt8]] = [[]]
    var parts: [[String]] = []
    for byte in text.utf8 {
      switch byte {
      case Self.begins:
        open.append([])
        parts.append([])
      case Self.parts where !parts.isEmpty:
        parts[parts.count - 1].append(String(decoding: open[open.count - 1], as: UTF8.self))
        open[open.count - 1] = []
      case Self.ends where !parts.isEmpty:
        let last = String(decoding: open.removeLast(), as: UTF8.self)
        let told = phrase(parts.removeLast() + [last])
        open[open.count - 1] += Array(told.utf8)
      default: open[open.count - 1].append(byte)
      }
    }
    return String(decoding: open.joined(), as: UTF8.self)
  }

  /// A row of a file with its phrases said, where it has any.
  public func reading(
    _ row: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    guard row.contains(Self.begins) else { return try body(row) }
    try Array(reading(String(decoding: row, as: UTF8.self)).utf8).withUnsafeBytes(body)
  }

  /// A text and its values as a sentence; a text that is a single word may be one that tables have.
  private func phrase(_ parts: [String]) -> String {
    let english = parts[0]
    let text = isKnown(english) || english.contains("{") ? self.text(english) : word(english)
    let named = parts.dropFirst().enumerated().map { (String($0.offset), $0.element) }
    return text.filled(Dictionary(uniqueKeysWithValues: named))
  }

  private static let begins: UInt8 = 14
  private static let ends: UInt8 = 15
  private static let parts: UInt8 = 31
}
