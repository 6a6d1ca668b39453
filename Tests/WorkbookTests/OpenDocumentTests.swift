import Testing

@testable import Tabular
@testable import Workbook

/// Spreadsheets of LibreOffice in its own form (ods).
@Suite("Spreadsheets of LibreOffice")
struct OpenDocumentTests {
  @Test("give the same table as the workbooks they were made of")
  func libreOffice() throws {
    let header: Set<String> = ["Пол"]
    #expect(
      try read(Made.committed("people.ods"), header: header) == read(Made.path("openpyxl"), header: header))
    #expect(
      try read(Made.committed("merged.ods"), header: header) == read(Made.path("merged"), header: header))
    // But for the calendar before March 1900, which is LibreOffice's own, and what it cuts off.
    let days = try read(Made.committed("days.ods")).first
    let excel = try read(Made.path("days")).first
    #expect(zip(days, excel).enumerated().filter { $1.0 != $1.1 }.map(\.offset) == [8, 10, 11, 19])
    #expect([8, 10, 11, 19].map { days[$0] } == ["09:00:40", "1900-02-27", "1900-02-28", "10000-01-01"])
  }

  @Test("are read by the values of their cells, not by what these show")
  func kinds() throws {
    let values = try read(Made.path("kinds.ods")).first
    #expect(
      values == [
        "998901234567", "00012", "0.5", "12.5%", "2026-03-14", "2026-03-14 09:30", "2026-03-14", "09:30",
        "TRUE", "whole", "1.23456789012345E+17", "two   blanks\nand\nlines\tx", "noted", "山田", "#N/A", "3",
      ])
    let reader = try RecordReader(ByteSource(path: Made.path("kinds.ods")))
    _ = try reader.readHeader()
    try reader.forEach { _ in }
    #expect(reader.sheet?.formulas.count == 2 && reader.sheet?.formulas.cells.last == "Sheet1!A17")
  }

  @Test("have rows and cells that stand there once for many")
  func repeats() throws {
    let reader = try RecordReader(ByteSource(path: Made.path("repeats.ods")))
    var lines: [Read.Line] = []
    _ = try reader.readHeader()
    try reader.forEach { record in
      if !record.isBlank { lines.append(Read.Line(record.line, record.string(at: 0), record.string(at: 1))) }
    }
    #expect(
      lines == [
        Read.Line(5, "a", "a"), Read.Line(6, "a", "a"), Read.Line(7, "b", ""), Read.Line(8, "c", ""),
      ])
    #expect(reader.sheet?.hiddenRows.rows == [4])
  }

  @Test("are told apart by their sheets: the only visible one that fits, or the one named")
  func sheets() throws {
    let path = try Made.path("sheets.ods")
    #expect(try read(path, header: ["name"]).lines.map(\.fields) == [["yes", ""]])
    #expect(try read(path, sheet: "Hidden").first == ["no"])
    #expect(try refusal(path).fault == .workbook(.severalSheets(["Words", "Data"])))
  }

  @Test(
    "are refused by what is wrong",
    arguments: [
      ("locked.ods", WorkbookFault.encrypted, nil), ("uncomputed.ods", .notComputed, "Sheet1!A2"),
      ("many-rows.ods", .damaged(reason: "more than 1048576 rows"), "Sheet1!B2"),
      ("many-columns.ods", .damaged(reason: "more than 16384 columns"), "Sheet1!A2"),
      ("wide.ods", .rowTooLong(limit: WorkbookLimits.row), "Sheet1!A2"),
      ("long.ods", .cellTooLong(limit: WorkbookLimits.cell), "Sheet1!A2"),
    ] as [(String, WorkbookFault, String?)])
  func faults(name: String, fault: WorkbookFault, cell: String?) throws {
    let error = try refusal(Made.path(name))
    #expect(error.fault == .workbook(fault) && error.cell == cell, "\(error)")
  }
}
