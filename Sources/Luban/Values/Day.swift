import Glibc
import Postgres

/// A day of the calendar, without time or zone, written YYYY-MM-DD.
public struct Day: Hashable, Sendable, Codable {
  /// The day as ISO 8601.
  public let iso: String

  /// Reads YYYY-MM-DD; anything else, or a day the calendar does not have, is `nil`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      year > 0, (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
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

  /// Today in the time zone of this machine, which is that of the person at it.
  public static var today: Day {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    let digits = { (number: Int32, width: Int) in
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return Day(
      unchecked:
        "\(digits(parts.tm_year + 1900, 4))-\(digits(parts.tm_mon + 1, 2))-\(digits(parts.tm_mday, 2))")
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

extension Day: SQLEncodable, SQLDecodable {
  /// Sent as `date`.
  public static var sqlType: SQLType { .date }
  /// The ISO text.
  public var sqlText: String? { iso }
  /// Reads what PostgreSQL writes.
  public init?(sqlText: String) { self.init(unchecked: sqlText) }
}
