import Postgres

/// A course of study, through all its editions.
public struct Program: Sendable, Hashable, Codable {
  /// Its code, as in `LOG`.
  public let code: ProgramCode
  /// Industry it serves.
  public let industry: String?
  /// All its editions, the latest first.
  public let editions: [EditionSummary]
  /// One of them in full: the one asked for, else the latest.
  public let edition: ProgramEdition
}

/// What a program is and whom it is meant for: degrees, short courses and the training of teachers are never
/// added up.
public enum ProgramMode: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable, SQLDecodable {
  case degreeEducation = "degree_education"
  case shortTermTraining = "short_term_training"
  case teacherTraining = "teacher_training"
  /// The database's own enum.
  public static var sqlType: SQLType { .unknown }
}

/// A stage of a program at one place: 6 months workshop, 24 in Tianjin, 6 of internship.
public struct ProgramStage: Sendable, Hashable, Codable {
  /// What or where it is.
  public var place: String
  /// Its length in months.
  public var months: Int
  /// The partner it takes place at.
  public var partner: PartnerCode?

  /// A stage.
  public init(place: String, months: Int, partner: PartnerCode? = nil) {
    self.place = place
    self.months = months
    self.partner = partner
  }
}

/// Which side awards a certificate.
public enum CertificateSide: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable, SQLDecodable {
  case host, chinese
  /// The database's own enum.
  public static var sqlType: SQLType { .unknown }
}

/// One of the one or two certificates a program leads to.
public struct ProgramCertificate: Sendable, Hashable, Codable {
  /// Who awards it: the host's or the Chinese side.
  public var side: CertificateSide
  /// Its title.
  public var title: String
  /// The partner that awards it.
  public var partner: PartnerCode?

  /// A certificate.
  public init(side: CertificateSide, title: String, partner: PartnerCode? = nil) {
    self.side = side
    self.title = title
    self.partner = partner
  }
}

/// What may be said of a program and one of its editions.
///
/// A new one has titles, mode, field, level and months.
public struct ProgramDetails: Details {
  /// Titles to be set; those in other languages stay.
  public var titles: Titles = [:]
  /// Languages whose title is dropped.
  public var droppedTitles: [String] = []
  /// Degree education, short-term training or teacher training.
  public var mode: ProgramMode?
  /// Field of study, by its ISCED-F 2013 code.
  public var field: String?
  /// Level, ISCED 2011.
  public var level: Int?
  /// Nominal duration in months.
  public var months: Int?
  /// Least age in years on the day of application.
  public var minimumAge: Int?
  /// Least schooling at entry, ISCED 2011.
  public var minimumSchooling: Int?
  /// Language level required at entry.
  public var entryLevel: LanguageLevel?
  /// Program that must have been completed before.
  public var requiredProgram: ProgramCode?
  /// Industry it serves; of the program, so it can be changed when its editions are frozen.
  public var industry: String?
  /// All stages anew, in their order.
  public var stages: [ProgramStage] = []
  /// Certificates, each in the place of that of its side.
  public var certificates: [ProgramCertificate] = []
  /// What is to be emptied.
  public var cleared: Set<Clearable> = []

  /// What a program can be without.
  public enum Clearable: String, Sendable, CaseIterable, Codable {
    case minimumAge = "minimum-age"
    case minimumSchooling = "minimum-schooling"
    case entryLevel = "entry-level"
    case requiredProgram = "required-program"
    case industry
    case stages
    case hostCertificate = "host-certificate"
    case chineseCertificate = "chinese-certificate"
  }

  /// Nothing said yet.
  public init() {}
}
