import Testing

@testable import Tabular

@Suite("iCalendar")
struct CalendarOutputTests {
  private static let event = CalendarOutput.Event(
    uid: "UZ-TAS/42@luban", stamp: "20260901T040000Z", sequence: 1, begins: "20260907T040000Z",
    ends: "20260907T053000Z", summary: "Warehouses; stock, and \\ more", location: "204",
    details: "one\r\ntwo\u{7}", isCancelled: true)

  @Test("is written as RFC 5545 says, every line ended by CRLF")
  func object() throws {
    let text = try writtenText { sink in
      let calendar = try CalendarOutput(sink, name: "UZ-TAS-LOG-2026A")
      try calendar.write(Self.event)
      try calendar.finish()
    }
    #expect(
      text.split(separator: "\r\n", omittingEmptySubsequences: false) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Luban//Luban//EN", "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH", "NAME:UZ-TAS-LOG-2026A", "X-WR-CALNAME:UZ-TAS-LOG-2026A", "BEGIN:VEVENT",
        "UID:UZ-TAS/42@luban", "DTSTAMP:20260901T040000Z", "LAST-MODIFIED:20260901T040000Z", "SEQUENCE:1",
        "DTSTART:20260907T040000Z", "DTEND:20260907T053000Z", "SUMMARY:Warehouses\\; stock\\, and \\\\ more",
        "LOCATION:204", "DESCRIPTION:one\\ntwo", "STATUS:CANCELLED", "END:VEVENT", "END:VCALENDAR", "",
      ])
  }

  @Test("folds lines at 75 octets and never within a character", arguments: 60...90)
  func folding(length: Int) throws {
    for letter in ["a", "Я", "物", "😀"] {
      let line = "SUMMARY:" + String(repeating: letter, count: length)
      let folded = CalendarOutput.folded(line)
      let lines = folded.split(separator: "\r\n", omittingEmptySubsequences: false)
      #expect(lines.last == "" && lines.allSatisfy { $0.utf8.count <= 75 })
      #expect(lines.dropFirst().dropLast().allSatisfy { $0.hasPrefix(" ") })
      let unfolded = lines.enumerated().map { $0.offset == 0 ? $0.element : $0.element.dropFirst() }.joined()
      #expect(unfolded == line)
    }
  }

  @Test("escapes what would end a value, and drops control characters")
  func escaping() {
    #expect(CalendarOutput.escaped("a\r\nb\rc\nd\u{2028}e") == "a\\nb\\nc\\nd\\ne")
    #expect(CalendarOutput.escaped("\u{0}\t\u{1B}[1m") == "\t[1m")
  }
}
