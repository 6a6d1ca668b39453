/// A number of a cell as text: written out whole, as it was typed, or in the form that tells it was spoiled.
///
/// A spreadsheet keeps fifteen digits. What has more, as the number of a bank card or an identity card, has
/// lost its end, and is written in the form in which Excel shows it, `1.23456789012345E+17`: every import
/// refuses that.
struct NumberText {
  private static let precision = 15

  private let isNegative: Bool
  /// The digits, without zeros at either end.
  private let digits: [UInt8]
  /// How many of the digits stand before the point; beyond them there are zeros.
  private let point: Int

  /// Reads a number as a workbook writes it, `998901234567` or `9.98901234567E11`; nil for what is none.
  init?(_ text: ArraySlice<UInt8>) {
    var rest = text
    let sign = rest.first
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
    let mantissa = rest.prefix { $0 | 0x20 != UInt8(ascii: "e") }
    var exponent = 0
    if mantissa.count < rest.count {
      guard let number = Int(String(decoding: rest.dropFirst(mantissa.count + 1), as: UTF8.self)) else {
        return nil
      }
      exponent = number
    }
    var (digits, point): ([UInt8], Int?) = ([], nil)
    for byte in mantissa {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
      case UInt8(ascii: ".") where point == nil: point = digits.count
      default: return nil
      }
    }
    guard !digits.isEmpty, abs(exponent) < 400, digits.count < 400 else { return nil }
    let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(zeros)
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    let places = (point ?? mantissa.count) - zeros + exponent
    self.isNegative = sign == UInt8(ascii: "-") && !digits.isEmpty
    self.digits = digits
    self.point = digits.isEmpty ? 1 : places
  }

  /// The text of a number in a format that is no day.
  func text(_ format: CellFormat) -> String {
    let isPercent = format == .percent
    let number = isPercent ? shifted(by: 2) : self
    let text = number.written + (isPercent ? "%" : "")
    guard case .padded(let width) = format, !isNegative, !text.contains(".") else { return text }
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  private func shifted(by places: Int) -> NumberText {
    NumberText(isNegative: isNegative, digits: digits, point: point + (digits.isEmpty ? 0 : places))
  }

  private init(isNegative: Bool, digits: [UInt8], point: Int) {
    self.isNegative = isNegative
    self.digits = digits
    self.point = point
  }

  private var written: String {
    // More digits than are kept, or the dust of a computation, which is no value.
    if point > Self.precision || point < -Self.precision { return scientific }
    // What a computation leaves behind the fifteenth digit, as in 0.30000000000000004.
    return digits.count > Self.precision ? rounded.plain : plain
  }

  private var plain: String {
    if digits.isEmpty { return "0" }
    let text = String(decoding: digits, as: UTF8.self)
    let sign = isNegative ? "-" : ""
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + text }
    if point >= digits.count { return sign + text + String(repeating: "0", count: point - digits.count) }
    return sign + String(decoding: digits[..<point], as: UTF8.self) + "."
      + String(decoding: digits[point...], as: UTF8.self)
  }

  /// As Excel shows what it can't keep whole.
  private var scientific: String {
    let shown = digits.prefix(Self.precision)
    let tail = shown.count > 1 ? "." + String(decoding: shown.dropFirst(), as: UTF8.self) : ""
    let exponent = point - 1
    return (isNegative ? "-" : "") + String(decoding: shown.prefix(1), as: UTF8.self) + tail
      + "E" + (exponent < 0 ? "-" : "+") + String(abs(exponent))
  }

  /// To fifteen digits, of more.
  private var rounded: NumberText {
    var kept = Array(digits.prefix(Self.precision))
    var point = point
    if digits[Self.precision] >= UInt8(ascii: "5") {
      while kept.last == UInt8(ascii: "9") { kept.removeLast() }
      if kept.isEmpty {
        kept = [UInt8(ascii: "1")]
        point += 1
      } else {
        kept[kept.count - 1] += 1
      }
    }
    while kept.last == UInt8(ascii: "0") { kept.removeLast() }
    return NumberText(isNegative: isNegative, digits: kept, point: point)
  }

  /// The number for counting days by.
  var value: Double {
    Double("\(isNegative ? "-" : "")0.\(String(decoding: digits, as: UTF8.self))0e\(point)") ?? 0
  }
}
