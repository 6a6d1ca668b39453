/// What rates of attendance are of.
public enum AttendanceUnit: String, Sendable, Hashable, Codable, CaseIterable {
  /// Each student in each cohort.
  case student
  /// Each class.
  case taughtClass = "class"
  /// Each cohort.
  case cohort
}

/// Which rates of attendance, as of which day, as far as known when.
public struct AttendanceScope: Sendable, Hashable {
  /// Of a workshop.
  public var workshop: WorkshopCode?
  /// Of a cohort.
  public var cohort: CohortCode?
  /// Of a class.
  public var taughtClass: ClassCode?
  /// Of a student.
  public var student: StudentReference?
  /// Whose rate is below so many percent.
  public var below: Double?
  /// Sessions up to this day.
  public var asOf: Day = .today
  /// As far as had been recorded by then; `nil` for all that is known.
  public var knownAt: KnownTime?

  /// Everything, today.
  public init() {}

  var asked: AskedDay {
    AskedDay(asOf, workshop: workshop ?? student?.workshop, cohort: cohort ?? taughtClass?.cohort)
  }
}
