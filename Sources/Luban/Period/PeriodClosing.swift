/// A year that was closed at one or several workshops at once.
public struct PeriodClosing: Sendable, Codable, Hashable {
  /// The year.
  public let year: Int
  /// The day for which its figures are true.
  public let asOf: Day
  /// Only what had been recorded by then is in them, by ISO 8601.
  public let knownAt: String
  /// The workshops, each with a closing of its own.
  public let workshops: [WorkshopCode]
  /// How many figures are kept of all of them.
  public let figures: Int
}
