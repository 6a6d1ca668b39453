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

/// Every week, or every other one: 单周 and 双周, числитель and знаменатель.
public enum Weeks: String, Sendable, Hashable, Codable, CaseIterable {
  case every, odd, even

  /// Reads a word for odd or even weeks in English, Russian or Chinese, or its first letters.
  public init?(_ text: some StringProtocol) {
    let word = text.lowercased().replacing("ё", with: "е")
    let weeks = Self.words.first { _, known in
      known.contains { $0 == word || word.count > 2 && $0.hasPrefix(word) }
    }
    guard let weeks else { return nil }
    self = weeks.key
  }

  private static let words: KeyValuePairs<Weeks, [String]> = [
    .odd: ["odd", "нечетная", "нечетные", "числитель", "单", "单周", "奇数周"],
    .even: ["even", "четная", "четные", "знаменатель", "双", "双周", "偶数周"],
  ]

  /// Whether it is odd weeks alone; `nil` of every week.
  var isOdd: Bool? { self == .every ? nil : self == .odd }
}

/// A time of the week at which a class meets, written `Mon 09:00-10:30`, or of every other week
/// `odd Mon 09:00-10:30`.
public struct WeeklyTime: Sendable, Hashable, Codable {
  /// Which weeks.
  public let weeks: Weeks
  /// The day.
  public let weekday: Weekday
  /// When it begins.
  public let begins: TimeOfDay
  /// When it ends.
  public let ends: TimeOfDay

  /// A time of the week; `nil` where it does not end after it begins.
  public init?(_ weekday: Weekday, _ begins: TimeOfDay, _ ends: TimeOfDay, in weeks: Weeks = .every) {
    guard begins < ends else { return nil }
    self.weeks = weeks
    self.weekday = weekday
    self.begins = begins
    self.ends = ends
  }

  /// Reads `Mon 09:00-10:30`, with a dash of any length, and a word for odd or even weeks before or behind
  /// the day; anything else is `nil`.
  public init?(_ text: String) {
    let words = text.split { $0.isWhitespace || $0 == "-" || $0 == "–" || $0 == "—" }
    guard (3...4).contains(words.count), let ends = TimeOfDay(words[words.count - 1]),
      let begins = TimeOfDay(words[words.count - 2]), let (weeks, day) = Self.day(words.dropLast(2))
    else { return nil }
    self.init(day, begins, ends, in: weeks)
  }

  /// The day, and of which weeks, as in `вт`, `odd Tue`, `вт чет`, `单周二`, `双周周五`.
  private static func day(_ words: ArraySlice<Substring>) -> (Weeks, Weekday)? {
    guard let first = words.first, let last = words.last else { return nil }
    if words.count == 2 {
      if let weeks = Weeks(first), let day = Weekday(last) { return (weeks, day) }
      return Weekday(first).flatMap { day in Weeks(last).map { ($0, day) } }
    }
    if let day = Weekday(first) { return (.every, day) }
    guard let weeks = Weeks(first.prefix(1)) else { return nil }
    return (Weekday(first.dropFirst()) ?? Weekday(first.dropFirst(2))).map { (weeks, $0) }
  }
}

extension WeeklyTime: CustomStringConvertible {
  /// As in `Mon 09:00-10:30` or `odd Mon 09:00-10:30`.
  public var description: String {
    (weeks == .every ? "" : "\(weeks) ") + "\(weekday.short) \(begins)-\(ends)"
  }
}
