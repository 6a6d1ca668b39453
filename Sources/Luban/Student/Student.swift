import Postgres

/// A person who learns, once in each workshop.
public struct Student: Sendable, Hashable, Codable {
  /// Number within the workshop.
  public let number: StudentNumber
  /// The workshop.
  public let workshop: WorkshopCode
  /// The whole name as the person writes it.
  public let fullName: String
  /// Family name; a mononym has none.
  public let familyName: String?
  /// Given name.
  public let givenName: String?
  /// Patronymic, where there is one.
  public let patronymic: String?
  /// The name as printed in the passport.
  public let latinName: String?
  /// Chinese name, where there is one.
  public let chineseName: String?
  /// Birth date.
  public let birthOn: Day
  /// Gender; empty where not stated.
  public let gender: Gender?
  /// Country of the passport, by its two letters.
  public let nationality: String
  /// Identity document.
  public let document: IdentityDocument?
  /// E-mail address.
  public let email: String?
  /// Telephone number.
  public let phone: String?
  /// Highest schooling, ISCED 2011.
  public let schooling: Int?
  /// Language level shown at entry.
  public let level: LanguageLevel?
  /// Day of the consent to keep these data.
  public let consentOn: Day?

  /// The number with the workshop in front, by which the student is found everywhere.
  public var reference: StudentReference { StudentReference(workshop: workshop, number: number) }
}

/// As the person states it.
public enum Gender: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable, SQLDecodable {
  case female, male, other
  /// The database's own enum.
  public static var sqlType: SQLType { .unknown }
}

/// Kinds of identity documents.
public enum DocumentKind: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable, SQLDecodable {
  case passport
  case nationalID = "national_id"
  case birthCertificate = "birth_certificate"
  case residencePermit = "residence_permit"
  case studentCard = "student_card"
  /// The database's own enum.
  public static var sqlType: SQLType { .unknown }
}

/// An identity document, written `passport:UZ:AB1234567`.
public struct IdentityDocument: Sendable, Hashable, Codable, SQLDecodable, CustomStringConvertible {
  /// What it is.
  public let kind: DocumentKind
  /// Country that issued it, by its two letters.
  public let country: String
  /// Its number, in capitals without blanks.
  public let number: String

  /// A document; lower case is raised and blanks in the number are dropped.
  public init(kind: DocumentKind, country: String, number: String) {
    self.kind = kind
    self.country = country.uppercased()
    self.number = number.uppercased().filter { !$0.isWhitespace }
  }

  /// Reads `KIND:COUNTRY:NUMBER`; anything else is `nil`.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3,
      let kind = DocumentKind(word: parts[0])
    else { return nil }
    self.init(kind: kind, country: parts[1], number: parts[2])
  }

  /// Reads `KIND:COUNTRY:NUMBER`.
  public init?(sqlText: String) { self.init(sqlText) }

  /// Kind, country and number.
  public var description: String { "\(kind.rawValue):\(country):\(number)" }
}
