import Luban
import Postgres
import Support
import Testing

@Suite("What was known of teaching")
struct TeachingHistoryTests {
  @Test("classes and sessions come back as they were known, those removed since too")
  func known() async throws {
    try await withOffice { office in
      try await office.teaching()
      let code = classCode("UZ-TAS-LOG-2026A/LOG-101")
      try await office.taughtClass("LOG-101", from: "2026-09-07", to: "2026-09-20", instructor: "UZ-A/1")
      _ = try await office.classes.schedule(code, NewSchedule(weekly: weekly("Mon 09:00-10:30")))
      let then = try await office.database.read { tx in
        try tx.one("select clock_timestamp()::text", as: String.self)
      }
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
      _ = try await office.classes.move(SessionReference(code, on: day("2026-09-07")), changes)
      _ = try await office.classes.cancel(SessionReference(code, on: day("2026-09-14")), reason: "ill")
      var edit = ClassChanges()
      edit.room = "204"
      try await office.classes.edit(code, edit)
      #expect(try await office.database.read(state) == before)
      try await office.classes.remove(code)
      #expect(try await office.database.read(state) == before)
    }
  }

  @Test("instructors, certifications and trainings come back as they were known")
  func instructors() async throws {
    try await withOffice { office in
      try await office.teaching()
      let one = instructorCode("UZ-A/1")
      let training = Training(title: "EPIP", from: day("2022-07-04"), to: day("2022-07-15"), hours: 80)
      try await office.instructors.train([one], training)
      let then = try await office.database.read { tx in
        try tx.one("select clock_timestamp()::text", as: String.self)
      }
      try await office.instructors.endCertification(one, for: ["LOG-101"], on: day("2019-01-01"))
      try await office.instructors.removeTraining([one], titled: "EPIP", from: day("2022-07-04"))
      var changes = InstructorChanges()
      changes.name = "Somebody else"
      try await office.instructors.edit(one, changes)
      var filter = InstructorFilter()
      filter.knownAt = then
      let listed = try await office.csv(
        office.instructors.list(filter), Page(columns: ["instructor", "name", "certified", "hours"]))
      #expect(listed.contains("UZ-A/1,Instructor UZ-A/1,\"LOG-101, LOG-103\",80"))
      #expect(try await office.instructors.trainingFigures(filter).hours == 80)
      #expect(try await office.instructors.trainingFigures().hours == 0)
      let known = try await office.database.read { tx in
        try tx.rows(
          """
          select concat_ws(' ', i.full_name, count(distinct c.id), trim_scale(sum(distinct t.hours)))
          from report.known_instructor(\(then, as: .timestamptz)) i
          join report.known_instructor_certification(\(then, as: .timestamptz)) c on (c.workshop_id, c.instructor_id) = (i.workshop_id, i.id)
          join report.known_instructor_training(\(then, as: .timestamptz)) t on (t.workshop_id, t.instructor_id) = (i.workshop_id, i.id)
          group by i.full_name
          """, as: String.self)
      }
      #expect(known == ["Instructor UZ-A/1 2 80"])
    }
  }
}
