import Postgres

/// A time of the day where the school stands, to the minute, written HH:MM.
public struct TimeOfDay: Hashable, Sendable, TextCoded {
  /// Minutes since midnight.
  public let minutes: Int

  /// Reads HH:MM or H:MM; anything else is `nil`.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      let hour = UInt8(parts[0]), let minute = UInt8(parts[1]), hour < 24, minute < 60
    else { return nil }
    minutes = Int(hour) * 60 + Int(minute)
  }
}

extension TimeOfDay: Comparable, CustomStringConvertible {
  /// Whether one time is before the other.
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }

  /// As HH:MM.
  public var description: String {
    let digits = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(digits(minutes / 60)):\(digits(minutes % 60))"
  }
}

extension TimeOfDay: SQLEncodable, SQLDecodable {
  /// Sent as `time`.
  public static var sqlType: SQLType { .time }
  /// As HH:MM.
  public var sqlText: String? { description }
  /// Reads what PostgreSQL writes, seconds left out.
  public init?(sqlText: String) { self.init(sqlText.prefix(5)) }
}
