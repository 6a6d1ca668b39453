import FoundationEssentials
import Support
import Testing

/// Gives a test an office with the workshop UZ-TAS and a folder with workbooks, in which it runs lines of shell.
func withWorkbooks(_ body: ((String) -> Program.Outcome) throws -> Void) async throws {
  let folder = "/tmp/luban-workbooks-\(UInt64.random(in: 0 ... .max))"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try await TestDatabase.with { database in
    let run = { (line: String) in
      (try? Program.shell(line, dsn: database.dsn, folder: folder))
        ?? Program.Outcome(output: "", talk: "not run: \(line)", exitCode: -1)
    }
    let tests = Program.repository + "/Tests/WorkbookTests"
    let made = run(
      """
      set -e; /usr/bin/python3 \(tests)/Makers/people.py .; cp \(tests)/Committed/* .
      cp \(Program.repository)/Tests/LubanCLITests/Makers/* .
      head -c 2000 openpyxl.xlsx > cut.xlsx
      luban workshop open UZ-TAS --title Tashkent --country UZ --quiet
      """)
    #expect(made.exitCode == 0, "\(made.talk)")
    try body(run)
  }
}
