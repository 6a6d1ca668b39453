import Postgres

/// Where an enrollment stands.
public enum EnrollmentState: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable, SQLDecodable {
  case applied, waitlisted, admitted, enrolled, suspended
  case completed, withdrawn, dismissed, transferred, rejected, declined
  /// All its events were voided: it never was.
  case annulled
  /// The database's own enum.
  public static var sqlType: SQLType { .unknown }
}

/// A student in a cohort, with every event.
public struct Enrollment: Sendable, Codable, Hashable {
  /// The student.
  public let student: StudentNumber
  /// The student's name.
  public let name: String
  /// The cohort.
  public let cohort: CohortCode
  /// Where it stands.
  public let state: EnrollmentState
  /// Since when.
  public let since: Day
  /// Day of the application.
  public let appliedOn: Day
  /// Place on the waitlist.
  public let place: Int?
  /// Why the entry rules were set aside.
  public let override: String?
  /// Cohort of the enrollment it continues after a transfer or a return.
  public let continues: CohortCode?
  /// Cohort in which it is continued after a transfer or a return.
  public let continuedIn: CohortCode?
  /// What happened, in the order it was recorded.
  public let events: [EnrollmentEvent]
}

/// A change of an enrollment.
public struct EnrollmentEvent: Sendable, Codable, Hashable {
  /// Number within the enrollment.
  public let nth: Int
  /// State before; empty for the first.
  public let from: EnrollmentState?
  /// State from then on; empty where it only voids another.
  public let to: EnrollmentState?
  /// Day from which it was true.
  public let on: Day
  /// When it was recorded, UTC.
  public let recordedAt: String
  /// By which role.
  public let recordedBy: String
  /// Coded reason.
  public let reasonCode: String?
  /// Reason in words.
  public let reason: String?
  /// Event that this one corrects.
  public let voids: Int?
  /// Event by which this one was corrected.
  public let voidedBy: Int?
}

/// Which enrollments of a cohort a verb is for.
public enum EnrollmentSelection: Sendable, Hashable {
  /// Those of these students.
  case students([StudentReference])
  /// All that stand in one of these states.
  case states([EnrollmentState])
}

/// Why a change happens.
public struct ChangeReason: Sendable, Hashable {
  /// Code of the list of reasons.
  public var code: String?
  /// In words.
  public var text: String?

  /// A coded reason, words, both or neither.
  public init(code: String? = nil, text: String? = nil) {
    self.code = code
    self.text = text
  }
}

/// What a verb did to enrollments of a cohort.
public struct EnrollmentOutcome: Sendable, Codable, Hashable {
  /// The cohort.
  public let cohort: CohortCode
  /// The cohort that was left for it, of those who were transferred.
  public var from: CohortCode?
  /// The editions of the program that the two follow, where these are not the same.
  public var editions: [String] = []
  /// Those that were changed, and how they stand now.
  public var done: [Standing] = []
  /// Those that were given the seats that became free, in this cohort or in another one.
  public var promoted: [Standing] = []
  /// Those that were left out, and why.
  public var leftOut: [LeftOut] = []

  /// How an enrollment stands.
  public struct Standing: Sendable, Codable, Hashable {
    /// The student.
    public let student: StudentNumber
    /// Name as the student writes it.
    public let name: String?
    /// The cohort.
    public let cohort: CohortCode
    /// The state.
    public let state: EnrollmentState
    /// Place on the waitlist.
    public let place: Int?
  }

  /// A student who was left out.
  public struct LeftOut: Sendable, Codable, Hashable {
    /// The student.
    public let student: StudentNumber
    /// Every rule that stands against it.
    public let rules: [BrokenRule]
  }
}
