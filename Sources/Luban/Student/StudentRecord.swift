/// All that is known of a student: the person, former names, every enrollment, and what happened.
public struct StudentRecord: Sendable, Hashable, Codable {
  /// The person.
  public let student: Student
  /// Names that are no longer theirs, latest first.
  public let formerNames: [FormerName]
  /// Enrollments, latest first.
  public let enrollments: [Standing]
  /// What happened to the enrollments, by day.
  public let history: [Event]
  /// What they have learned and done.
  public let story: StudentStory
  /// When the person was entered, UTC.
  public let enteredAt: String
  /// The role that entered them.
  public let enteredBy: String
  /// The import that entered them, if it was one: `UZ-TAS/B-0012`.
  public let batch: String?
  /// What of person, names, marks, tests and attendance was changed since, latest first.
  public let changes: [Change]

  /// A name that is no longer the person's.
  public struct FormerName: Sendable, Hashable, Codable {
    /// native, latin or chinese.
    public let kind: String
    /// The whole name.
    public let name: String
    /// First day on which it was no longer theirs.
    public let until: Day
  }

  /// A field of the person, of a name, mark, test or attendance of theirs that was changed.
  public struct Change: Sendable, Hashable, Codable {
    /// When it was changed, UTC.
    public let changedAt: String
    /// The role that changed it.
    public let changedBy: String
    /// The course of a mark, the test, or course and day of a session; empty of the person.
    public let about: String?
    /// The field, as listings and files call it.
    public let field: String
    /// What stood there; empty where nothing did.
    public let before: String?
    /// What was put there; empty where it was removed.
    public let after: String?
    /// The import that changed it, if it was one.
    public let batch: String?
    /// Why, where that was asked for.
    public let why: String?
  }

  /// How an enrollment stands.
  public struct Standing: Sendable, Hashable, Codable {
    /// The cohort.
    public let cohort: CohortCode
    /// Its program.
    public let program: ProgramCode
    /// Where the enrollment stands.
    public let state: EnrollmentState
    /// Since when.
    public let since: Day
    /// Turn on the waitlist, 1 the next.
    public let place: Int?
  }

  /// A change of an enrollment.
  public struct Event: Sendable, Hashable, Codable {
    /// Day from which it was true.
    public let on: Day
    /// The cohort.
    public let cohort: CohortCode
    /// State before; empty for the first.
    public let from: EnrollmentState?
    /// State from then on; empty where it only voids another.
    public let to: EnrollmentState?
    /// Coded reason.
    public let reasonCode: String?
    /// Reason in words.
    public let reason: String?
    /// When it was recorded, UTC.
    public let recordedAt: String
    /// The role that recorded it.
    public let recordedBy: String
    /// Whether a later event says that it was wrong.
    public let isVoid: Bool
  }
}
