/// What a text is as the value of a cell.
enum CellValue {
  /// Whether it is a number that a spreadsheet keeps to the last digit and shows as it stands.
  static func isNumber(_ text: [UInt8]) -> Bool {
    let digits = text.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else {
      return false
    }
    return digits.count <= 15 && (parts[0].count == 1 || parts[0].first != UInt8(ascii: "0"))
  }

  /// The number of a day `YYYY-MM-DD` since the end of 1899; nil for what is none, or before March 1900.
  static func serial(_ text: [UInt8]) -> Int? {
    guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") else { return nil }
    let parts = [text[0..<4], text[5..<7], text[8..<10]]
    guard parts.allSatisfy({ $0.allSatisfy(isDigit) }) else { return nil }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    let (month, day) = (numbers[1], numbers[2])
    // What is no day of the calendar stays a text, or it would become another day.
    guard (1...12).contains(month), (1...length(ofMonth: month, in: numbers[0])).contains(day) else {
      return nil
    }
    // The civil calendar to a count of days, by years that begin in March.
    let year = month <= 2 ? numbers[0] - 1 : numbers[0]
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let serial = year * 365 + year / 4 - year / 100 + year / 400 + ofYear - 719_468 + 25_569
    return serial > 60 ? serial : nil
  }

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// Whether a text has Chinese, Japanese or Korean signs.
  static func isEastAsian(_ text: [UInt8]) -> Bool {
    // From U+2E80 on, and beyond the first plane those of Han.
    text.contains { ($0 >= 0xE3 && $0 <= 0xED) || $0 == 0xF0 }
  }

  /// Adds a text as XML; what XML can't hold stands as `_x0001_`.
  static func appendEscaped(_ text: [UInt8], to xml: inout [UInt8]) {
    guard text.contains(where: isSpecial) else {
      xml += text
      return
    }
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "&"): xml += "&amp;".utf8
      case UInt8(ascii: "<"): xml += "&lt;".utf8
      case UInt8(ascii: ">"): xml += "&gt;".utf8
      case UInt8(ascii: "_") where text[(index + 1)...].first == UInt8(ascii: "x"): xml += "_x005F_".utf8
      case 0..<0x20 where byte != 0x09 && byte != 0x0A:
        let digits = String(byte, radix: 16, uppercase: true)
        xml += "_x00\(digits.count == 1 ? "0" : "")\(digits)_".utf8
      default: xml.append(byte)
      }
    }
  }

  /// Whether a byte may have to stand otherwise.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "_")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
