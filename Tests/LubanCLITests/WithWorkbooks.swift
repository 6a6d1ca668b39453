import FoundationEssentials
import Support
import Testing

/// Gives a test a database, or a copy of this one, and a folder with the scripts of `Makers` in which it runs lines of
/// shell.
func withShell(
  copying office: TestDatabase? = nil, _ body: (@escaping (String) -> Program.Outcome) throws -> Void
) async throws {
  let folder = "/tmp/luban-shell-\(UInt64.random(in: 0 ... .max))"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  func work(_ database: TestDatabase) throws {
    let run = { (line: String) in
      (try? Program.shell(line, dsn: database.dsn, folder: folder))
        ?? Program.Outcome(output: "", talk: "not run: \(line)", exitCode: -1)
    }
    #expect(run("cp \(Program.repository)/Tests/LubanCLITests/Makers/* .").exitCode == 0)
    try body(run)
  }
  if let office { try await office.withCopy(work) } else { try await TestDatabase.with(work) }
}

/// As above, with an office that has the workshop UZ-TAS, and with workbooks of several programs in the folder.
func withWorkbooks(_ body: (@escaping (String) -> Program.Outcome) throws -> Void) async throws {
  try await withShell { run in
    let tests = Program.repository + "/Tests/WorkbookTests"
    let made = run(
      """
      set -e; /usr/bin/python3 \(tests)/Makers/people.py .; cp \(tests)/Committed/* .
      head -c 2000 openpyxl.xlsx > cut.xlsx
      luban workshop open UZ-TAS --title Tashkent --country UZ --quiet
      """)
    #expect(made.exitCode == 0, "\(made.talk)")
    try body(run)
  }
}
