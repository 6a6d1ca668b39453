import Testing

@testable import Tabular

@Suite("Encodings")
struct EncodingTests {
  static let russian = "имя,город\nАнна Петрова,Ташкент\nПётр Иванов,Самарканд\n"
  static let chinese = "姓名,城市\n王伟,天津\n李娜,北京\n"

  @Test("of text that is not UTF-8 are suggested")
  func suggestions() throws {
    let cyrillic = try fault(encoded(Self.russian, as: "CP1251")).error
    #expect(cyrillic.fault == .undecodable(as: .utf8, looksLike: .windows1251))
    #expect(cyrillic.position == TextPosition(line: 1, byte: 1, character: 1))
    #expect(cyrillic.description.contains("--encoding windows-1251"))
    let chinese = try fault(encoded("name,city\n" + Self.chinese, as: "GB18030")).error
    #expect(chinese.fault == .undecodable(as: .utf8, looksLike: .gb18030))
    #expect(chinese.position == TextPosition(line: 2, byte: 1, character: 1))
    #expect(chinese.description.contains("--encoding gb18030"))
  }

  @Test("of UTF-16 without a byte order mark are suggested, and read when named", arguments: ["LE", "BE"])
  func unmarkedUTF16(order: String) throws {
    let bytes = try encoded("name,город\nAnna,Ташкент\n", as: "UTF-16" + order)
    let error = try fault(bytes).error
    #expect(error.fault == .nul(looksLike: .utf16))
    #expect(error.description.contains("--encoding utf-16"))
    #expect(try rows(bytes, Manner(encoding: .utf16)).last?.fields == ["Anna", "Ташкент"])
  }

  @Test(
    "named wrongly for UTF-8 are refused",
    arguments: [TextEncoding.windows1251, .gb18030, .utf16], [russian, chinese])
  func namedWrongly(encoding: TextEncoding, text: String) throws {
    for window in [16, 4096] {
      let error = try fault(Array(text.utf8), Manner(encoding: encoding, window: window)).error
      #expect(error.fault == .wrongEncoding(named: encoding, found: .utf8))
    }
  }

  @Test("named wrongly are refused early in a long file, before its end is read")
  func namedWronglyEarly() throws {
    // Without the letter И, whose bytes Windows-1251 does not even know.
    let long = String(repeating: "имя\nАнна\n", count: 100_000)
    let (error, before) = try fault(Array(long.utf8), Manner(encoding: .windows1251))
    #expect(error.fault == .wrongEncoding(named: .windows1251, found: .utf8))
    #expect(before == 0)
  }

  @Test("named against the byte order mark are refused")
  func againstMark() throws {
    let marked = try encoded("\u{FEFF}a\n1\n", as: "UTF-16LE")
    #expect(
      try fault(marked, Manner(encoding: .utf8)).error.fault == .wrongEncoding(named: .utf8, found: .utf16))
    let utf8 = Array("\u{FEFF}a\n1\n".utf8)
    for encoding in [TextEncoding.gb18030, .windows1251, .utf16] {
      #expect(
        try fault(utf8, Manner(encoding: encoding)).error.fault
          == .wrongEncoding(named: encoding, found: .utf8))
    }
  }

  @Test("with ASCII alone are read under any 8-bit name")
  func ascii() throws {
    for encoding in [TextEncoding.utf8, .gb18030, .windows1251] {
      #expect(try rows("a,b\n1,2\n", Manner(encoding: encoding)).last?.fields == ["1", "2"])
    }
  }

  @Test("of a short Chinese file that happens to be valid UTF-8 are believed")
  func happensToBeValid() throws {
    // 模, C4 A3 in GB18030, is also a sequence of UTF-8.
    let bytes = try encoded("name\n模\n", as: "GB18030")
    #expect(try rows(bytes, Manner(encoding: .gb18030)).last?.fields == ["模"])
  }

  @Test("that forbid the bytes tell where")
  func undecodable() throws {
    let good = try encoded(Self.chinese, as: "GB18030")
    let (error, before) = try fault(good + [0x61, 0xFF, 0x0A], Manner(encoding: .gb18030, readLimit: 7))
    #expect(error.fault == .undecodable(as: .gb18030, looksLike: nil))
    #expect(error.position == TextPosition(line: 4, byte: 2, character: 2))
    #expect(before == 2)
    let cutOff = try encoded("\u{FEFF}имя\nАн", as: "UTF-16LE").dropLast()
    let end = try fault(Array(cutOff)).error
    #expect(end.fault == .undecodable(as: .utf16, looksLike: nil))
    #expect(end.position == TextPosition(line: 2, byte: 3, character: 2))
    let undefined = try encoded("имя\nАн", as: "CP1251") + [0x98]
    let hole = try fault(undefined, Manner(encoding: .windows1251)).error
    #expect(hole.fault == .undecodable(as: .windows1251, looksLike: nil))
    #expect(hole.position == TextPosition(line: 2, byte: 5, character: 3))
  }

  @Test("have many names on a command line")
  func names() {
    #expect(TextEncoding(named: "UTF8") == .utf8)
    #expect(TextEncoding(named: "utf_16") == .utf16)
    #expect(TextEncoding(named: "GBK") == .gb18030)
    #expect(TextEncoding(named: "cp1251") == .windows1251)
    #expect(TextEncoding(named: "latin1") == nil)
    #expect(TextEncoding.allCases.allSatisfy { TextEncoding(named: $0.rawValue) == $0 })
  }

  @Test(
    "are not looked for in files of another kind, which are said to be so",
    arguments: [
      ("{\"people\": []}", FileKind.json), ("\n[\n  {\"name\"", .json), ("{\\rtf1\\ansi", .richText),
      ("GIF89a", .image), ("RIFF0000WEBPVP8", .image), ("%PDF-1.7\n", .pdf), ("\n <!DOCTYPE html>", .html),
      ("<HTML><body>", .html), ("\u{FEFF}<table border=1>", .html), ("<?xml version=\"1.0\"?>", .xml),
    ])
  func kinds(text: String, kind: FileKind) throws {
    let error = try fault(Array(text.utf8)).error
    #expect(error.fault == .notText(kind))
    #expect(error.remedy.contains("CSV UTF-8"))
  }

  @Test(
    "are not looked for in archives, which are to be unpacked, and are in what looks like one or like JSON")
  func archives() throws {
    for (bytes, ending) in [
      (Array("Rar!\u{1A}".utf8), "rar"), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7z"),
      ([0x50, 0x4B, 0x05, 0x06], "zip"),
    ] {
      let error = try fault(bytes).error
      #expect(error.fault == .notText(.archive(ending)) && error.remedy.hasPrefix("unpack it"))
    }
    #expect(try rows("[name],{mark}\n[\"a\"],7z\n").count == 2)
    #expect(try rows("Rar,BZ,PK\n").count == 1)
  }

  @Test("are not looked for in an old workbook or a web page in UTF-16")
  func binaryKinds() throws {
    #expect(try fault([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]).error.fault == .notText(.oldWorkbook))
    let page = try encoded("\u{FEFF}<html><table>", as: "UTF-16LE")
    #expect(try fault(page).error.fault == .notText(.html))
  }
}
