import Foundation
import Glibc
import Testing

@testable import Tabular
@testable import Workbook

@Suite("Workbooks that are written")
struct WritingTests {
  private static let rows = [
    "code,name,day,hours,note\n", "S-00012,李娜,2006-03-14,12.5,\"two\nlines, \"\"quoted\"\"\"\n",
    "007,=1+1,2026-03,1234567890123456,_x000D_ & <b>\n", ",Ҷӯраев,1899-12-31,-3,\n",
  ]
  private static let kinds: [WorkbookOutput.Kind] = [.text, .text, .day, .number, .text]

  /// Writes rows, and gives the path of the workbook.
  private func written(
    _ rows: [String], kinds: [WorkbookOutput.Kind] = [],
    name: String = "written-\(UInt64.random(in: 0 ... .max))"
  ) throws -> String {
    let path = try Made.path("\(name).xlsx")
    let file = try OutputFile(path: path)
    let output = WorkbookOutput(file.sink, columns: kinds.map { WorkbookOutput.Column($0) })
    for row in rows {
      var row = row
      try row.withUTF8 { try output.write(row: UnsafeRawBufferPointer($0)) }
    }
    try output.finish()
    try file.commit()
    return path
  }

  @Test("come back as they went out: texts as texts, days and numbers as themselves")
  func roundTrip() throws {
    let read = try read(written(Self.rows, kinds: Self.kinds))
    #expect(read.names == ["code", "name", "day", "hours", "note"])
    #expect(
      read.lines == [
        Read.Line(2, "S-00012", "李娜", "2006-03-14", "12.5", "two\nlines, \"quoted\""),
        Read.Line(3, "007", "=1+1", "2026-03", "1234567890123456", "_x000D_ & <b>"),
        Read.Line(4, "", "Ҷӯраев", "1899-12-31", "-3", ""),
      ])
  }

  @Test("have real days and numbers for other programs, and no text that is a formula")
  func oracle() throws {
    let path = try written(Self.rows, kinds: Self.kinds)
    let script = """
      import openpyxl, sys
      sheet = openpyxl.load_workbook(sys.argv[1]).active
      print([[c.data_type for c in row] for row in sheet.iter_rows()])
      print(sheet['C2'].value.date(), sheet['D2'].value + 1, sheet['A2'].number_format, sheet.freeze_panes, sheet.auto_filter.ref)
      """
    let code = shell("/usr/bin/python3 -c '\(script.replacing("'", with: "\""))' \(path) > \(path).txt")
    #expect(code == 0)
    #expect(
      String(decoding: try contents(path + ".txt"), as: UTF8.self) == """
        [['s', 's', 's', 's', 's'], ['s', 's', 'd', 'n', 's'], ['s', 's', 's', 's', 's'], ['n', 's', 's', 'n', 'n']]
        2006-03-14 13.5 @ A2 A1:E4

        """)
  }

  @Test(
    "leave what is no day of the calendar the text that it was",
    arguments: [
      ("2008-02-31", false), ("2007-02-29", false), ("2008-02-29", true), ("2000-02-29", true),
      ("1900-02-29", false), ("2008-04-31", false), ("2008-13-01", false), ("2008-12-31", true),
    ])
  func days(text: String, isDay: Bool) throws {
    let path = try written(["day\n", text + "\n"], kinds: [.day])
    #expect(try read(path).lines == [Read.Line(2, text)])
    let script = "import openpyxl, sys; print(openpyxl.load_workbook(sys.argv[1]).active[\"A2\"].data_type)"
    #expect(shell("/usr/bin/python3 -c '\(script)' \(path) > \(path).txt") == 0)
    #expect(String(decoding: try contents(path + ".txt"), as: UTF8.self) == (isDay ? "d\n" : "s\n"))
  }

  @Test("offer the values of their columns, which stand on a second sheet, and mark cells")
  func values() throws {
    let path = try Made.path("values.xlsx")
    let file = try OutputFile(path: path)
    let yes = ValueList("b, d", rows: [["yes", "y, true", "да", "是"], ["no", "", "нет"]])
    let columns = [nil, yes, ValueList("c", rows: [["1"]]), yes].map { WorkbookOutput.Column(values: $0) }
    let output = WorkbookOutput(file.sink, columns: columns)
    try output.write(["a", "b", "c", "d"].map { Array($0.utf8) })
    try output.write([Array("x".utf8), nil, nil, Array("y".utf8), Array("beyond".utf8)], marked: [1, 3])
    try output.finish()
    try file.commit()
    #expect(try read(path, header: ["a", "b"]).lines.map(\.fields) == [["x", "", "", "y", "beyond"]])
    let script = """
      import openpyxl, sys
      book = openpyxl.load_workbook(sys.argv[1])
      sheet = book.worksheets[0]
      print(book.sheetnames, [(str(v.sqref), v.formula1, v.showErrorMessage) for v in sheet.data_validations.dataValidation])
      print([c.fill.fgColor.rgb if c.fill.fill_type else None for c in sheet[2]], sheet.column_dimensions["B"].number_format)
      for row in book["Words"].iter_rows(values_only=True): print(row)
      """
    let code = shell("/usr/bin/python3 -c '\(script.replacing("'", with: "\""))' \(path) > \(path).txt")
    #expect(code == 0)
    #expect(
      String(decoding: try contents(path + ".txt"), as: UTF8.self) == """
        ['Luban', 'Words'] [('B2:B1048576 D2:D1048576', "'Words'!$B$2:$B$3", False), ('C2:C1048576', "'Words'!$B$4:$B$4", False)]
        [None, 'FFFFC7CE', None, 'FFFFC7CE', None] @
        ('column', 'value', 'English', 'Русский', '中文')
        ('b, d', 'yes', 'y, true', 'да', '是')
        ('b, d', 'no', None, 'нет', None)
        ('c', '1', None, None, None)

        """)
  }

  @Test("are the same bytes for the same rows, also without any")
  func bytes() throws {
    let first = try contents(written(Self.rows, kinds: Self.kinds))
    #expect(try contents(written(Self.rows, kinds: Self.kinds)) == first)
    #expect(try refusal(written([])).fault == .workbook(.emptySheet("Luban")))
    #expect(try read(written(["a,b\n"])) == Read(names: ["a", "b"], lines: []))
  }

  @Test("refuse what a sheet can't hold, by its cell")
  func limits() throws {
    let long = String(repeating: "я", count: 32_767)
    #expect(try read(written(["a,b\n", "\(long),1\n"])).lines[0].fields[0] == long)
    let error = try #require(throws: WritingError.self) { _ = try written(["a,b\n", "1,\(long)я\n"]) }
    #expect(error.fault == .noSheet(.textTooLong(cell: "B2")))
    #expect(error.description.hasSuffix("has more than the 32767 characters of a cell; take csv"))
    let many = try #require(throws: WorkbookWritingError.self) {
      let sheet = try SheetWriter(columns: [SheetWriter.Column(.text, width: 8)]) { _ in }
      for _ in 0...SheetWriter.rowLimit { try sheet.write([nil]) }
    }
    #expect(many == .tooManyRows)
  }

  @Test(
    "take for a number what a spreadsheet keeps, and for a day what its calendar has",
    arguments: [
      ("0", true, nil), ("-12.5", true, nil), ("0.25", true, nil), ("007", false, nil), ("1.", false, nil),
      ("1e5", false, nil), ("", false, nil), ("999999999999999", true, nil), ("9999999999999999", false, nil),
      ("2026-03-14", false, 46_095), ("1900-03-01", false, 61), ("1900-02-28", false, nil),
      ("2026-13-01", false, nil), ("2026-03-1x", false, nil),
    ] as [(String, Bool, Int?)])
  func values(text: String, isNumber: Bool, serial: Int?) {
    #expect(CellValue.isNumber(Array(text.utf8)) == isNumber)
    #expect(CellValue.serial(Array(text.utf8)) == serial)
  }
}
