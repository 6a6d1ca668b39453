import Testing

@testable import Tabular

@Suite("Tables for people")
struct TextTableTests {
  static let people = TextTable(
    columns: [TextColumn("name"), TextColumn("seats", .trailing), TextColumn("city")],
    rows: [
      ["王伟", "7", "天津"], ["Пётр Иванов", "1,234", nil], ["محمد", nil, "طشقند"],
      ["Ne\u{301}e", "12", "Hội An"],
    ])

  @Test("line up by the width of what is seen")
  func aligned() {
    #expect(
      Self.people.lines() == [
        "name         seats  city",
        "───────────  ─────  ──────",
        "王伟             7  天津",
        "Пётр Иванов  1,234",
        "محمد                طشقند",
        "Ne\u{301}e             12  Hội An",
      ])
    // The third column begins at the same cell in each line that has it.
    for (line, city) in zip(Self.people.lines().dropFirst(2), ["天津", nil, "طشقند", "Hội An"]) {
      guard let city else { continue }
      #expect(line.hasSuffix(city))
      #expect(DisplayWidth.of(line) - DisplayWidth.of(city) == 20)
    }
  }

  @Test("never end a line in blanks, and have a header and a rule even without rows")
  func noTrailingBlanks() {
    let empty = TextTable(columns: [TextColumn("a"), TextColumn("bc", .trailing)], rows: [])
    #expect(empty.lines() == ["a  bc", "─  ──"])
    let sparse = TextTable(
      columns: [TextColumn("wide column"), TextColumn("n", .trailing), TextColumn("x")],
      rows: [[nil, nil, nil], ["a"], ["", "1", ""], [nil, nil, "z"]])
    #expect(
      sparse.lines() == [
        "wide column  n  x", "───────────  ─  ─", "", "a", "             1", "                z",
      ])
  }

  @Test("show line breaks and control characters escaped")
  func escaped() {
    let table = TextTable(columns: [TextColumn("no\nte")], rows: [["two\nlines"], ["\u{1B}[2J"]])
    #expect(table.lines() == ["no\\nte", "──────────", "two\\nlines", "\\u{1b}[2J"])
  }

  @Test("fit a width: the widest columns of text are cut, numbers last")
  func fitted() {
    let table = TextTable(
      columns: [TextColumn("code"), TextColumn("amount", .trailing), TextColumn("title")],
      rows: [["TAS-1", "1,234,567", "A very long title of a workshop"], ["王伟明老师", "1", "B"]])
    #expect(
      table.lines(TextStyle(width: 32)) == [
        "code           amount  title",
        "──────────  ─────────  ─────────",
        "TAS-1       1,234,567  A very l…",
        "王伟明老师          1  B",
      ])
    for width in 18...80 {
      let lines = table.lines(TextStyle(width: width))
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "width \(width)")
      #expect(width < 21 || lines[2].contains("1,234,567"))
    }
    #expect(table.lines(TextStyle(width: 54)) == table.lines())
    #expect(table.lines(TextStyle(width: 53)) != table.lines())
  }

  @Test("keep a little of each column however narrow the terminal")
  func narrow() {
    #expect(
      Self.people.lines(TextStyle(width: 1)) == [
        "name  sea…  city", "────  ────  ────", "王伟     7  天津", "Пёт…  1,2…", "محمد        طشق…",
        "Ne\u{301}e     12  Hội…",
      ])
  }

  @Test("are bold and set text from right to left apart only where the style says so")
  func terminal() {
    let table = TextTable(
      columns: [TextColumn("name"), TextColumn("x")], rows: [["محمد", "1"], ["Anna", "2"]])
    let style = TextStyle(bold: true, isolates: true)
    #expect(
      table.lines(style) == ["\u{1B}[1mname  x\u{1B}[0m", "────  ─", "\u{2068}محمد\u{2069}  1", "Anna  2"])
    #expect(table.lines().joined().unicodeScalars.allSatisfy { $0 != "\u{1B}" && $0 != "\u{2068}" })
  }
}
