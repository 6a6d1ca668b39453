import Postgres

/// When a class is to meet.
public struct NewSchedule: Sendable, Hashable {
  /// The times of the week.
  public var weekly: [WeeklyTime]
  /// First day; that of the class where `nil`.
  public var from: Day?
  /// Last day; that of the class where `nil`.
  public var to: Day?
  /// A day of the first week, from which odd and even ones are counted, holidays or not; where `nil`, the
  /// first day of any class of the cohort in the term.
  public var weekOne: Day?
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
  /// A session of the pattern, or one that stood outside of it, and what became of it.
  public struct Entry: Sendable, Hashable, Codable {
    /// What became of a session.
    public enum Change: String, Sendable, Hashable, Codable, SQLDecodable {
      /// It was made.
      case made
      /// It was there.
      case known
      /// It was there, and ends, counts or is elsewhere now.
      case changed
      /// Its day is one without teaching.
      case closed
      /// It is not in the pattern, and was removed.
      case removed
      /// It is not in the pattern, and stays, as it was held, moved or cancelled.
      case kept
    }

    /// Why a session outside the pattern was kept.
    public enum Kept: String, Sendable {
      case attendance, moved, cancelled
    }

    /// What became of it.
    public let change: Change
    /// The day.
    public let on: Day
    /// When it begins.
    public let begins: TimeOfDay
    /// When it ends.
    public let ends: TimeOfDay
    /// What the closed day is, or why it was kept: a ``Kept``.
    public let why: String?
  }

  /// A day of the pattern without teaching.
  public struct ClosedDay: Sendable, Hashable, Codable {
    /// The day.
    public let day: Day
    /// Why.
    public let name: String
  }

  /// The class as it is now.
  public let taughtClass: Class
  /// First day of the week that is counted as one; `nil` where no pattern is of odd or even weeks.
  public let weekOne: Day?
  /// Sessions that were made.
  public let made: Int
  /// Sessions of the pattern that were there.
  public let known: Int
  /// Sessions that were removed.
  public let removed: Int
  /// Days left out.
  public let closed: [ClosedDay]
  /// Session by session.
  public let entries: [Entry]
  /// What its sessions of these days clash with.
  public let clashes: [ClassClash]
  /// Whether all of it was undone again.
  public let isDryRun: Bool
}
