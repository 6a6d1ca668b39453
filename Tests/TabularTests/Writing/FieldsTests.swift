import Testing

@testable import Tabular

@Suite("Fields of one thing")
struct FieldsTests {
  @Test("line up, in sections with tables")
  func sections() {
    var fields = Fields()
    fields.add("number", "S-00012")
    fields.add("имя", "Анна")
    fields.add("email", nil)
    fields.add("phone", "")
    fields.add(line: "none")
    fields.section("Enrollments")
    fields.add(TextTable(columns: [TextColumn("cohort")], rows: [["TAS-1"]]))
    fields.section("Notes")
    fields.add("姓名", "王伟")
    fields.add(TextTable(columns: [TextColumn("a")], rows: []))
    #expect(
      fields.lines() == [
        "number  S-00012", "имя     Анна", "none", "", "Enrollments", "cohort", "──────", "TAS-1", "",
        "Notes",
        "姓名  王伟", "", "a", "─",
      ])
    #expect(fields.lines(TextStyle(bold: true)).contains("\u{1B}[1mNotes\u{1B}[0m"))
    #expect(Fields().lines().isEmpty)
  }

  @Test("wrap long values below themselves, and keep their line breaks")
  func wrapped() {
    var fields = Fields()
    fields.add("note", "one two three four five six seven\r\n\nlast\tline")
    fields.add("城市", "北京上海天津重庆广州深圳成都")
    #expect(
      fields.lines(TextStyle(width: 26)) == [
        "note  one two three four", "      five six seven", "", "      last\\tline", "城市  北京上海天津重庆广州",
        "      深圳成都",
      ])
    #expect(fields.lines()[0] == "note  one two three four five six seven")
    #expect(fields.lines(TextStyle(width: 3)) == fields.lines(TextStyle(width: 26)))
  }
}
