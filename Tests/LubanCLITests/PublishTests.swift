import Support
import Testing

/// Figures for everybody, and what can be found out of them: linear programming narrows down each that is not told.
@Suite("Published figures")
struct PublishTests {
  private static let reports = [
    "cohort overview --by country", "cohort overview --by workshop --by intake-year",
    "cohort overview --by country --by gender", "language language --by country --by gender",
    "cohort cohort --totals",
    "outcomes outcomes --by program --totals", "program program --totals", "language language",
    "year year --totals", "culture culture",
  ]

  @Test("of the demonstration tell nobody of one to four people, in any report")
  func demonstration() async throws {
    try await withShell { run in
      #expect(run("luban seed demo").exitCode == 0)
      for report in Self.reports {
        let words = report.split(separator: " ", maxSplits: 1)
        let told = run(
          """
          luban report \(words[1]) --as-of 2026-06-30 --publish --format csv > told.csv &&
          /usr/bin/python3 narrow.py \(words[0]) < told.csv
          """)
        #expect(told.exitCode == 0 && told.output.hasSuffix(", 0 found out\n"), "\(report): \(told)")
      }
      let told = "luban report overview --as-of 2026-06-30 --publish"
      #expect(run("\(told) --format csv | grep -o '\\[c\\]' | wc -l").output == "47\n")
      try forms(of: told, run)
    }
  }

  /// All rows are looked at before some are chosen, and numbers stay numbers.
  private func forms(of told: String, _ run: (String) -> Program.Outcome) throws {
    #expect(
      run("\(told) --columns country,suspended,completed --sort -completed,country --limit 3 --format csv")
        .output.replacing("\r\n", with: "\n") == """
          country,suspended,completed
          ID,[c],[c]
          PT,[c],[c]
          EG,0,24

          """)
    #expect(
      run("\(told) --columns country,retention,completed --limit 2 --format jsonl").output == """
        {"country":"EG","retention":82.3,"completed":24}
        {"country":"ID","retention":88.3,"completed":"[c]"}

        """)
    #expect(run("\(told) --columns country,completed --limit 2").output.hasSuffix("ID             [c]\n"))
    let sheet = run(
      """
      \(told) --columns country,completed --output told.xlsx &&
      /usr/bin/python3 -c 'import openpyxl
      print([cell.value for cell in openpyxl.load_workbook("told.xlsx").active["B"]][1:4])'
      """)
    #expect(sheet.output == "[24, '[c]', 0]\n", "\(sheet)")
  }

  @Test("of tables drawn at random tell nobody of one to four people")
  func random() async throws {
    try await withShell { run in
      let told = run(
        "/usr/bin/python3 tables.py 1 50 | psql \"$LUBAN_DSN\" -At | /usr/bin/python3 narrow.py tables")
      #expect(told.exitCode == 0 && told.output.hasSuffix(" hidden, 0 found out\n"), "\(told)")
    }
  }

  @Test("are of the end of a month, as known now, and name nobody")
  func refused() async throws {
    try await withShell { run in
      for (options, words) in [
        ("--as-of 2026-06-15", "as --as-of 2026-05-31"), ("--as-of 2026-03-01", "as --as-of 2026-02-28"),
        ("--as-of 2026-01-05", "as --as-of 2025-12-31"), ("--known-at 2026-06-30", "goes without --known-at"),
        ("--who retained", "--who names students"), ("--as-of 2399-12-31", "as --as-of 2"),
      ] {
        let refused = run("luban report cohort --publish \(options)")
        #expect(refused.exitCode == 2 && refused.talk.contains(words), "\(refused)")
      }
      #expect(run("luban report partner --publish --since 2026-01-02").exitCode == 2)
      for report in ["overview --who women", "year --who graduates", "outcomes --who placed"] {
        let refused = run("luban report \(report) --publish")
        #expect(refused.exitCode == 2 && refused.talk.contains("--who names students"), "\(refused)")
      }
      let today = run("luban report overview --publish --format csv")
      #expect(today.exitCode == 0)
      #expect(today.talk.contains("As of 2") && today.talk.contains("[c] stands for"), "\(today.talk)")
    }
  }
}
