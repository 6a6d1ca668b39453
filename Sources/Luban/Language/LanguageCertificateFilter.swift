/// What listing language tests can be narrowed to.
public struct LanguageCertificateFilter: Sendable {
  /// Of a workshop.
  public var workshop: WorkshopCode?
  /// Of a student.
  public var student: StudentReference?
  /// Of students with an enrollment in a cohort.
  public var cohort: CohortCode?
  /// Of a framework.
  public var framework: String?
  /// Of a level.
  public var level: LanguageLevel?
  /// Passed, or not.
  public var result: StatedResult?
  /// Of a purpose.
  public var purpose: LanguageCertificatePurpose?
  /// Taken on this day or later.
  public var from: Day?
  /// Taken on this day or earlier.
  public var to: Day?

  /// All tests.
  public init() {}
}
