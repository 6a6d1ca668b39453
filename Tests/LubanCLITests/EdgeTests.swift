import Support
import Testing

@Suite("What a command waits for")
struct EdgeTests {
  @Test(
    "a pipe that never ends is left at once by Ctrl-C, and nothing was changed",
    arguments: [
      // Opened by nobody else; opened, and silent in the midst of a line; standard input.
      "mkfifo p; $stop luban student import p --workshop UZ-TAS",
      "mkfifo p; (printf 'full_name,birth'; sleep 9) > p & $stop luban student import p --workshop UZ-TAS",
      "(printf 'full_name,birth_date\\nAnna B,'; sleep 9) | $stop luban student import - --workshop UZ-TAS",
    ])
  func pipe(line: String) async throws {
    try await TourOffice.with { database in
      let folder = try Program.shell("mktemp -d", dsn: "").output.prefix { $0 != "\n" }
      defer { _ = try? Program.shell("rm -rf \(folder)", dsn: "") }
      let start = ContinuousClock.now
      let outcome = try Program.shell(
        "stop='timeout --preserve-status --signal INT 3'; " + line, dsn: database.dsn, folder: String(folder))
      // The tool that waits is at the other end of the pipe ends after 9 seconds.
      #expect(ContinuousClock.now - start < .seconds(12), "\(line)")
      #expect(outcome.exitCode == 130, "\(outcome)")
      #expect(outcome.talk.contains("Stopped. Nothing was changed."), "\(outcome)")
    }
  }

  @Test("a database that refuses is told of within two seconds, and for how long it is tried again")
  func refused() throws {
    let line = "timeout 2.5 luban cohort list --dsn 'host=127.0.0.1 port=1 dbname=x'"
    let silent = try Program.shell(line, dsn: "")
    #expect(silent.exitCode == 124 && silent.talk.contains("Trying again for 1 min, since"), "\(silent)")
    let patient = try Program.shell(
      "luban cohort list --retry-for 2s --dsn 'host=127.0.0.1 port=1 dbname=x'", dsn: "")
    #expect(patient.exitCode == 8, "\(patient)")
    #expect(patient.talk.ranges(of: "Trying again for 2.0 s").count == 1, "\(patient)")
  }

  @Test(
    "a list of a cohort, a class or a student that names its workshop is of that, whichever one LUBAN_WORKSHOP is",
    arguments: [
      "enrollment list --cohort UZ-TAS-LOG-2026A", "class list --cohort UZ-TAS-LOG-2026A",
      "report cohort --cohort UZ-TAS-LOG-2026A --as-of 2026-10-01", "risk --cohort UZ-TAS-LOG-2022A",
      "class sessions UZ-TAS-LOG-2026A/LOG-110", "language level UZ-TAS/S-00001",
    ])
  func otherWorkshop(list: String) async throws {
    try await TourOffice.with { database in
      let own = try Program.shell("luban \(list) --format csv", dsn: database.dsn)
      let other = try Program.shell("LUBAN_WORKSHOP=KZ-OSK luban \(list) --format csv", dsn: database.dsn)
      #expect(own.exitCode == 0 && other.output == own.output, "\(other.talk)")
    }
  }
}
