import Postgres

/// Which of several attempts at a course counts.
public enum CountedAttempt: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable, SQLDecodable {
  case best, latest
  /// The database's own enum.
  public static var sqlType: SQLType { .unknown }
}

/// How excused absence counts in rates of attendance.
public enum ExcusedRule: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable, SQLDecodable {
  case leftOut = "left_out"
  case attended, missed
  /// The database's own enum.
  public static var sqlType: SQLType { .unknown }
}

/// What an edition asks of those who complete it, beside required courses and electives of its curriculum.
///
/// Where a part is `nil`, nothing is asked.
public struct CompletionRule: Sendable, Hashable, Codable {
  /// Scale of marks where a course has none of its own.
  public let scale: String?
  /// Which attempt at a course counts.
  public let countedAttempt: CountedAttempt
  /// How excused absence counts.
  public let excused: ExcusedRule
  /// Least attendance over all classes, in percent of the hours held while enrolled.
  public let attendance: Double?
  /// Least attendance in each class, in percent.
  public let courseAttendance: Double?
  /// Level to be reached.
  public let language: LanguageLevel?
  /// Hours of culture, in classes and events.
  public let cultureHours: Double?
  /// Hours of placement.
  public let placementHours: Double?
}

/// Parts of a rule of completion to be stated or dropped.
public struct CompletionRuleChanges: Sendable {
  /// A part that can be dropped.
  public enum Part: String, Sendable, CaseIterable, Hashable {
    case scale, attendance
    case courseAttendance = "course-attendance"
    case language
    case cultureHours = "culture-hours"
    case placementHours = "placement-hours"
  }

  /// Scale of marks.
  public var scale: String?
  /// Which attempt counts.
  public var countedAttempt: CountedAttempt?
  /// How excused absence counts.
  public var excused: ExcusedRule?
  /// Least attendance over all classes, in percent.
  public var attendance: Double?
  /// Least attendance in each class, in percent.
  public var courseAttendance: Double?
  /// Level to be reached.
  public var language: LanguageLevel?
  /// Hours of culture.
  public var cultureHours: Double?
  /// Hours of placement.
  public var placementHours: Double?
  /// What is asked no more.
  public var dropped: Set<Part> = []

  /// Nothing changed: an edition without a rule gets one that asks for its required courses and electives.
  public init() {}
}
