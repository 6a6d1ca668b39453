/// What listing results can be narrowed to.
public struct ResultFilter: Sendable {
  /// Of a workshop.
  public var workshop: WorkshopCode?
  /// Of a cohort.
  public var cohort: CohortCode?
  /// In a course.
  public var course: CourseCode?
  /// Of a student.
  public var student: StudentReference?
  /// Graded, recognized or transferred.
  public var kind: ResultKind?
  /// Passed or not.
  public var passed: Bool?
  /// Graded on this day or later.
  public var from: Day?
  /// Graded on this day or earlier.
  public var to: Day?
  /// As far as had been recorded by then; `nil` for all that is known.
  public var knownAt: KnownTime?

  /// All results.
  public init() {}
}
