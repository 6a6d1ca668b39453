/// A day, or days from one to another, both among them, written `2026-12-25..2027-01-08`.
public struct DaySpan: Sendable, Hashable, Codable {
  /// The first day.
  public let from: Day
  /// The last day.
  public let to: Day

  /// Days from one to another; of a day alone, that day.
  public init(_ from: Day, _ to: Day? = nil) {
    self.from = from
    self.to = to ?? from
  }
}

extension DaySpan: CustomStringConvertible {
  /// As in `2026-12-25..2027-01-08`, or `2026-12-25`.
  public var description: String { from == to ? from.iso : "\(from)..\(to)" }
}
