/// A day of the week, counted as ISO 8601 does.
public enum Weekday: Int, Sendable, Hashable, Codable, CaseIterable {
  case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday

  /// Reads a name in English, Russian or Chinese, or its first letters: `Mon`, `thurs`, `пн`, `среда`, `周一`.
  public init?(_ text: some StringProtocol) {
    let word = text.lowercased()
    let day = Self.allCases.first { day in
      word.count >= 3 && "\(day)".hasPrefix(word)
        || Self.others[day.rawValue - 1].contains { $0 == word || word.count > 2 && $0.hasPrefix(word) }
    }
    guard let day else { return nil }
    self = day
  }

  /// From Monday on.
  private static let others: [[String]] = [
    ["пн", "понедельник", "周一", "星期一"], ["вт", "вторник", "周二", "星期二"], ["ср", "среда", "周三", "星期三"],
    ["чт", "четверг", "周四", "星期四"], ["пт", "пятница", "周五", "星期五"], ["сб", "суббота", "周六", "星期六"],
    ["вс", "воскресенье", "周日", "星期日", "星期天"],
  ]

  /// Its name, shortened: `Mon`.
  public var short: String { String("\(self)".prefix(3)).capitalizedFirst }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// A time of the week at which a class meets, written `Mon 09:00-10:30`.
public struct WeeklyTime: Sendable, Hashable, Codable {
  /// The day.
  public let weekday: Weekday
  /// When it begins.
  public let begins: TimeOfDay
  /// When it ends.
  public let ends: TimeOfDay

  /// A time of the week; `nil` where it does not end after it begins.
  public init?(_ weekday: Weekday, _ begins: TimeOfDay, _ ends: TimeOfDay) {
    guard begins < ends else { return nil }
    self.weekday = weekday
    self.begins = begins
    self.ends = ends
  }

  /// Reads `Mon 09:00-10:30`, with a dash of any length; anything else is `nil`.
  public init?(_ text: String) {
    let words = text.split { $0 == " " || $0 == "-" || $0 == "–" || $0 == "—" }
    guard words.count == 3, let weekday = Weekday(words[0]), let begins = TimeOfDay(words[1]),
      let ends = TimeOfDay(words[2])
    else { return nil }
    self.init(weekday, begins, ends)
  }
}

extension WeeklyTime: CustomStringConvertible {
  /// As in `Mon 09:00-10:30`.
  public var description: String { "\(weekday.short) \(begins)-\(ends)" }
}
