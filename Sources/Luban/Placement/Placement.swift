import Postgres

/// A student at an enterprise.
public struct Placement: Sendable, Codable, Hashable {
  /// The student.
  public let student: StudentNumber
  /// The student's name.
  public let name: String
  /// The cohort.
  public let cohort: CohortCode
  /// The offer it takes a place of.
  public let offer: OfferCode
  /// The enterprise.
  public let partner: PartnerCode
  /// The work.
  public let title: String
  /// First day.
  public let beginsOn: Day
  /// Last day as planned.
  public let endsOn: Day
  /// Last day where it ended before its time.
  public let endedOn: Day?
  /// Why it did.
  public let endReason: String?
  /// Who looks after the student.
  public let supervisor: String?
  /// Hours planned.
  public let planned: Double
  /// Hours worked.
  public let worked: Double
  /// What was worked, by day.
  public let log: [LoggedDay]
  /// How enterprise and school judged it.
  public let evaluations: [PlacementEvaluation]

  /// Hours of a day.
  public struct LoggedDay: Sendable, Codable, Hashable {
    /// The day.
    public let on: Day
    /// Hours worked.
    public let hours: Double
    /// What was done.
    public let task: String?
    /// Reason of the latest correction.
    public let note: String?
  }
}

/// Who evaluates a placement.
public enum EvaluationSide: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable, SQLDecodable {
  case enterprise, school
  /// The database's own enum.
  public static var sqlType: SQLType { .unknown }
}

/// How a side judged a placement.
public struct PlacementEvaluation: Sendable, Codable, Hashable {
  /// Enterprise or school.
  public let side: EvaluationSide
  /// Scale of the mark.
  public let scale: String
  /// The mark as its scale writes it.
  public let mark: String
  /// Whether it passes.
  public let passed: Bool
  /// The day.
  public let on: Day
  /// By whom.
  public let by: String?
  /// What was said.
  public let comment: String?
}

/// Which placement of a student is meant.
public struct PlacementReference: Sendable, Hashable {
  /// The student.
  public var student: StudentReference
  /// In this cohort, where the student is in several.
  public var cohort: CohortCode?
  /// Of this offer; of any where `nil`.
  public var offer: OfferCode?
  /// The one that lies on this day; the latest where `nil`.
  public var day: Day?

  /// The latest placement of a student, unless told otherwise.
  public init(
    _ student: StudentReference, cohort: CohortCode? = nil, offer: OfferCode? = nil, on day: Day? = nil
  ) {
    self.student = student
    self.cohort = cohort
    self.offer = offer
    self.day = day
  }
}

/// What came of assigning students to an offer.
public struct PlacementAssignment: Sendable, Codable, Hashable {
  /// The offer.
  public let offer: OfferCode
  /// The cohort.
  public let cohort: CohortCode
  /// Those who were given places, in their order.
  public var placed: [StudentNumber] = []
  /// First day.
  public let beginsOn: Day
  /// Last day.
  public let endsOn: Day
  /// Places still free.
  public let free: Int
  /// Those left out, and why.
  public var leftOut: [EnrollmentOutcome.LeftOut] = []
}
