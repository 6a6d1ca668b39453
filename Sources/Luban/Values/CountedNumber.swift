/// Numbers that each workshop counts for itself, as people write them: `S-00012`, `UZ-TAS/B-0017`.
enum CountedNumber {
  /// A number behind its letter, in so many digits or more.
  static func text(_ letter: String, _ value: Int, digits: Int) -> String {
    let text = String(value)
    return "\(letter)-" + String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  /// Reads `S-00012`, `s-12` and `12`; anything else is `nil`, and so is 0.
  static func value(_ letter: String, of text: Substring) -> Int? {
    let digits = text.prefix(2).uppercased() == "\(letter)-" ? text.dropFirst(2) : text
    guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let value = Int(digits), value > 0
    else { return nil }
    return value
  }

  /// The workshop, where one is named before a stroke, and the number as it is written.
  static func parts(of text: String) -> (workshop: WorkshopCode?, number: Substring)? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let number = parts.last else { return nil }
    let workshop = parts.count == 2 ? WorkshopCode(String(parts[0])) : nil
    return workshop?.rawValue.isEmpty == true ? nil : (workshop, number)
  }
}
