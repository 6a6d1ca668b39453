import Postgres

/// One Luban Workshop: who takes part in it, what it may teach, what it teaches.
public struct Workshop: Sendable, Hashable, Codable {
  /// Its code, as in `UZ-TAS`.
  public let code: WorkshopCode
  /// Its name by language.
  public let titles: Titles
  /// Host country, ISO 3166-1 alpha-2.
  public let country: String
  /// City of the main site.
  public let city: String?
  /// Time zone of the school, as in `Asia/Tashkent`.
  public let timeZone: String?
  /// Whether it teaches yet, still, or no more.
  public let status: WorkshopStatus
  /// Whether the Chinese lead is a Tianjin college.
  public let isLedFromTianjin: Bool
  /// Free remark.
  public let note: String?
  /// Where the entry was taken from.
  public let source: String?
  /// Who takes part in it, the present ones first.
  public let roles: [WorkshopRole]
  /// Its milestones, in the order of their dates.
  public let milestones: [WorkshopMilestone]
  /// Agreements in force that cover it.
  public let agreements: [AgreementSummary]
  /// Programs with a cohort here, and those an agreement in force names.
  public let programs: [WorkshopProgram]
  /// Its cohorts, the latest first.
  public let cohorts: [WorkshopCohort]
  /// Students on its books.
  public let students: Int
}

/// Whether a workshop teaches yet, still, or no more.
public enum WorkshopStatus: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable, SQLDecodable {
  case preparing, operating, closed
  /// The database's own enum.
  public static var sqlType: SQLType { .unknown }
}

/// What part a partner takes in a workshop.
public enum WorkshopRoleKind: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable, SQLDecodable {
  case host, lead, enterprise
  case awardingBody = "awarding_body"
  /// The database's own enum.
  public static var sqlType: SQLType { .unknown }
}

/// A partner that takes part in a workshop.
public struct WorkshopRole: Sendable, Hashable, Codable {
  /// The partner.
  public let partner: PartnerCode
  /// What it is called.
  public let name: String
  /// Its part.
  public let role: WorkshopRoleKind
  /// First day in the part; `nil` for from the beginning.
  public let since: Day?
  /// First day no longer in it; `nil` for no end.
  public let until: Day?
}

/// Which milestone of a workshop; sources count its beginning from different ones.
public enum WorkshopMilestoneKind: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable,
  SQLDecodable
{
  case signed, unveiled
  case trialOperation = "trial_operation"
  case inOperation = "in_operation"
  case renewed, closed
  /// The database's own enum.
  public static var sqlType: SQLType { .unknown }
}

/// A dated milestone of a workshop.
public struct WorkshopMilestone: Sendable, Hashable, Codable {
  /// Which one.
  public var kind: WorkshopMilestoneKind
  /// Its date, as precisely as known.
  public var date: PartialDate
  /// What should be known beside it.
  public var note: String?

  /// A dated milestone.
  public init(_ kind: WorkshopMilestoneKind, _ date: PartialDate, note: String? = nil) {
    self.kind = kind
    self.date = date
    self.note = note
  }
}

/// A program at a workshop.
public struct WorkshopProgram: Sendable, Hashable, Codable {
  /// Its code.
  public let code: ProgramCode
  /// Title of its latest edition.
  public let title: String
  /// How many cohorts it has here.
  public let cohorts: Int
  /// Whether an agreement in force covers it here.
  public let isCovered: Bool
}

/// A cohort of a workshop in one line.
public struct WorkshopCohort: Sendable, Hashable, Codable {
  /// Its code.
  public let code: CohortCode
  /// Where it stands.
  public let status: CohortStatus
  /// First day of teaching.
  public let intakeOn: Day
  /// Seats.
  public let capacity: Int
  /// Seats held by admitted, enrolled and suspended.
  public let seatsHeld: Int
  /// How many completed it.
  public let completed: Int
}

/// What became of closing a workshop.
public struct WorkshopClosing: Sendable, Hashable, Codable {
  /// The workshop.
  public let workshop: Workshop
  /// Planned cohorts, which will not open.
  public let planned: [CohortCode]
}
