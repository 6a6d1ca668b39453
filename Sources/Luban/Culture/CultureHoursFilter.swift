/// Whose culture hours are listed, for a day and as far as known at a time.
public struct CultureHoursFilter: Sendable {
  /// Of a workshop.
  public var workshop: WorkshopCode?
  /// Of a cohort.
  public var cohort: CohortCode?
  /// Of a student.
  public var student: StudentReference?
  /// The day for which they are true.
  public var asOf: Day = .today
  /// As far as had been recorded by then; `nil` for all that is known.
  public var knownAt: KnownTime?

  /// All hours, today.
  public init() {}

  var asked: AskedDay { AskedDay(asOf, workshop: workshop ?? student?.workshop, cohort: cohort) }
}
