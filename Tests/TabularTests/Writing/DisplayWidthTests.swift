import Glibc
import Testing

@testable import Tabular

@Suite("The width of text on a terminal")
struct DisplayWidthTests {
  @Test(
    "is two cells for East Asian wide characters and emoji, none for marks, one for the rest",
    arguments: [
      ("", 0), ("abc", 3), ("Иван", 4), ("王伟", 4), ("ｱ", 1), ("Ａ", 2), ("カ", 2), ("한국", 4), ("한", 2),
      ("e\u{301}", 1), ("\u{301}", 0), ("й", 1), ("и\u{306}", 1), ("مُحَمَّد", 4), ("สวัสดี", 4),
      ("\u{200B}a\u{200D}", 1),
      ("a\u{AD}b", 3), ("😀", 2), ("👍🏽", 2), ("👩‍🎓", 2), ("👨‍👩‍👧‍👦", 2), ("🇺🇿", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2),
      ("…", 1), ("─", 1),
      ("𠀀", 2), ("\u{3099}", 0), ("\u{7}\n", 0), ("Қ", 1), ("Ғ", 1), ("ʻ", 1),
    ])
  func widths(text: String, expected: Int) {
    #expect(DisplayWidth.of(text) == expected)
  }

  @Test("agrees with the C library on the scripts of names")
  func libraryAgrees() throws {
    let locale = try #require(newlocale(1 << LC_CTYPE, "C.UTF-8", nil))
    let previous = uselocale(locale)
    defer {
      uselocale(previous)
      freelocale(locale)
    }
    typealias Width = @convention(c) (wchar_t) -> Int32
    let wcwidth = try unsafeBitCast(#require(dlsym(nil, "wcwidth")), to: Width.self)
    // Without the tone marks U+302E and U+302F, on which no two tables agree.
    let scripts: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0xA0...0x24F, 0x250...0x2AF, 0x300...0x36F, 0x370...0x3FF, 0x400...0x52F, 0x590...0x5FF,
      0x610...0x6FF, 0xE00...0xE7F, 0x1100...0x11FF, 0x2010...0x2027, 0x3001...0x302D, 0x3030...0x303E,
      0x3041...0x30FF,
      0x3400...0x4DB5, 0x4E00...0x9FA5, 0xAC00...0xD7A3, 0xFF01...0xFF60, 0x20000...0x2A6D6,
    ]
    var compared = 0
    var different: [String] = []
    for scalar in scripts.joined().compactMap(Unicode.Scalar.init) {
      // What this library's older Unicode does not know it calls -1.
      let expected = wcwidth(wchar_t(bitPattern: scalar.value))
      guard expected >= 0 else { continue }
      compared += 1
      if DisplayWidth.of(scalar) != Int(expected) { different.append(String(scalar.value, radix: 16)) }
    }
    #expect(different.isEmpty)
    #expect(compared > 80_000)
  }

  @Test("knows the first and last of each range of its table, and what lies beside them")
  func edges() {
    let bounds = DisplayWidth.wide
    #expect(bounds.count.isMultiple(of: 2) && bounds.count > 200)
    #expect(zip(bounds, bounds.dropFirst()).allSatisfy { $0 <= $1 })
    for index in stride(from: 0, to: bounds.count, by: 2) {
      for value in [bounds[index], bounds[index + 1]] {
        #expect(Unicode.Scalar(value).map { DisplayWidth.of($0) } == 2, "U+\(String(value, radix: 16))")
      }
      for value in [bounds[index] - 1, bounds[index + 1] + 1] where !Self.isInTable(value) {
        #expect(Unicode.Scalar(value).map { DisplayWidth.of($0) } != 2, "U+\(String(value, radix: 16))")
      }
    }
  }

  static func isInTable(_ value: UInt32) -> Bool {
    stride(from: 0, to: DisplayWidth.wide.count, by: 2).contains {
      DisplayWidth.wide[$0] <= value && value <= DisplayWidth.wide[$0 + 1]
    }
  }
}
