import Postgres

/// A partner school, college, university, enterprise, awarding body or authority.
public struct Partner: Sendable, Hashable, Codable {
  /// Its code, as in `UZ-TSTU`.
  public let code: PartnerCode
  /// What sort of partner it is.
  public let kind: PartnerKind
  /// Its country, ISO 3166-1 alpha-2.
  public let country: String
  /// The city it stands in.
  public let city: String?
  /// Standing of the partnership.
  public let status: PartnerStatus
  /// What it is called, by language.
  public let names: Titles
  /// What it was called before or will be called, the latest first.
  public let otherNames: [OtherName]
  /// Web address.
  public let website: String?
  /// Free remark.
  public let note: String?
  /// Where the entry was taken from.
  public let source: String?
  /// Persons to write to or call.
  public let contacts: [PartnerContact]
  /// What it signed, those in force first.
  public let agreements: [AgreementSummary]
  /// Its parts in workshops, the present ones first.
  public let roles: [PartnerRole]
  /// Editions of programs in which it has a stage, or awards a certificate.
  public let programs: [PartnerProgram]
  /// How the partnership came to stand as it does.
  public let events: [PartnerEvent]

  /// A name that was, or will be, valid for some time.
  public struct OtherName: Sendable, Hashable, Codable {
    /// Language of the name.
    public let language: String
    /// The name.
    public let name: String
    /// First day of the name; `nil` where nobody knows.
    public let from: Day?
    /// First day on which it was no longer the name.
    public let until: Day?
  }
}

/// What sort of organization a partner is.
public enum PartnerKind: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable, SQLDecodable {
  case school, college, university, enterprise
  case awardingBody = "awarding_body"
  case authority
  /// The database's own enum.
  public static var sqlType: SQLType { .unknown }
}

/// Standing of a partnership, in its order.
public enum PartnerStatus: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable, SQLDecodable {
  case prospect, active, suspended, ended
  /// The database's own enum.
  public static var sqlType: SQLType { .unknown }
}

/// A person to write to or call at a partner.
public struct PartnerContact: Sendable, Hashable, Codable {
  /// Number within the partner, by which it is removed.
  public let number: Int
  /// Name of the person.
  public let name: String
  /// What they do there.
  public let position: String?
  /// E-mail address.
  public let email: String?
  /// Telephone number.
  public let phone: String?
}

/// A part of a partner in a workshop.
public struct PartnerRole: Sendable, Hashable, Codable {
  /// The workshop.
  public let workshop: WorkshopCode
  /// What the workshop is called.
  public let title: String
  /// The part.
  public let role: WorkshopRoleKind
  /// First day in the part; `nil` for from the beginning.
  public let since: Day?
  /// First day no longer in it; `nil` for no end.
  public let until: Day?
}

/// An edition of a program in which a partner has a stage, or awards a certificate.
public struct PartnerProgram: Sendable, Hashable, Codable {
  /// The program.
  public let program: ProgramCode
  /// The edition.
  public let edition: String
  /// What it does there: `stage: Tianjin`, `host certificate: Diploma`.
  public let part: String
}

/// A change of a partnership's standing.
public struct PartnerEvent: Sendable, Hashable, Codable {
  /// Standing from then on.
  public let status: PartnerStatus
  /// The day it took effect.
  public let effectiveOn: Day
  /// Why.
  public let reason: String?
  /// When it was entered: time in UTC to the minute.
  public let recordedAt: String
  /// Role that entered it.
  public let recordedBy: String
}
