/// Which culture events are listed.
public struct CultureEventFilter: Sendable {
  /// Of a workshop.
  public var workshop: WorkshopCode?
  /// Whose theme begins like this.
  public var theme: String?
  /// That count for this module.
  public var module: CourseCode?
  /// That end on this day or later.
  public var from: Day?
  /// That begin on this day or earlier.
  public var to: Day?

  /// All culture events.
  public init() {}
}

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
