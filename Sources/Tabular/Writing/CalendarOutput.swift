/// Writes events as an iCalendar object (RFC 5545), which calendars of every make read.
///
/// ```
/// BEGIN:VCALENDAR
/// VERSION:2.0
/// …
/// BEGIN:VEVENT
/// UID:42-7d3f0c52-5b1e-4c8e-9a51-0a8f3f1f7c11@luban
/// ```
///
/// Lines end in CRLF and are folded at 75 octets, never within a character.
public struct CalendarOutput {
  /// An event.
  public struct Event: Sendable, Hashable {
    /// What tells it from all others, whatever becomes of it.
    public var uid: String
    /// When it was last changed, in UTC: `20260901T040000Z`.
    public var stamp: String
    /// How often it was changed.
    public var sequence: Int
    /// When it begins: `20260901T040000Z` in UTC, `20260901T090000` wherever one stands.
    public var begins: String
    /// When it ends, written alike.
    public var ends: String
    /// What it is.
    public var summary: String
    /// Where.
    public var location: String?
    /// What else there is to say.
    public var details: String?
    /// Whether it does not take place.
    public var isCancelled: Bool

    /// An event that takes place and was never changed, unless told otherwise.
    public init(
      uid: String, stamp: String, sequence: Int = 0, begins: String, ends: String, summary: String,
      location: String? = nil, details: String? = nil, isCancelled: Bool = false
    ) {
      self.uid = uid
      self.stamp = stamp
      self.sequence = sequence
      self.begins = begins
      self.ends = ends
      self.summary = summary
      self.location = location
      self.details = details
      self.isCancelled = isCancelled
    }
  }

  private let sink: ByteSink

  /// Begins a calendar of a name.
  public init(_ sink: ByteSink, name: String) throws(WritingError) {
    self.sink = sink
    try write("BEGIN", "VCALENDAR")
    try write("VERSION", "2.0")
    try write("PRODID", "-//Luban//Luban//EN")
    try write("CALSCALE", "GREGORIAN")
    try write("METHOD", "PUBLISH")
    // The name of RFC 7986, and what calendars read before it.
    try write("NAME", Self.escaped(name))
    try write("X-WR-CALNAME", Self.escaped(name))
  }

  /// Writes the next event.
  public func write(_ event: Event) throws(WritingError) {
    try write("BEGIN", "VEVENT")
    try write("UID", Self.escaped(event.uid))
    try write("DTSTAMP", event.stamp)
    try write("LAST-MODIFIED", event.stamp)
    try write("SEQUENCE", String(event.sequence))
    try write("DTSTART", event.begins)
    try write("DTEND", event.ends)
    try write("SUMMARY", Self.escaped(event.summary))
    if let location = event.location { try write("LOCATION", Self.escaped(location)) }
    if let details = event.details { try write("DESCRIPTION", Self.escaped(details)) }
    try write("STATUS", event.isCancelled ? "CANCELLED" : "CONFIRMED")
    try write("END", "VEVENT")
  }

  /// Ends the calendar.
  public func finish() throws(WritingError) {
    try write("END", "VCALENDAR")
  }

  private func write(_ name: String, _ value: String) throws(WritingError) {
    try sink.write(Self.folded("\(name):\(value)"))
  }

  /// Text in which nothing is taken for the end of a value: `\n` for a line end, and no control character.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    var follows = Unicode.Scalar(0)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped += ["\\", scalar]
      // CRLF is one line end.
      case "\n" where follows == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": escaped += ["\\", "n"]
      case "\t": escaped.append(scalar)
      case _ where scalar.properties.generalCategory == .control: break
      default: escaped.append(scalar)
      }
      follows = scalar
    }
    return String(escaped)
  }

  /// A line with its end, cut after 75 octets at most; what follows stands behind a blank.
  static func folded(_ line: String) -> String {
    var folded = ""
    var width = 0
    for character in line.unicodeScalars {
      let size = UTF8.width(character)
      if width + size > 75 {
        folded += "\r\n "
        width = 1
      }
      folded.unicodeScalars.append(character)
      width += size
    }
    return folded + "\r\n"
  }
}
