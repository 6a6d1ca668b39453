import Luban
import Support
import Testing

@Suite("A timetable sent again")
struct TimetableReplaceTests {
  private static let header = "cohort,course,date,begins,ends"
  private static let code = "UZ-TAS-LOG-2026A/LOG-1"

  private func send(_ office: Office, _ lines: [String], _ change: (inout ImportRequest) -> Void = { _ in })
    async throws -> ImportOutcome
  {
    let text = ([Self.header] + lines.map { "UZ-TAS-LOG-2026A,LOG-1,\($0)" }).joined(separator: "\n")
    return try await withFile(text) { path in
      var request = ImportRequest(path: path, noun: .sessions)
      change(&request)
      return try await office.imports.taken(request)
    }
  }

  private func sessions(_ office: Office) async throws -> [String] {
    try await office.database.read { tx in
      try tx.rows(
        "select to_char(held_on + begins_at, 'MM-DD HH24:MI') from session order by held_on, begins_at",
        as: String.self)
    }
  }

  @Test("says which planned sessions of its classes and days are not in it, and takes them away when told to")
  func replaces() async throws {
    try await withOffice { office in
      _ = try await office.classOf(1)
      let there = try await sessions(office)
      try #require(there == ["09-07 09:00", "09-14 09:00", "09-21 09:00"])
      let lines = ["2026-09-14,11:00,12:30", "2026-09-23,09:00,10:30"]
      let told = try await send(office, lines)
      #expect(told.leftOut == ["\(Self.code) 2026-09-14 09:00", "\(Self.code) 2026-09-21 09:00"])
      #expect(try await sessions(office).count == 5)
      let tried = try await send(office, lines) {
        $0.replaces = true
        $0.isDryRun = true
      }
      #expect(tried.leftOut.count == 2 && !tried.isKept)
      #expect(try await sessions(office).count == 5)
      let replaced = try await send(office, lines) { $0.replaces = true }
      #expect(replaced.leftOut.count == 2 && replaced.unchanged == 2)
      #expect(try await sessions(office) == ["09-07 09:00", "09-14 11:00", "09-23 09:00"])
      #expect(try await send(office, lines) { $0.replaces = true }.leftOut == [])
    }
  }

  @Test(
    "whose lessons are all on another day of the week replaces those of the same weeks, the first and last too"
  )
  func shifted() async throws {
    try await withOffice { office in
      _ = try await office.classOf(1)
      let later = ["2026-09-08,09:00,10:30", "2026-09-15,09:00,10:30", "2026-09-22,09:00,10:30"]
      let told = try await send(office, later)
      #expect(
        told.leftOut == [
          "\(Self.code) 2026-09-07 09:00", "\(Self.code) 2026-09-14 09:00", "\(Self.code) 2026-09-21 09:00",
        ])
      let earlier = ["2026-09-10,09:00,10:30", "2026-09-17,09:00,10:30"]
      #expect(try await send(office, earlier) { $0.replaces = true }.leftOut.count == 4)
      // The third week is none of the file.
      #expect(
        try await sessions(office) == ["09-10 09:00", "09-17 09:00", "09-21 09:00", "09-22 09:00"])
    }
  }

  @Test("leaves what was moved, cancelled or held, and classes of which a line is refused")
  func stays() async throws {
    try await withOffice { office in
      let code = try await office.classOf(1)
      try await office.attendance.take(AttendanceCall(code, on: day("2026-09-07")))
      _ = try await office.sessions.cancel(SessionReference(code, on: day("2026-09-14")), reason: "no room")
      var changes = SessionChanges()
      changes.day = day("2026-09-22")
      _ = try await office.sessions.move(SessionReference(code, on: day("2026-09-21")), changes)
      let lines = ["2026-09-07,15:00,16:00", "2026-09-28,15:00,16:00"]
      try #require(try await send(office, ["2026-09-16,09:00,10:30"]).created == 1)
      let refused = try await send(office, lines + ["2026-09-08,26:00,27:00"]) {
        $0.replaces = true
        $0.skipsInvalid = true
      }
      #expect(refused.created == 2 && refused.refused == 1 && refused.leftOut == [])
      let told = try await send(office, lines) { $0.replaces = true }
      #expect(told.leftOut == ["\(Self.code) 2026-09-16 09:00"])
      #expect(try await sessions(office).count == 5)
    }
  }

  @Test("waits for whoever takes attendance of a session that it leaves out, which then stays")
  func heldMeanwhile() async throws {
    try await withOffice { office in
      let code = try await office.classOf(1)
      let lines = ["2026-09-07,09:00,10:30", "2026-09-28,09:00,10:30"]
      let sending = try await office.database.write { tx in
        try tx.execute(
          "select take_attendance(\(code.cohort), \(code.course), '2026-09-14', null, '{}', '{}', '{}')")
        let sending = Task { try await send(office, lines) { $0.replaces = true } }
        try tx.waitUntilSomebodyWaits()
        return sending
      }
      #expect(try await sending.value.leftOut == ["\(Self.code) 2026-09-21 09:00"])
      #expect(try await sessions(office) == ["09-07 09:00", "09-14 09:00", "09-28 09:00"])
    }
  }
}
