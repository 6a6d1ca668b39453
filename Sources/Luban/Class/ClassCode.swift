import Postgres

/// How a class is named: its cohort and its course, as in `UZ-TAS-LOG-2026A/LOG-210`.
public struct ClassCode: Hashable, Sendable, TextCoded {
  /// The cohort it is taught to.
  public let cohort: CohortCode
  /// The course that is taught.
  public let course: CourseCode

  /// The class of a course in a cohort.
  public init(cohort: CohortCode, course: CourseCode) {
    self.cohort = cohort
    self.course = course
  }

  /// Reads `COHORT/COURSE`; anything else is `nil`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    self.init(cohort: CohortCode(String(parts[0])), course: CourseCode(String(parts[1])))
  }
}

extension ClassCode: SQLDecodable, CustomStringConvertible {
  /// Cohort and course, as in `UZ-TAS-LOG-2026A/LOG-210`.
  public var description: String { "\(cohort)/\(course)" }
}
