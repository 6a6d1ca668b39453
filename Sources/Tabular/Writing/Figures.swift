import Messages

/// Numbers as people read them, in messages and lines of progress; never in data.
public enum Figures {
  /// A whole number with its thousands apart: `1,234`.
  public static func count(_ number: Int) -> String {
    Language.english.grouped(number)
  }

  /// A number with its noun: `1 row`, `1,234 rows`; `plural` is for nouns that take more than an s.
  public static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(count(number)) " + (number == 1 ? noun : plural ?? noun + "s")
  }

  /// How many a second, to three digits: `12,300/s`, `4.5/s`.
  public static func rate(_ number: Int, in time: Duration) -> String {
    let rate = time > .zero ? Double(number) / time.seconds : 0
    if rate < 10 { return decimal(rate) + "/s" }
    let whole = Int(min(rate, 1e15))
    var unit = 1
    while whole / unit >= 1000 { unit *= 10 }
    return count((whole + unit / 2) / unit * unit) + "/s"
  }

  /// A number of bytes, in decimal units as disks are sold: `512 B`, `64.0 kB`, `1.5 GB`.
  public static func size(_ bytes: Int) -> String {
    var value = Double(bytes)
    var units = ["B", "kB", "MB", "GB", "TB"][...]
    // What would round to 1000.0 is one of the next unit.
    while value >= 999.95, units.count > 1 {
      value /= 1000
      units = units.dropFirst()
    }
    return (units.startIndex == 0 ? String(bytes) : decimal(value)) + " " + (units.first ?? "B")
  }

  /// A stretch of time with as much detail as matters: `12 ms`, `1.4 s`, `40 s`, `3 min 20 s`, `2 h 5 min`.
  public static func time(_ duration: Duration) -> String {
    let seconds = max(0, duration.seconds)
    if seconds < 0.9995 { return "\(Int((seconds * 1000).rounded())) ms" }
    if seconds < 9.95 { return decimal(seconds) + " s" }
    let whole = Int(min(seconds, 1e15).rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min" + (whole % 60 == 0 ? "" : " \(whole % 60) s") }
    let minutes = whole / 60
    return "\(minutes / 60) h" + (minutes % 60 == 0 ? "" : " \(minutes % 60) min")
  }

  /// One digit after the point.
  private static func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(count(tenths / 10)).\(tenths % 10)"
  }
}

extension Duration {
  /// The duration in seconds.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
