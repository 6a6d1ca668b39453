/// Whose language levels are asked for, and for which day.
public struct LanguageLevelScope: Sendable {
  /// Of one student.
  public var student: StudentReference?
  /// Of a workshop.
  public var workshop: WorkshopCode?
  /// Of students with an enrollment in a cohort, and of that enrollment only.
  public var cohort: CohortCode?
  /// In a framework.
  public var framework: String?
  /// Of who has this level of a framework, or a higher one.
  public var least: LanguageLevel?
  /// The day for which they are true.
  public var day: Day = .today
  /// Only what had been recorded by then; all where `nil`.
  public var knownAt: KnownTime?

  /// Of everybody, today.
  public init() {}
}
