import Postgres

/// A certificate awarded to a graduate.
public struct Credential: Sendable, Hashable, Codable {
  /// Serial number, as in `UZ-TAS-2027-00012`.
  public let serial: CredentialSerial
  /// Valid, revoked, or revoked and replaced by another.
  public let status: Status
  /// Title of the certificate.
  public let title: String
  /// Host or Chinese side.
  public let side: CertificateSide
  /// Awarding body.
  public let awardedBy: PartnerCode
  /// Its names by language, as on the day of issue.
  public var awardingNames: Titles { record.sides.first { $0.side == side }?.names ?? [:] }
  /// Day of issue.
  public let issuedOn: Day
  /// Day of the revocation.
  public let revokedOn: Day?
  /// Why it was revoked.
  public let revokeReason: String?
  /// The credential it was issued anew for.
  public let replaces: CredentialSerial?
  /// The one issued anew for it.
  public let replacedBy: CredentialSerial?
  /// Stable identity for other systems.
  public let uid: String
  /// What was judged.
  public let record: CredentialRecord

  /// Whether it can be relied on.
  public enum Status: String, Sendable, Hashable, Codable, CaseIterable {
    case valid, revoked, replaced
  }
}

/// Serial number of a credential.
public struct CredentialSerial: Hashable, Sendable, TextCoded, SQLEncodable, SQLDecodable {
  /// As it is printed.
  public let rawValue: String

  /// Reads it as printed, in any case, with blanks at the ends.
  public init?(_ text: String) {
    let value = text.filter { !$0.isWhitespace }.uppercased()
    guard !value.isEmpty, value.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else {
      return nil
    }
    rawValue = value
  }

  /// As it is printed.
  public var description: String { rawValue }
  /// As it is kept.
  public var sqlText: String? { rawValue }
  /// A text.
  public static var sqlType: SQLType { .text }
  /// Reads what is kept.
  public init?(sqlText: String) { self.init(sqlText) }
}

/// What issuing credentials came to.
public struct CredentialOutcome: Sendable, Hashable, Codable {
  /// The cohort.
  public let cohort: CohortCode
  /// What was issued.
  public var issued: [Issued] = []
  /// Graduates who were left out, and why.
  public var leftOut: [EnrollmentOutcome.LeftOut] = []

  /// A credential that was issued.
  public struct Issued: Sendable, Hashable, Codable {
    /// The graduate.
    public let student: StudentNumber
    /// Its serial number.
    public let serial: CredentialSerial
  }
}
