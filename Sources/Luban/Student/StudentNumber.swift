import Postgres

/// Number of a student, counted within the workshop and written `S-00012`.
public struct StudentNumber: Hashable, Sendable, TextCoded {
  /// The number itself.
  public let value: Int32

  /// Reads `S-00012`, `s-12` and `12`; anything else is `nil`.
  public init?(_ text: String) {
    var digits = Substring(text)
    while digits.first?.isWhitespace == true { digits.removeFirst() }
    while digits.last?.isWhitespace == true { digits.removeLast() }
    guard let value = CountedNumber.value("S", of: digits).flatMap(Int32.init(exactly:)) else { return nil }
    self.value = value
  }
}

extension StudentNumber: CustomStringConvertible, Comparable {
  /// `S-` and five digits or more.
  public var description: String { CountedNumber.text("S", Int(value), digits: 5) }

  /// In the order in which they were given.
  public static func < (left: StudentNumber, right: StudentNumber) -> Bool { left.value < right.value }
}

extension StudentNumber: SQLEncodable, SQLDecodable {
  /// Sent as `integer`.
  public static var sqlType: SQLType { .int4 }
  /// The digits.
  public var sqlText: String? { String(value) }
  /// Reads the digits.
  public init?(sqlText: String) { self.init(sqlText) }
}

/// How people name a student: by number, with the workshop where several count theirs.
public struct StudentReference: Hashable, Sendable {
  /// The workshop, where it is named.
  public let workshop: WorkshopCode?
  /// The number.
  public let number: StudentNumber

  /// A number, in a workshop or wherever there is one student who has it.
  public init(workshop: WorkshopCode? = nil, number: StudentNumber) {
    self.workshop = workshop
    self.number = number
  }

  /// Reads `UZ-TAS/S-00012` or `S-00012`; anything else is `nil`.
  public init?(_ text: String) {
    guard let parts = CountedNumber.parts(of: text), let number = StudentNumber(String(parts.number)) else {
      return nil
    }
    self.init(workshop: parts.workshop, number: number)
  }
}

extension StudentReference: CustomStringConvertible {
  /// `UZ-TAS/S-00012`, or the number alone.
  public var description: String { workshop.map { "\($0)/\(number)" } ?? number.description }
}
