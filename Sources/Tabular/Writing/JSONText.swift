/// JSON as text: strings quoted, documents laid out for people.
public enum JSONText {
  /// A string as JSON writes it, in quotes; only what must be is escaped, so names stay legible.
  public static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A JSON text with a value a line and two blanks a level; order, strings and numbers stay as they are.
  ///
  /// The text is taken to be valid JSON, as PostgreSQL makes it.
  public static func pretty(_ json: String) -> String {
    var output: [UInt8] = []
    var depth = 0
    var isInString = false
    var isEscaped = false
    var opened = false
    func breakLine() {
      output.append(Byte.lineFeed)
      output.append(contentsOf: repeatElement(Byte.space, count: 2 * depth))
    }
    for byte in json.utf8 {
      if isInString {
        output.append(byte)
        if isEscaped {
          isEscaped = false
        } else if byte == Byte.backslash {
          isEscaped = true
        } else if byte == Byte.quote {
          isInString = false
        }
        continue
      }
      if byte <= Byte.space { continue }
      let closes = byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
      if closes { depth -= 1 }
      // An empty object or array stays on its line.
      if opened != closes { breakLine() }
      opened = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
      output.append(byte)
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ":"): output.append(Byte.space)
      case Byte.comma: breakLine()
      case Byte.quote: isInString = true
      default: break
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
