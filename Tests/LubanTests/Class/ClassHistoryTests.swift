import Luban
import Postgres
import Support
import Testing

@Suite("What was known of classes")
struct ClassHistoryTests {
  @Test("classes and sessions come back as they were known, those removed since too")
  func known() async throws {
    try await withOffice(.classes) { office in
      let code = classCode("UZ-TAS-LOG-2026A/LOG-101")
      try await office.taughtClass("LOG-101", from: "2026-09-07", to: "2026-09-20", instructor: "UZ-A/1")
      _ = try await office.sessions.schedule(code, NewSchedule(weekly: weekly("Mon 09:00-10:30")))
      let then = try await office.now()
      let state: @Sendable (Transaction) throws -> [String] = { tx in
        try tx.rows(
          """
          select concat_ws(' ', k.room, k.begins_on, s.held_on, s.cancel_reason)
          from report.known_class(\(then, as: .timestamptz)) k
          left join report.known_session(\(then, as: .timestamptz)) s on (s.workshop_id, s.class_id) = (k.workshop_id, k.id)
          order by s.held_on
          """, as: String.self)
      }
      let before = try await office.database.read(state)
      #expect(before == ["2026-09-07 2026-09-07", "2026-09-07 2026-09-14"])
      var changes = SessionChanges()
      changes.day = day("2026-09-09")
      _ = try await office.sessions.move(SessionReference(code, on: day("2026-09-07")), changes)
      _ = try await office.sessions.cancel(SessionReference(code, on: day("2026-09-14")), reason: "ill")
      var edit = ClassDetails()
      edit.room = "204"
      try await office.classes.edit(code, edit)
      #expect(try await office.database.read(state) == before)
      try await office.classes.remove(code)
      #expect(try await office.database.read(state) == before)
    }
  }
}
