import Postgres

/// Where a graduate is at a survey point.
public struct GraduateOutcome: Sendable, Hashable, Codable {
  /// The cohort in which the graduate completed.
  public let cohort: CohortCode
  /// Number of the graduate.
  public let student: StudentNumber
  /// Name, as the person writes it.
  public let name: String
  /// Survey point, in months after completion.
  public let months: Int
  /// What the graduate does.
  public let status: OutcomeStatus
  /// Day of the answer, or of the inquiry that found nothing.
  public let answeredOn: Day
  /// Whether the work is in the field of the program; `nil` where not known.
  public let isInField: Bool?
  /// Employer.
  public let employer: String?
  /// Whether the employer is Chinese-funded; `nil` where not known.
  public let isChineseFunded: Bool?
  /// Occupation, ISCO-08.
  public let occupation: String?
  /// First day of the first job after completion.
  public let jobFrom: Day?
  /// How satisfied the graduate is with the training, from 1 to 5.
  public let satisfaction: Int?
  /// Reason of the latest correction.
  public let note: String?
}

/// What a graduate does.
public enum OutcomeStatus: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable, SQLDecodable {
  case employed
  case selfEmployed = "self_employed"
  case furtherStudy = "further_study"
  case seeking, other
  /// The survey was not answered, and nothing was found out.
  case unknown
  /// The database's own enum.
  public static var sqlType: SQLType { .unknown }
}

/// What is said of an outcome: all of it where one is added, what changes where one is corrected.
public struct OutcomeDetails: Sendable, Hashable {
  /// What the graduate does.
  public var status: OutcomeStatus?
  /// Day of the answer.
  public var answeredOn: Day?
  /// Whether the work is in the field of the program.
  public var isInField: Bool?
  /// Employer.
  public var employer: String?
  /// Whether the employer is Chinese-funded.
  public var isChineseFunded: Bool?
  /// Occupation, ISCO-08.
  public var occupation: String?
  /// First day of the first job after completion.
  public var jobFrom: Day?
  /// How satisfied the graduate is, from 1 to 5.
  public var satisfaction: Int?

  /// Nothing said yet.
  public init() {}
}
