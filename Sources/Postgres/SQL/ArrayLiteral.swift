/// PostgreSQL's text form of arrays: `{"a \"quoted\" word",NULL,{…}}`.
enum ArrayLiteral {
  /// Writes elements, each in quotes so that none needs a look at what it contains.
  static func write(_ elements: some Sequence<String?>, nested: Bool) -> String {
    var text = "{"
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      guard let element else {
        text += "NULL"
        continue
      }
      text += nested ? element : quoted(element)
    }
    return text + "}"
  }

  private static func quoted(_ element: String) -> String {
    var text = "\""
    for character in element.unicodeScalars {
      if character == "\"" || character == "\\" { text.unicodeScalars.append("\\") }
      text.unicodeScalars.append(character)
    }
    return text + "\""
  }

  /// Reads the outermost elements; an inner array stays text.
  ///
  /// `nil` if `text` is no array literal.
  static func read(_ text: String) -> [String?]? {
    var reader = Reader(bytes: Array(text.utf8))
    return reader.elements()
  }

  private struct Reader {
    let bytes: [UInt8]
    var index = 0

    var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func elements() -> [String?]? {
      skipBounds()
      guard take("{") else { return nil }
      var found: [String?] = []
      if take("}") { return index == bytes.count ? found : nil }
      repeat {
        switch current {
        case UInt8(ascii: "\""):
          guard let element = quotedElement() else { return nil }
          found.append(element)
        case UInt8(ascii: "{"):
          guard let element = nestedElement() else { return nil }
          found.append(element)
        default:
          guard let element = bareElement() else { return nil }
          found.append(element == "NULL" ? nil : element)
        }
      } while take(",")
      return take("}") && index == bytes.count ? found : nil
    }

    /// An array whose first subscript is not 1 begins with its bounds: `[0:1]={a,b}`.
    private mutating func skipBounds() {
      guard current == UInt8(ascii: "["), let sign = bytes.firstIndex(of: UInt8(ascii: "=")) else { return }
      index = sign + 1
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard current == UInt8(ascii: character) else { return false }
      index += 1
      return true
    }

    private mutating func quotedElement() -> String? {
      var element: [UInt8] = []
      index += 1
      while let byte = current, byte != UInt8(ascii: "\"") {
        if byte == UInt8(ascii: "\\") { index += 1 }
        guard let byte = current else { return nil }
        element.append(byte)
        index += 1
      }
      return take("\"") ? String(validating: element, as: UTF8.self) : nil
    }

    private mutating func bareElement() -> String? {
      let start = index
      while let byte = current, byte != UInt8(ascii: ","), byte != UInt8(ascii: "}") { index += 1 }
      return index > start ? String(validating: bytes[start..<index], as: UTF8.self) : nil
    }

    private mutating func nestedElement() -> String? {
      let start = index
      var depth = 0
      while let byte = current {
        if byte == UInt8(ascii: "\"") {
          guard quotedElement() != nil else { return nil }
          continue
        }
        index += 1
        if byte == UInt8(ascii: "{") { depth += 1 }
        if byte == UInt8(ascii: "}") { depth -= 1 }
        if depth == 0 { return String(validating: bytes[start..<index], as: UTF8.self) }
      }
      return nil
    }
  }
}
