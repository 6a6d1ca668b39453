import Postgres

/// A date known to the year, the month or the day: `2022`, `2022-11`, `2022-11-09`.
public struct PartialDate: Hashable, Sendable, TextCoded {
  /// The date as ISO 8601, as far as it is known.
  public let iso: String

  /// Reads a year, a month or a day of the calendar; anything else is `nil`.
  public init?(_ text: String) {
    let day =
      switch text.utf8.count {
      case 4: text + "-01-01"
      case 7: text + "-01"
      default: text
      }
    guard Day(day) != nil else { return nil }
    iso = text
  }

  /// A day, known to the day.
  public init(_ day: Day) { iso = day.iso }
}

extension PartialDate: SQLEncodable, SQLDecodable, CustomStringConvertible {
  /// Sent as text.
  public static var sqlType: SQLType { .text }
  /// The ISO text.
  public var sqlText: String? { iso }
  /// The date as ISO 8601, as far as it is known.
  public var description: String { iso }
}
