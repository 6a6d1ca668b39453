import Postgres

/// How an instructor is named: the partner whose staff they are, and their number there, as in `UZ-TSTU/117`.
public struct InstructorCode: Hashable, Sendable, TextCoded {
  /// The partner.
  public let partner: PartnerCode
  /// The number it knows them by, in capitals.
  public let number: String

  /// A member of a partner's staff.
  public init(partner: PartnerCode, number: String) {
    self.partner = partner
    self.number = number.uppercased()
  }

  /// Reads `PARTNER/NUMBER`; anything else is `nil`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    self.init(partner: PartnerCode(String(parts[0])), number: String(parts[1]))
  }
}

extension InstructorCode: CustomStringConvertible, SQLDecodable {
  /// Partner and number, as in `UZ-TSTU/117`.
  public var description: String { "\(partner)/\(number)" }
}
