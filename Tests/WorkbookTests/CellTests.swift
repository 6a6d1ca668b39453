import Testing

@testable import Tabular
@testable import Workbook

@Suite("Cells of a workbook")
struct CellTests {
  @Test("are days where their format says so, in ISO 8601, with the time that they show")
  func days() throws {
    #expect(
      try read(Made.path("days")).first == [
        "2023-03-15", "2023-03-15", "2023-03-15", "2023-03-15", "2023-03-15 09:00", "2023-03-15",
        "2023-03-15", "09:00",
        "09:00:41", "25:30", "1900-02-28", "1900-02-29", "1900-03-01", "9999-12-31", "2023-03-15", "45000",
        "45000",
        "45000", "45000", "2958466", "2023-03-15",
      ])
    #expect(try read(Made.path("days1904")).first == ["2023-03-15"])
    #expect(try read(Made.path("isodays")).first == ["2026-03-14", "2026-03-14 09:30"])
  }

  @Test("are days in the formats that Excel has built in, those of its Chinese edition too")
  func builtIn() throws {
    var days: [String: [Int]] = [:]
    for line in try read(Made.path("builtin")).lines {
      days[line.fields[0], default: []].append(line.line - 1)
    }
    #expect(days["2023-03-15"] == Array(14...17) + Array(27...31) + [36] + Array(50...54) + [57, 58])
    #expect(days["2023-03-15 12:00"] == [22] + Array(32...35) + [55, 56])
    #expect(days["12:00"] == Array(18...21) + [45, 47])
    #expect(days["1080012:00"] == [46])
    #expect(days["4500050%"] == [9, 10])
  }

  @Test("are counted in both calendars, with the day that never was")
  func serials() {
    let serial = { (number: Double, from1904: Bool) in
      SerialDay(number, countsFrom1904: from1904)?.text(.day)
    }
    #expect(serial(1, false) == "1900-01-01" && serial(0, false) == "1900-01-00")
    #expect(serial(0, true) == "1904-01-01" && serial(1462, false) == "1904-01-01")
    #expect(serial(36_585, false) == "2000-02-29" && serial(73_109, false) == "2100-02-28")
    #expect(serial(-1, false) == nil && serial(3e6, false) == nil)
    #expect(SerialDay(45_000.999_999, countsFrom1904: false)?.text(.moment) == "2023-03-16")
  }

  @Test("are numbers written out whole, and in the form that is refused where digits are lost")
  func numbers() throws {
    #expect(
      try read(Made.path("numbers")).first == [
        "998901234567", "998901234567", "998901000000", "1.23456789012345E+17", "123456789012345",
        "1.23456789012345E+15", "0.3", "0.1", "-12.5", "0.001", "0", "0", "2", "100000000000000", "1E+300",
        "12x",
      ])
    #expect(try read(Made.path("formats")).first == ["00123", "1234567", "95%", "12.5%", "12"])
  }

  @Test("have texts without their look: runs joined, readings left out, escapes resolved")
  func texts() throws {
    #expect(
      try read(Made.path("runs")).first == ["Каримова ", "課長", "a\rb_x000D_c_xZZZZ_"])
    #expect(try read(Made.path("inline")).first == ["李娜", "two\nlines, \"quoted\""])
  }

  @Test("have the same texts when these lie in a file")
  func overflow() throws {
    let source = try ByteSource(path: Made.path("shared"))
    let file = try source.whole()
    let read = { (limit: Int) in
      let book = try Workbook(descriptor: file.descriptor, size: file.size, textsInMemory: limit)
      let rows = try book.rows(of: book.sheets[0])
      var texts: [String] = []
      while try rows.next() { texts += rows.strings.map(\.text) }
      return texts
    }
    let texts = try read(1 << 20)
    #expect(texts.count == 30_001 && texts[2] == "Имя 07919" && texts[30_000] == "Имя 22081")
    #expect(try read(100_000) == texts)
    #expect(try read(0) == texts)
  }

  @Test("stand where they say: blank rows and columns, and names that are left out")
  func places() throws {
    let gaps = try read(Made.path("gaps"))
    #expect(gaps.names == ["name", "mark"])
    #expect(
      gaps.lines == [
        Read.Line(4, ""), Read.Line(5, "", "5"), Read.Line(6, ""), Read.Line(7, ""), Read.Line(8, "Ann", ""),
        Read.Line(9, "Bo", "", "note"), Read.Line(10, "Cy", "", "x"),
      ])
    #expect(try read(Made.path("bare")) == Read(names: ["name", "mark"], lines: [Read.Line(2, "", "5")]))
    #expect(try read(Made.path("prefix")).names == ["name"])
    #expect(try read(Made.path("painted")).lines == [Read.Line(2, "Ann")])
    #expect(try read(Made.path("last")).lines == [Read.Line(2, "Ann")])
  }

  @Test("are truths, errors as they show, and formulas by their last value, which is told")
  func kinds() throws {
    let reader = try RecordReader(ByteSource(path: Made.path("kinds")))
    var values: [String] = []
    try reader.forEach { values.append($0.string(at: 0)) }
    #expect(values == ["name", "TRUE", "FALSE", "#N/A", "2", "ab"])
    let sheet = try #require(reader.sheet)
    #expect(sheet.formulas.count == 3 && sheet.formulas.cells == ["Sheet1!A5", "Sheet1!A6", "Sheet1!A7"])
    #expect(sheet.hiddenRows.count == 1 && sheet.hiddenRows.rows == [4])
  }

  @Test(
    "are refused where no program has computed the formula",
    arguments: [("formula-openpyxl", "Sheet!B2"), ("formula-xlsxwriter", "Sheet1!B2")])
  func uncomputed(name: String, cell: String) throws {
    let error = try refusal(Made.path(name))
    #expect(error.fault == .workbook(.notComputed) && error.cell == cell)
    #expect(error.description.contains(".xlsx: \(cell): a formula"), "\(error)")
  }

  @Test("have names as spreadsheets show them")
  func names() {
    #expect(Sheet.letters(ofColumn: 0) == "A" && Sheet.letters(ofColumn: 25) == "Z")
    #expect(Sheet.letters(ofColumn: 26) == "AA" && Sheet.letters(ofColumn: 16_383) == "XFD")
    let cell = { (name: String) in Sheet(name: name, isVisible: true, part: "").cell(column: 3, row: 16) }
    #expect(cell("Students") == "Students!D17" && cell("学生") == "学生!D17")
    #expect(cell("Group 1") == "'Group 1'!D17" && cell("O'Neil") == "'O''Neil'!D17")
  }

  @Test(
    "have formats that are told by their letters, not by what is quoted in them",
    arguments: [
      ("General", CellFormat.number), ("0.00", .number), ("#,##0.00\\ \"руб.\"", .number),
      ("0.00E+00", .number),
      ("yyyy-mm-dd", .day), ("d/m/yy;@", .day), ("mmmm", .day), ("[$-409]h:mm AM/PM", .time),
      ("mm:ss.0", .time),
      ("[hh]:mm:ss", .elapsed), ("yyyy\"年\"m\"月\"d\"日\"", .day), ("dd.mm.yyyy hh:mm", .moment),
      ("0%", .percent),
      ("0000000", .padded(7)), ("@", .number), ("[Blue]General", .number), ("_-* #,##0\\ _d_-", .number),
      ("ggge\"年\"", .day),
    ])
  func formats(code: String, format: CellFormat) {
    #expect(CellFormat(code: code) == format)
  }
}
