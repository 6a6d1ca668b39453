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

/// Whether a language level counts while what shows it is valid, or from when it was reached once.
public enum LanguageRule: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable, SQLDecodable {
  case valid, once
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
  /// Whether it must be valid on the day, or have been reached once.
  public let languageCounted: LanguageRule
  /// Hours of culture, in classes and events.
  public let cultureHours: Double?
  /// Hours of placement.
  public let placementHours: Double?
}

/// What may be said of a rule of completion.
public struct CompletionRuleDetails: Details {
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
  /// Which attempt counts; of a new rule the best where `nil`.
  public var countedAttempt: CountedAttempt?
  /// How excused absence counts; of a new rule it is left out where `nil`.
  public var excused: ExcusedRule?
  /// Least attendance over all classes, in percent.
  public var attendance: Double?
  /// Least attendance in each class, in percent.
  public var courseAttendance: Double?
  /// Level to be reached.
  public var language: LanguageLevel?
  /// Whether it must be valid on the day, or have been reached once; of a new rule valid where `nil`.
  public var languageCounted: LanguageRule?
  /// Hours of culture.
  public var cultureHours: Double?
  /// Hours of placement.
  public var placementHours: Double?
  /// What is asked no more.
  public var dropped: Set<Part> = []

  /// Nothing said yet: an edition without a rule gets one that asks for its required courses and electives.
  public init() {}
}

extension Programs {
  /// States what an edition asks of those who complete it, the latest edition where none is named.
  ///
  /// What is not said stays; an edition without a rule gets one.
  ///
  /// - Throws: ``LubanError`` for an unknown scale or level, an edition in use that has a rule, one that
  ///   somebody has completed already.
  @discardableResult
  public func state(
    _ details: CompletionRuleDetails, of code: ProgramCode, edition: String? = nil
  ) async throws -> ProgramEdition {
    try await office.perform("program rule") { tx in
      let edition = try tx.edition(edition, of: code)
      let language = try tx.existing(details.language)
      let scale = try details.scale.map(tx.scale)
      let drops = details.dropped.contains
      try tx.upsert(
        into: "completion_rule", key: Assignment("edition_id", edition),
        [
          Assignment("scale", scale, isCleared: drops(.scale)),
          Assignment("counted_attempt", details.countedAttempt),
          Assignment("excused", details.excused),
          Assignment("attendance_percent", details.attendance, isCleared: drops(.attendance)),
          Assignment(
            "course_attendance_percent", details.courseAttendance, isCleared: drops(.courseAttendance)),
          Assignment("language_framework", language?.framework, isCleared: drops(.language)),
          Assignment("language_level", language?.level, isCleared: drops(.language)),
          Assignment("language_counted", details.languageCounted),
          Assignment("culture_hours", details.cultureHours, isCleared: drops(.cultureHours)),
          Assignment("placement_hours", details.placementHours, isCleared: drops(.placementHours)),
        ])
      return try tx.programEdition(edition)
    }
  }
}

extension Transaction {
  /// The rule of completion of an edition; `nil` where none is stated.
  func completionRule(of edition: Int) throws -> CompletionRule? {
    try first(
      """
      select scale, counted_attempt, excused, attendance_percent as attendance,
        course_attendance_percent as course_attendance,
        language_framework || ':' || language_level as language, language_counted, culture_hours,
        placement_hours
      from completion_rule where edition_id = \(edition)
      """, of: CompletionRule.self)
  }
}
