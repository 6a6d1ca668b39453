import Postgres

/// A public key by which the certificates of an awarding body are checked.
public struct SignatureKey: Sendable, Hashable, Codable {
  /// Its code, as in `UZ-TSTU/1`.
  public let key: SignatureKeyCode
  /// The awarding body that signs with it.
  public let body: PartnerCode
  /// By which codes and published files name it: 16 hexadecimal digits.
  public let fingerprint: String
  /// Valid, retired or compromised.
  public let status: Status
  /// First day on which it signs, in UTC.
  public let validFrom: Day
  /// Last day on which it signed.
  public let retiredOn: Day?
  /// Day from which others may have it.
  public let compromisedOn: Day?
  /// Why it was retired, or how it was compromised.
  public let reason: String?
  /// Where keys and revocations are published.
  public let address: String?
  /// How many certificates it signed.
  public let signatures: Int

  /// Whether it signs.
  public enum Status: String, Sendable, Hashable, Codable, CaseIterable, SQLDecodable {
    case valid, retired, compromised
  }
}

/// Code of a key: the awarding body and a number, as in `UZ-TSTU/1`.
public struct SignatureKeyCode: Hashable, Sendable, TextCoded, SQLEncodable, SQLDecodable {
  /// The awarding body.
  public let body: PartnerCode
  /// Number within it, from 1.
  public let number: Int

  /// Reads `PARTNER/NUMBER`; anything else is `nil`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let number = Int(parts[1]), number > 0 else { return nil }
    (body, self.number) = (PartnerCode(String(parts[0])), number)
  }

  /// Body and number.
  public var description: String { "\(body)/\(number)" }
  /// As it is shown.
  public var sqlText: String? { description }
  /// A text.
  public static var sqlType: SQLType { .text }
}

/// What signing came to.
public struct SigningOutcome: Sendable, Hashable, Codable {
  /// The key.
  public let key: SignatureKeyCode
  /// What was signed, by serial number.
  public let signed: [CredentialSerial]
  /// How many of those that were named had been signed before, and stay as they are.
  public let unchanged: Int
}

/// What is to be signed.
public enum SigningSelection: Sendable, Hashable {
  /// All valid certificates of the body that are not signed yet.
  case all
  /// Those of a cohort.
  case cohort(CohortCode)
  /// Those with these serial numbers, all or none.
  case serials([CredentialSerial])
}
