import Postgres

/// A day of the calendar, without time or zone, written YYYY-MM-DD.
public struct Day: Hashable, Sendable, Codable {
  /// The day as ISO 8601.
  public let iso: String

  /// Reads YYYY-MM-DD of the Gregorian calendar, 1500 to 2399; anything else is `nil`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1500..<2400).contains(year),
      (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    iso = text
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Today, by the clock of the database, which says itself which day that is, for each workshop by its zone.
  ///
  /// Whatever means it asks the database first which day that is. It is never sent: PostgreSQL has a word
  /// today of its own, for the day in UTC.
  public static let today = Day(unchecked: "today")

  /// The last day of its month, or the one before it: that which is not after it.
  public var monthEnd: Day {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return self }
    var (year, month) = (parts[0], parts[1])
    if parts[2] < Self.days(in: month, of: year) {
      (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1)
    }
    let number = (year * 100 + month) * 100 + Self.days(in: month, of: year)
    let digits = String(number)
    return Day(unchecked: "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))")
  }

  private init(unchecked iso: String) { self.iso = iso }
}

extension Day: Comparable, CustomStringConvertible {
  /// Whether one day is before the other.
  public static func < (left: Day, right: Day) -> Bool { left.iso < right.iso }
  /// The day as ISO 8601.
  public var description: String { iso }
  /// Written as its ISO text.
  public func encode(to encoder: any Encoder) throws { try iso.encode(to: encoder) }
  /// Read from its ISO text.
  public init(from decoder: any Decoder) throws { iso = try String(from: decoder) }
}

extension Transaction {
  /// The day that is meant: for today the day it is at a workshop; of no workshop, the furthest on earth.
  func day(_ day: Day, at workshop: Int?) throws -> Day {
    day == .today ? try one("select today(\(workshop)::int)", as: Day.self) : day
  }
}

extension Day: SQLEncodable, SQLDecodable {
  /// Sent as `date`.
  public static var sqlType: SQLType { .date }
  /// The ISO text; of today, what PostgreSQL refuses.
  public var sqlText: String? { self == .today ? "today, nobody has asked where" : iso }
  /// Reads what PostgreSQL writes.
  public init?(sqlText: String) { self.init(unchecked: sqlText) }
}
