/// When a class is to meet.
public struct NewSchedule: Sendable, Hashable {
  /// The times of the week.
  public var weekly: [WeeklyTime]
  /// First day; that of the class where `nil`.
  public var from: Day?
  /// Last day; that of the class where `nil`.
  public var to: Day?
  /// Hours that a session counts; by the clock where `nil`.
  public var hours: Double?
  /// Where, if not in the room of the class.
  public var room: String?
  /// Whether sessions from ``from`` to ``to`` that are not in the pattern are removed, but for those whose
  /// attendance was taken and those that were moved or cancelled.
  public var replaces = false

  /// When a class is to meet.
  public init(weekly: [WeeklyTime], from: Day? = nil, to: Day? = nil) {
    self.weekly = weekly
    self.from = from
    self.to = to
  }
}

/// What came of a weekly pattern.
public struct ScheduleOutcome: Sendable, Hashable, Codable {
  /// A day of the pattern without teaching.
  public struct ClosedDay: Sendable, Hashable, Codable {
    /// The day.
    public let day: Day
    /// Why.
    public let name: String
  }

  /// The class as it is now.
  public let taughtClass: Class
  /// Sessions that were made.
  public let made: Int
  /// Sessions of the pattern that were there.
  public let known: Int
  /// Sessions that were removed.
  public let removed: Int
  /// Days left out.
  public let closed: [ClosedDay]
  /// Whether all of it was undone again.
  public let isDryRun: Bool
}
