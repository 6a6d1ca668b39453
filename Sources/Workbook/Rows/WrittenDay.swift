/// Days and times that are written as such.
enum WrittenDay {
  /// A day with or without a time, `2026-03-14T00:00:00`, as a table holds it.
  static func text(_ written: [UInt8]) -> String {
    let text = String(decoding: written, as: UTF8.self)
    let parts = text.split(separator: "T", maxSplits: 1)
    guard parts.count == 2, parts[1].count >= 8 else { return text }
    let isMidnight = parts[1].hasPrefix("00:00:00")
    let clock = parts[1].prefix(parts[1].dropFirst(5).hasPrefix(":00") ? 5 : 8)
    return isMidnight ? String(parts[0]) : "\(parts[0]) \(clock)"
  }

  /// A time or a length of time, `PT09H30M00S`, as `09:30`.
  static func clock(_ written: [UInt8]) -> String {
    let text = String(decoding: written, as: UTF8.self)
    guard text.hasPrefix("PT"), text.hasSuffix("S") else { return text }
    let parts = text.dropFirst(2).dropLast().split { "HM".contains($0) }
    guard parts.count == 3 else { return text }
    let seconds = parts[2].prefix { $0 != "." }
    return parts[0] + ":" + parts[1] + (seconds == "00" ? "" : ":" + seconds)
  }
}
