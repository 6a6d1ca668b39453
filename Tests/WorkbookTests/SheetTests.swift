import Testing

@testable import Tabular
@testable import Workbook

@Suite("Sheets of a workbook")
struct SheetTests {
  @Test("are the only visible one, the one that fits, or the one that is named")
  func choice() throws {
    #expect(try read(Made.path("hidden")).names == ["name"])
    #expect(try read(Made.path("hidden"), sheet: "Old").names == ["word"])
    #expect(try read(Made.path("several"), header: ["name"]).first == ["Ann"])
    #expect(try read(Made.path("several"), sheet: " words ").names == ["word"])
    #expect(try read(Made.path("twice"), sheet: "O'Neil", header: ["name"]).first == ["Ann"])
  }

  @Test("are listed where none or several could be meant")
  func refusals() throws {
    let fault = { (name: String, sheet: String?) in
      try refusal(Made.path(name), sheet: sheet, header: ["name"]).fault
    }
    #expect(try fault("twice", nil) == .workbook(.severalSheets(["Group 1", "O'Neil"])))
    #expect(try fault("unfit", nil) == .workbook(.severalSheets(["Words", "More"])))
    #expect(try fault("hidden", "New") == .workbook(.unknownSheet("New", sheets: ["Old", "Now", "Older"])))
    #expect(try fault("blank", nil) == .workbook(.emptySheet("Empty")))
    #expect(try fault("all-hidden", nil) == .workbook(.noSheets))
    let error = try refusal(Made.path("twice"), header: ["name"])
    #expect(error.description.hasSuffix("“Group 1”, “O'Neil”; name one with --sheet"))
  }

  @Test("have a header of merged cells, below titles that are shown")
  func merged() throws {
    let choice = TableChoice { HeaderFit(needs: $0.contains("Пол") ? 1 : 0, columns: 1) }
    let reader = try RecordReader(ByteSource(path: Made.path("merged")), table: choice)
    let header = try reader.readHeader()
    #expect(header.names == ["№", "Фамилия", "Имя", "Отчество", "Пол", "Серия", "Номер"])
    var lines: [Int] = []
    try reader.forEach { lines.append($0.line) }
    #expect(lines == [5])
    let sheet = try #require(reader.sheet)
    #expect(sheet.titles.map(\.text) == ["Список группы"] && sheet.titles.map(\.line) == [1])
    #expect(sheet.cell(column: 6, line: 5) == "Sheet!G5")
    let end = try read(Made.path("merged-end"))
    #expect(end == Read(names: ["Пол", "Фамилия", "Имя"], lines: [Read.Line(3, "ж", "Каримова", "Дилноза")]))
  }

  @Test("name the cell of a header that stands twice")
  func doubled() throws {
    let error = try refusal(Made.path("double"))
    #expect(error.fault == .doubleColumnName(name: "name", first: 1, second: 2))
    #expect(error.description.contains("Sheet1!D1: "))
  }
}
