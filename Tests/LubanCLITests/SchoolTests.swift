import FoundationEssentials
import Support
import Testing

/// Lists of students as seven schools send them, made by Makers/schools.py: title lines, empty columns, totals,
/// capitals, full names in one column; as CSV of their Excel's own encoding, and as a workbook.
@Suite("Files of seven schools")
struct SchoolTests {
  private static let schools = [
    (name: "tashkent-ru", workshop: "UZ-TAS", dates: ""),
    (name: "tashkent-uz", workshop: "UZ-BUX", dates: ""),
    (name: "almaty-kk", workshop: "KZ-ALA", dates: ""), (name: "bangkok-th", workshop: "TH-BKK", dates: ""),
    (name: "abidjan-fr", workshop: "CI-ABJ", dates: "--dates dd/mm/yyyy"),
    (name: "cairo-ar", workshop: "EG-CAI", dates: ""), (name: "tianjin-zh", workshop: "CN-TJN", dates: ""),
  ]

  @Test(
    "come in whole, names as they were written: the workbook as it is, CSV by the encoding that the refusal names"
  )
  func whole() async throws {
    try await withShell { run in
      try #require(run("/usr/bin/python3 schools.py .").exitCode == 0)
      for (name, workshop, dates) in Self.schools {
        let country = workshop.prefix(2)
        _ = run("luban workshop open \(workshop) --title \(name) --country \(country) --quiet")
        let expected = run("cut -d'|' -f1-4 \(name).txt | sort").output

        let line = "luban student import \(name).csv --workshop \(workshop) \(dates) --skip-invalid"
        let blind = run(line)
        #expect(blind.exitCode == 11, "\(name): \(blind.talk)")
        let advice = try #require(blind.talk.firstMatch(of: /--encoding \S+/), "\(name): \(blind.talk)")
          .output
        let taken = run("\(line) \(advice)")
        let count = expected.split(separator: "\n").count
        #expect(
          taken.output.contains("\(count) new people, 1 refused"), "\(name): \(taken.output)\(taken.talk)")
        #expect(stored(workshop, run) == expected, "\(name)")
        let again = run("luban student import \(name).xlsx --workshop \(workshop) --skip-invalid")
        #expect(
          again.output.contains("\(count) unchanged, 1 refused"), "\(name): \(again.output)\(again.talk)")
      }
    }
  }

  private func stored(_ workshop: String, _ run: (String) -> Program.Outcome) -> String {
    run(
      """
      luban student list --workshop \(workshop) --columns name,birth_date,gender,nationality --format csv \
        | tr -d '\\r' | tail -n +2 | tr , '|' | sort
      """
    ).output
  }
}
