import Testing

@testable import Tabular

@Suite("Figures for people")
struct FiguresTests {
  @Test(
    "of counts have their thousands apart",
    arguments: [
      (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1234, "-1,234"),
      (.min, "-9,223,372,036,854,775,808"),
    ])
  func counts(number: Int, expected: String) {
    #expect(Figures.count(number) == expected)
  }

  @Test("agree with their noun")
  func nouns() {
    #expect(Figures.count(1, "row") == "1 row")
    #expect(Figures.count(0, "row") == "0 rows")
    #expect(Figures.count(2000, "person", plural: "people") == "2,000 people")
  }

  @Test("of rates have three digits")
  func rates() {
    #expect(Figures.rate(12_345, in: .seconds(1)) == "12,300/s")
    #expect(Figures.rate(1_999_999, in: .seconds(1)) == "2,000,000/s")
    #expect(Figures.rate(9, in: .seconds(2)) == "4.5/s")
    #expect(Figures.rate(881, in: .seconds(1)) == "881/s")
    #expect(Figures.rate(5, in: .zero) == "0.0/s")
  }

  @Test(
    "of sizes are in decimal units",
    arguments: [
      (0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (65_536, "65.5 kB"), (999_949, "999.9 kB"),
      (999_950, "1.0 MB"), (161_759_059, "161.8 MB"), (1_500_000_000, "1.5 GB"),
      (9_000_000_000_000_000, "9,000.0 TB"),
    ])
  func sizes(bytes: Int, expected: String) {
    #expect(Figures.size(bytes) == expected)
  }

  @Test(
    "of time have as much detail as matters",
    arguments: [
      (Duration.zero, "0 ms"), (.milliseconds(12), "12 ms"), (.microseconds(999_700), "1.0 s"),
      (.milliseconds(1440), "1.4 s"), (.milliseconds(9960), "10 s"), (.seconds(40), "40 s"),
      (.milliseconds(59_700), "1 min"), (.seconds(200), "3 min 20 s"), (.seconds(3600), "1 h"),
      (.seconds(7530), "2 h 5 min"), (.seconds(-1), "0 ms"),
    ])
  func times(duration: Duration, expected: String) {
    #expect(Figures.time(duration) == expected)
  }
}

@Suite("The line of progress")
struct ProgressLineTests {
  @Test("tells count, rate and time left")
  func text() {
    func told(_ count: Int, fraction: Double? = nil, elapsed: Duration) -> String {
      ProgressLine.text("\(count: count, "row")", count: count, fraction: fraction, elapsed: elapsed)
        .description
    }
    #expect(told(123_000, fraction: 0.2, elapsed: .seconds(10)) == "123,000 rows, 12,300/s, 40 s left")
    #expect(told(0, fraction: 0, elapsed: .seconds(10)) == "0 rows")
    #expect(told(5, fraction: 0.5, elapsed: .milliseconds(500)) == "5 rows, 10/s")
    #expect(told(5, elapsed: .seconds(5)) == "5 rows, 1.0/s")
  }

  @Test("replaces the line before, within the terminal's width")
  func replacement() {
    #expect(ProgressLine.replacement("1,234 rows", width: 80) == "\r1,234 rows\u{1B}[K")
    #expect(ProgressLine.replacement("1,234 rows", width: 9) == "\r1,234 r…\u{1B}[K")
    #expect(ProgressLine.erasure == "\r\u{1B}[K")
  }
}
