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

  static let titles = TextTable(
    columns: [TextColumn("code"), TextColumn("amount", .trailing), TextColumn("title")],
    rows: [
      ["TAS-1", "1,234,567", "A very long title of a workshop"], ["王伟明老师", "1", "B"],
      ["TAS-2", "12", "上合组织鲁班工坊师资培训中心揭牌仪式"],
    ])

  @Test("fit a width: texts go on below themselves, and nothing is cut")
  func fitted() {
    #expect(
      Self.titles.lines(TextStyle(width: 43)) == [
        "code           amount  title",
        "──────────  ─────────  ────────────────────",
        "TAS-1       1,234,567  A very long title of",
        "                       a workshop",
        "王伟明老师          1  B",
        "TAS-2              12  上合组织鲁班工坊师资",
        "                       培训中心揭牌仪式",
      ])
    for width in 1...80 {
      let lines = Self.titles.lines(TextStyle(width: width))
      // A block has labels, and 20 cells for its values.
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= max(width, 28) }, "width \(width)")
      let text = lines.joined(separator: " ")
      for word in ["TAS-1", "1,234,567", "workshop", "王伟明老师"] { #expect(text.contains(word)) }
    }
    #expect(Self.titles.lines(TextStyle(width: 59)) == Self.titles.lines())
    #expect(Self.titles.lines(TextStyle(width: 58)) != Self.titles.lines())
  }

  @Test("show each row as a block where not even the least of each column fits")
  func blocks() {
    let lines = Self.titles.lines(TextStyle(width: 36))
    #expect(
      lines.prefix(5) == [
        "code    TAS-1", "amount  1,234,567", "title   A very long title of a", "        workshop", "",
      ])
    #expect(Self.titles.blocks().first == "code    TAS-1")
    let lacking = TextTable(columns: [TextColumn("a"), TextColumn("b")], rows: [["1"], [nil, "2"]])
    #expect(lacking.blocks() == ["a  1", "b", "", "a", "b  2"])
  }

  @Test("keep what the rows are looked at for as long as there is room for it, and a text of it readable")
  func chief() {
    let table = TextTable(
      columns: [
        TextColumn("student"), TextColumn("name"), TextColumn("parts", .trailing),
        TextColumn("missing", isChief: true),
      ],
      rows: [
        ["S-00001", "Каримова Дилноза Рустамовна", "32", "LOG-210 not passed; 2 of 4 credits from E1; HSK 2"]
      ])
    func shown(_ width: Int) -> [String] {
      table.lines(TextStyle(width: width), leavingOutBut: 0).leftOut.map(\.name)
    }
    #expect(shown(100) == [] && shown(60) == ["parts"] && shown(45) == ["name", "parts"])
    #expect(shown(20) == ["name", "parts", "missing"] || shown(20) == [])
  }

  @Test("leave columns out from the right, by name, and never what names the row")
  func leftOut() {
    let table = TextTable(
      columns: [
        TextColumn("day"), TextColumn("code"), TextColumn("people_created", .trailing), TextColumn("status"),
      ],
      rows: [["2026-09-01", "UZ-TAS-LOG-2026A", "12", "open"]])
    func shown(_ width: Int, but key: Int) -> ([String], leftOut: [String]) {
      let (lines, leftOut) = table.lines(TextStyle(width: width), leavingOutBut: key)
      return (lines, leftOut.map(\.name))
    }
    #expect(shown(60, but: 1).0 == table.lines() && shown(60, but: 1).leftOut == [])
    // Names of columns are broken between their words before a column is left out.
    #expect(
      shown(45, but: 1).0 == [
        "                               people_", "day         code               created  status",
        "──────────  ────────────────  ────────  ──────", "2026-09-01  UZ-TAS-LOG-2026A        12  open",
      ] || shown(45, but: 1).leftOut == [])
    #expect(shown(44, but: 1).leftOut == ["status"])
    #expect(shown(36, but: 1).leftOut == ["people_created", "status"])
    #expect(shown(36, but: 3).leftOut == ["people_created"])
    // Where nothing fits beside what names the row, it is a block.
    #expect(shown(20, but: 1).0.first == "day             2026-09-01" && shown(20, but: 1).leftOut == [])
    let wide = table.lines(.plain, leavingOutBut: 1)
    #expect(wide.lines == table.lines() && wide.leftOut == [])
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
