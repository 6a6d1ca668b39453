import Glibc
import Luban
import Support
import Tabular
import Testing

@Suite("Files as people have them")
struct DialectTests {
  private static let russian = "Фамилия;Имя;Дата рождения;Пол;Гражданство\nҶӯраев;Ҷамшед;14.03.2006;м;TJ\n"
  private static let chinese = "姓名,出生日期,性别,国籍\n王丽,2005年3月4日,女,中国\n𠮷野家,2005/3/5,男,日本\n"

  private func expectTaken(
    _ bytes: [UInt8], _ names: [String], sourceLocation: SourceLocation = #_sourceLocation,
    _ change: (inout ImportRequest) -> Void = { _ in }
  ) async throws {
    try await withOffice(.cohort) { office in
      let outcome = try await office.take(bytes, change)
      #expect(problems(outcome) == [], sourceLocation: sourceLocation)
      #expect(outcome.enrolled == names.count, sourceLocation: sourceLocation)
      #expect(try await office.names() == names, sourceLocation: sourceLocation)
    }
  }

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    let units = [0xFEFF] + Array(text.utf16)
    return units.flatMap {
      bigEndian ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)]
    }
  }

  /// Bytes as iconv writes them.
  private func converted(_ text: String, to encoding: String) async throws -> [UInt8] {
    try await withFile(text) { path in
      let outcome = try Program.shell("iconv -f UTF-8 -t \(encoding) \(path) | od -An -v -tu1", dsn: "")
      return outcome.output.split(whereSeparator: \.isWhitespace).compactMap { UInt8($0) }
    }
  }

  @Test("UTF-8 with a byte order mark, headers in Chinese, dates with the year first")
  func chinese() async throws {
    try await expectTaken([0xEF, 0xBB, 0xBF] + Array(Self.chinese.utf8), ["王丽", "𠮷野家"])
  }

  @Test("UTF-16 of both ends", arguments: [true, false])
  func utf16(bigEndian: Bool) async throws {
    try await expectTaken(utf16(Self.chinese, bigEndian: bigEndian), ["王丽", "𠮷野家"])
  }

  @Test("GB18030 when it is named")
  func gb18030() async throws {
    try await expectTaken(try await converted(Self.chinese, to: "GB18030"), ["王丽", "𠮷野家"]) {
      $0.encoding = .gb18030
    }
  }

  @Test("Windows-1251 when it is named, semicolons, headers in Russian, dates in the format named")
  func windows1251() async throws {
    let text = "Фамилия;Имя;Дата рождения;Пол;Гражданство\nИванова;Ольга;14.03.2006;ж;Россия\n"
    try await expectTaken(try await converted(text, to: "CP1251"), ["Иванова Ольга"]) {
      $0.encoding = .windows1251
      $0.dates = .dayFirst
    }
  }

  @Test("gzip, tabs, and the line sep=; of Excel")
  func others() async throws {
    try await expectTaken(
      Array("full_name\tbirth_date\tnationality\nAnna B\t2005-01-01\tUZ\n".utf8), ["Anna B"])
    try await expectTaken(Array(("sep=;\r\n" + Self.russian).utf8), ["Ҷӯраев Ҷамшед"]) {
      $0.dates = .dayFirst
    }
    let zipped = try await withFile(Self.chinese) { path in
      try Program.shell("gzip -c \(path) | od -An -v -tu1", dsn: "").output
        .split(whereSeparator: \.isWhitespace).compactMap { UInt8($0) }
    }
    try await expectTaken(zipped, ["王丽", "𠮷野家"])
  }

  @Test(
    "quoted delimiters and doubled quotes; a line break within quotes keeps the lines that follow in count")
  func quotes() async throws {
    try await expectTaken(
      Array("full_name,birth_date,nationality\r\n\"O\"\"Brien, P\",2005-01-01,UZ\r\n".utf8), ["O\"Brien, P"])
    try await withOffice(.cohort) { office in
      let outcome = try await office.take(
        "full_name,birth_date,nationality,comment\nA B,2005-01-01,UZ,\"two\nlines\"\nC D,2005-13-01,UZ,\n")
      #expect(problems(outcome) == ["birth_date:date_is_in_the_calendar@4"])
      #expect(outcome.ignoredColumns == ["comment"])
    }
  }

  @Test("semicolons part a file whose header has commas in a name, below a title that has one too")
  func commasInNames() async throws {
    let text = "Список, на 1 сентября\nФамилия, имя, отчество;Дата рождения;Гражданство\n"
    try await expectTaken(Array((text + "Саидов Алишер;5.1.2005;UZ\n").utf8), ["Саидов Алишер"])
  }

  @Test("a header that nothing stands for is mapped by hand")
  func mapping() async throws {
    try await expectTaken(
      Array("Студент,Родился,Откуда\nИван Петров,2005-01-01,RU\n".utf8), ["Иван Петров"]
    ) { $0.map = ["Студент=full_name", "Родился=birth_date", "Откуда=nationality"] }
  }

  @Test(
    "dates in the order that is named; Excel's are never guessed, and dots are the day first in any order")
  func dates() async throws {
    try await withOffice(.cohort) { office in
      let text = "full_name,birth_date,nationality\nA B,03/04/2005,UZ\n"
      #expect(problems(try await office.take(text)) == ["birth_date:date_is_in_a_named_format@2"])
      let outcome = try await office.take(text) { $0.dates = .monthFirst }
      #expect(outcome.enrolled == 1)
      let birth = try await office.database.read { try $0.one("select birth_on from student", as: Day.self) }
      #expect(birth == Day("2005-03-04"))
      let dotted = try await office.take(text.replacing("A B,03/04/2005", with: "C D,3.4.2006")) {
        $0.dates = .monthFirst
      }
      #expect(dotted.enrolled == 1)
    }
  }

  @Test(
    "what is no such file is refused by its name, before anything is written",
    arguments: [
      ([UInt8]("full_name,birth_date,full_name\nA,2005-01-01,B\n".utf8), "full_name"),
      ([UInt8]("full_name,birth_date,nationality\n\"A,2005-01-01,UZ\n".utf8), "quote"),
      ([UInt8]("full_name,birth_date\nA".utf8) + [0xC3, 0x28, 0x0A], "UTF-8"),
      ([UInt8](), "empty"),
      ([0x50, 0x4B, 0x03, 0x04, 0x14, 0, 6, 0, 8, 0, 0, 0, 0x21, 0], "workbook"),
      ([UInt8]("<!DOCTYPE html><html><body><table></table></body></html>".utf8), "HTML"),
      ([UInt8]("colour,size\nred,1\n".utf8), "full_name"),
    ])
  func unreadable(bytes: [UInt8], word: String) async throws {
    try await withOffice(.cohort) { office async throws in
      do {
        let outcome = try await office.take(bytes)
        Issue.record("taken: \(outcome)")
      } catch {
        #expect("\(error)".lowercased().contains(word.lowercased()), "\(error)")
      }
      #expect(try await office.names() == [])
    }
  }

  @Test("another encoding than declared is told, not taken")
  func wronglyDeclared() async throws {
    try await withOffice(.cohort) { office in
      let bytes = try await converted(Self.chinese, to: "GB18030")
      await #expect(throws: ReadingError.self) { try await office.take(bytes) }
      await #expect(throws: ReadingError.self) {
        try await office.take(Self.chinese) { $0.encoding = .windows1251 }
      }
      #expect(try await office.names() == [])
    }
  }

  @Test(
    "a folder, a device and a missing file are no files", arguments: ["/tmp", "/dev/null", "/nowhere/x.csv"])
  func noFile(path: String) async throws {
    try await withOffice(.cohort) { office in
      await #expect(throws: (any Error).self) {
        var request = ImportRequest(path: path, noun: .peopleWithEnrollments)
        request.cohort = "UZ-TAS-LOG-2026A"
        return try await office.imports.taken(request)
      }
    }
  }
}
