import Testing

@testable import Tabular

@Suite("Workbooks of every writer")
struct WriterTests {
  private static let people = Read(
    names: ["Фамилия", "Имя", "Дата рождения", "Пол", "Гражданство", "Паспорт", "Телефон", "Email"],
    lines: [
      Read.Line(
        2, "Каримова", "Дилноза", "2006-03-14", "ж", "UZ", "AB1234567", "998901234567", "d@example.org"),
      Read.Line(3, "Саидов", "Алишер", "2005-12-01", "м", "UZ", "AB7654321", "998931112233", ""),
      Read.Line(
        4, "O‘Brien, \"Bo\"", "Ann-Marie", "2004-02-29", "f", "IE", "PA1112223", "353861234567",
        "b@example.org"),
    ])

  @Test("give the same table: days in ISO 8601, numbers written out, texts as they are")
  func people() throws {
    #expect(try read(Made.path("openpyxl"), header: ["Фамилия"]) == Self.people)
    #expect(try read(Made.path("xlsxwriter")) == Self.people)
    #expect(try read(Made.committed("people.xlsx"), header: ["Фамилия"]) == Self.people)
  }

  @Test("are read from a pipe and from gzip, with the digest of the file as it came")
  func ways() throws {
    let path = try Made.path("xlsxwriter")
    let plain = try ByteSource(path: path)
    _ = try RecordReader(plain)
    let packed = path + ".gz"
    try #require(shell("gzip -c \(path) > \(packed)") == 0)
    #expect(try read(packed) == Self.people)
    let source = try ByteSource(path: packed)
    _ = try RecordReader(source)
    #expect(source.sha256 != plain.sha256 && source.bytesRead == source.size)
  }

  @Test("keep their days and headers when LibreOffice has saved them")
  func libreOffice() throws {
    #expect(try read(Made.committed("days.xlsx")).first == read(Made.path("days")).first)
    let header: Set<String> = ["Пол"]
    #expect(
      try read(Made.committed("merged.xlsx"), header: header) == read(Made.path("merged"), header: header))
    #expect(try read(Made.committed("formula.xlsx")).lines == [Read.Line(2, "Ann", "2")])
  }

  @Test("are told from other kinds of files, each by its name")
  func kinds() throws {
    let phrases = [
      "xlsb": "xlsb", "docx": "docx", "pptx": "pptx", "numbers": "Numbers",
      "zip": "a zip archive",
    ]
    for (ending, phrase) in phrases {
      let error = try refusal(Made.path("file.\(ending)"))
      #expect(error.description.contains(phrase), "\(error)")
      #expect(
        error.remedy.description.contains("xlsx") || error.remedy.description.contains("unpack"), "\(error)")
    }
    #expect(try refusal(Made.path("text.odt")).fault == .workbook(.otherZip(.openDocument)))
    #expect(try refusal(Made.path("encrypted")).fault == .workbook(.encrypted))
    #expect(try refusal(Made.path("old")).fault == .notText(.oldWorkbook))
  }

  @Test("have no encoding and no delimiter, and CSV has no sheet")
  func options() throws {
    let path = try Made.path("xlsxwriter")
    var error = try #require(throws: ReadingError.self) {
      _ = try RecordReader(ByteSource(path: path), encoding: .gb18030)
    }
    #expect(error.fault == .pointlessOption("encoding", isWorkbook: true))
    error = try #require(throws: ReadingError.self) {
      _ = try RecordReader(ByteSource(path: path), delimiter: .tab)
    }
    #expect(error.fault == .pointlessOption("delimiter", isWorkbook: true))
    #expect(
      try refusal(#filePath, sheet: "A").fault == .pointlessOption("sheet", isWorkbook: false))
  }
}
