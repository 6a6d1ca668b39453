/// A day and time as a workbook counts them: days since the end of 1899 or the beginning of 1904.
struct SerialDay {
  private let days: Int
  private let seconds: Int
  private let countsFrom1904: Bool

  /// The moment of a number, to the second; nil before the count begins, and after the year 9999.
  init?(_ number: Double, countsFrom1904: Bool) {
    guard number >= 0, number < 2_958_466 else { return nil }
    let whole = Int((number * 86_400).rounded())
    days = whole / 86_400
    seconds = whole % 86_400
    self.countsFrom1904 = countsFrom1904
  }

  /// The text that a format shows of it, in ISO 8601.
  func text(_ format: CellFormat) -> String {
    switch format {
    case .elapsed: clock(hours: days * 24 + seconds / 3600)
    case .time: clock(hours: seconds / 3600)
    case .moment where days == 0: clock(hours: seconds / 3600)
    case .moment where seconds > 0: "\(day) \(clock(hours: seconds / 3600))"
    default: day
    }
  }

  private func clock(hours: Int) -> String {
    let shown = "\(Self.digits(hours, 2)):\(Self.digits(seconds / 60 % 60, 2))"
    return seconds % 60 == 0 ? shown : "\(shown):\(Self.digits(seconds % 60, 2))"
  }

  private var day: String {
    // Excel's calendar has a 29 February 1900 that never was, and a day 0 before the first of January.
    if !countsFrom1904, days == 60 { return "1900-02-29" }
    if !countsFrom1904, days == 0 { return "1900-01-00" }
    let since1970 = countsFrom1904 ? days - 24_107 : days - (days < 60 ? 25_568 : 25_569)
    // The civil calendar from a count of days, by eras of 400 years that begin in March.
    let shifted = since1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * ofYear + 2) / 153
    let dayOfMonth = ofYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(Self.digits(year, 4))-\(Self.digits(month, 2))-\(Self.digits(dayOfMonth, 2))"
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}
