import Testing

@testable import Tabular

@Suite("Encodings")
struct EncodingTests {
  static let russian = "имя,город\nАнна Петрова,Ташкент\nПётр Иванов,Самарканд\n"
  static let chinese = "姓名,城市\n王伟,天津\n李娜,北京\n"

  @Test(
    "of UTF-16 without a byte order mark are told by its zeros, in either order", arguments: ["LE", "BE"])
  func unmarkedUTF16(order: String) throws {
    for text in ["name,город\nAnna,Ташкент\n", "姓名,性别,生日\n王伟,男,2004-03-20\n李娜,女,2004-05-11\n"] {
      let bytes = try encoded(text, as: "UTF-16" + order)
      let wanted = text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
      for manner in [Manner(), Manner(encoding: .utf16)] {
        #expect(try rows(bytes, manner).map(\.fields) == wanted)
      }
      #expect(try withReader(bytes) { $0.encodingRemark } == "read as UTF-16, as its zero bytes tell")
    }
  }

  @Test(
    "of UTF-16 are not seen in a text with a few zeros, nor taken where they are named and there are none")
  func noUTF16() throws {
    for text in ["a\n\u{0}\n", "имя\nДи\u{0}на\n", "name\nAn\u{0}na\n", "a,b\n1\u{0}\u{0}\u{0},2\n"] {
      #expect(try withReader(Array(text.utf8)) { $0.encoding } == .utf8)
    }
    let named = try fault(encoded(Self.russian, as: "CP1251"), Manner(encoding: .utf16)).error
    guard case .unfitEncoding(.utf16, [], let readings) = named.fault else { throw named }
    #expect(readings.map(\.encoding) == [.windows1251])
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

  @Test("that forbid some bytes lose these, and nothing else")
  func lost() throws {
    let good = try encoded(Self.chinese, as: "GB18030")
    let chinese = try rows(good + [0x61, 0xFF, 0x2C, 0x62, 0x0A], Manner(encoding: .gb18030, readLimit: 7))
    #expect(chinese.map(\.lost) == [[], [], [], [0]])
    #expect(chinese.last?.fields == ["a\u{FFFD}", "b"])
    let cutOff = try encoded("\u{FEFF}имя,a\nАнна,b\nАн", as: "UTF-16LE").dropLast()
    let end = try rows(Array(cutOff))
    #expect(end.map(\.fields) == [["имя", "a"], ["Анна", "b"], ["А\u{FFFD}"]])
    let undefined = try encoded("имя\nАн", as: "CP1251") + [0x98] + encoded("на\nПётр\n", as: "CP1251")
    let hole = try rows(undefined, Manner(encoding: .windows1251))
    #expect(hole.map(\.fields) == [["имя"], ["Ан\u{FFFD}на"], ["Пётр"]])
    #expect(hole.map(\.lost) == [[], [0], []])
  }

  @Test("whose converter holds letters back until a mark may follow give them at the end of the file")
  func heldBack() throws {
    #expect(
      try rows(encoded("name\nLê", as: "CP1258"), Manner(encoding: .windows1258)).last?.fields == ["Lê"])
  }

  @Test("without a converter on this machine are said to be so, by name")
  func missing() {
    #expect(Converter(from: "NO-SUCH") == nil)
    let error = ReadingError(file: "a.csv", fault: .converterMissing(.windows1258))
    #expect(error.message.description == "this machine's C library has no converter for Windows-1258")
  }

  @Test("have many names on a command line")
  func names() {
    #expect(TextEncoding(named: "UTF8") == .utf8)
    #expect(TextEncoding(named: "utf_16") == .utf16)
    #expect(TextEncoding(named: "GBK") == .gb18030)
    #expect(TextEncoding(named: "cp1251") == .windows1251)
    #expect(TextEncoding(named: "latin1") == .windows1252)
    #expect(TextEncoding(named: "KOI8-R") == .koi8r)
    #expect(TextEncoding(named: "cp866") == .ibm866)
    #expect(TextEncoding(named: "ebcdic") == nil)
    #expect(TextEncoding.allCases.allSatisfy { TextEncoding(named: $0.rawValue) == $0 })
  }

  @Test(
    "are not looked for in files of another kind, which are said to be so",
    arguments: [
      ("{\"people\": []}", FileKind.json), ("\n[\n  {\"name\"", .json), ("{\\rtf1\\ansi", .richText),
      ("GIF89a", .image), ("BM6\u{4}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}6", .image), ("<svg xmlns=", .image),
      ("RIFF0000WEBPVP8", .image), ("%PDF-1.7\n", .pdf), ("\n <!DOCTYPE html>", .html),
      ("<HTML><body>", .html), ("\u{FEFF}<table border=1>", .html), ("<?xml version=\"1.0\"?>", .xml),
    ])
  func kinds(text: String, kind: FileKind) throws {
    let error = try fault(Array(text.utf8)).error
    #expect(error.fault == .notText(kind))
    #expect(error.remedy.description.contains("CSV UTF-8"))
  }

  @Test(
    "are not looked for in archives, which are to be unpacked, and are in what looks like one or like JSON")
  func archives() throws {
    for (bytes, ending) in [
      (Array("Rar!\u{1A}".utf8), "rar"), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7z"),
      ([0x50, 0x4B, 0x05, 0x06], "zip"),
      (Array("people.csv".utf8) + [UInt8](repeating: 0, count: 247) + Array("ustar".utf8), "tar"),
    ] {
      let error = try fault(bytes).error
      #expect(error.fault == .notText(.archive(ending)) && error.remedy.description.hasPrefix("unpack it"))
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
