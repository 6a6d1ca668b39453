/// Which students of a cohort took part in an event.
public enum ParticipantSelection: Sendable, Hashable {
  /// These.
  case students([StudentReference])
  /// All who were enrolled on a day of the event, but for these.
  case all(except: [StudentReference])
}

/// What came of entering who took part in an event.
public struct ParticipationOutcome: Sendable, Codable, Hashable {
  /// The event.
  public let event: EventCode
  /// The cohort.
  public let cohort: CohortCode
  /// Those entered now.
  public var entered: [Part] = []
  /// Those who were entered before, with the same hours.
  public var known: [Part] = []
  /// Those left out, and why.
  public var leftOut: [EnrollmentOutcome.LeftOut] = []

  /// A student's part.
  public struct Part: Sendable, Codable, Hashable {
    /// The student.
    public let student: StudentNumber
    /// Hours.
    public let hours: Double
  }
}
