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

extension Programs {
  /// States what an edition asks of those who complete it, the latest edition where none is named.
  ///
  /// What is not named stays; an edition without a rule gets one.
  ///
  /// - Throws: ``LubanError`` for an unknown scale or level, an edition in use that has a rule, one that
  ///   somebody has completed already.
  @discardableResult
  public func state(
    _ changes: CompletionRuleChanges, of code: ProgramCode, edition: String? = nil
  ) async throws -> ProgramEdition {
    try await office.perform("program rule") { tx in
      let edition = try tx.edition(edition, of: code)
      let language = try tx.existing(changes.language)
      let scale = try changes.scale.map(tx.scale)
      let keeps = { (part: CompletionRuleChanges.Part) in !changes.dropped.contains(part) }
      try tx.execute(
        """
        insert into completion_rule as r (edition_id, scale, counted_attempt, excused, attendance_percent,
          course_attendance_percent, language_framework, language_level, culture_hours, placement_hours)
        values (\(edition), \(scale), coalesce(\(changes.countedAttempt)::counted_attempt, 'best'),
          coalesce(\(changes.excused)::excused_rule, 'left_out'), \(changes.attendance),
          \(changes.courseAttendance), \(language?.framework), \(language?.level), \(changes.cultureHours),
          \(changes.placementHours))
        on conflict (edition_id) do update set
          scale = case when \(keeps(.scale)) then coalesce(\(scale), r.scale) end,
          counted_attempt = coalesce(\(changes.countedAttempt)::counted_attempt, r.counted_attempt),
          excused = coalesce(\(changes.excused)::excused_rule, r.excused),
          attendance_percent = case when \(keeps(.attendance))
            then coalesce(excluded.attendance_percent, r.attendance_percent) end,
          course_attendance_percent = case when \(keeps(.courseAttendance))
            then coalesce(excluded.course_attendance_percent, r.course_attendance_percent) end,
          language_framework = case when \(keeps(.language))
            then coalesce(excluded.language_framework, r.language_framework) end,
          language_level = case when \(keeps(.language))
            then coalesce(excluded.language_level, r.language_level) end,
          culture_hours = case when \(keeps(.cultureHours))
            then coalesce(excluded.culture_hours, r.culture_hours) end,
          placement_hours = case when \(keeps(.placementHours))
            then coalesce(excluded.placement_hours, r.placement_hours) end
        """)
      return try tx.programEdition(edition)
    }
  }
}

extension Transaction {
  /// The rule of completion of an edition; `nil` where none is stated.
  func completionRule(of edition: Int) throws -> CompletionRule? {
    try first(
      """
      select scale, counted_attempt, excused, attendance_percent, course_attendance_percent,
        language_framework || ':' || language_level as language, culture_hours, placement_hours
      from completion_rule where edition_id = \(edition)
      """
    ) { row in
      CompletionRule(
        scale: try row.decode("scale"), countedAttempt: try row.decode("counted_attempt"),
        excused: try row.decode("excused"), attendance: try row.decode("attendance_percent"),
        courseAttendance: try row.decode("course_attendance_percent"), language: try row.decode("language"),
        cultureHours: try row.decode("culture_hours"), placementHours: try row.decode("placement_hours"))
    }
  }
}
