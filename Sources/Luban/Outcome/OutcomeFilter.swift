/// What outcomes and their rates can be narrowed to.
public struct OutcomeFilter: Sendable {
  /// Of a workshop.
  public var workshop: WorkshopCode?
  /// Of graduates of a cohort.
  public var cohort: CohortCode?
  /// At a survey point.
  public var months: Int?
  /// The day for which rates are true.
  public var asOf: Day = .today
  /// For rates, only what had been recorded by then; all where `nil`.
  public var knownAt: KnownTime?

  /// All of them.
  public init() {}
}
