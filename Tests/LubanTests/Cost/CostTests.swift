import Luban
import Postgres
import Support
import Testing

@Suite("The cost of one write")
struct CostTests {
  private static let cohort: CohortCode = "UZ-TAS-LOG-2024A"
  /// What every command asks: whether the schema is its own, and whether it was done before.
  private static let house: Set<String> = ["migration", "code_state", "command"]

  @Test("one enrollment asks who, where and what the program asks at entry")
  func enrolling() async throws {
    try await TestDatabase.with { test in
      try await test.office.taughtCohort(1)
      try await test.office.people(1)
      let june = try #require(Day("2024-06-01"))
      let asked = try await test.tablesAsked { office in
        _ = try await office.enrollments.enroll(students(2), in: Self.cohort, appliedOn: june)
      }
      #expect(
        asked.subtracting(Self.house) == [
          // The name is told beside the number.
          "student", "student_name", "cohort", "cohort_stretch", "program_edition", "enrollment",
          "enrollment_event", "cohort_tally",
        ])
    }
  }

  @Test("one suspension asks what was noted of the student, and not what completing asks")
  func suspending() async throws {
    try await TestDatabase.with { test in
      try await test.office.taughtCohort(1)
      let june = try #require(Day("2024-06-10"))
      let asked = try await test.tablesAsked { office in
        _ = try await office.enrollments.change(
          .students(students(1)), in: Self.cohort, to: .suspended, on: june)
      }
      #expect(
        asked.subtracting(Self.house) == [
          "student", "student_name", "cohort", "enrollment", "enrollment_event", "cohort_tally", "class",
          "session", "attendance", "result", "participation", "placement",
        ])
    }
  }

  @Test("one mark asks the course, its scale, and when the student was enrolled")
  func marking() async throws {
    try await TestDatabase.with { test in
      try await test.office.taughtCohort(1)
      let asked = try await test.tablesAsked { office in
        try await office.grade(1, "LOG-110", "4", on: "2024-10-01")
      }
      #expect(
        asked.subtracting(Self.house) == [
          "student", "student_name", "cohort", "enrollment", "enrollment_event", "class", "course",
          "curriculum_item", "completion_rule", "grading_scale", "grading_mark", "result",
          // Whether who goes on from it never attended.
          "enrollment_link",
          // Who graded, and where a credit came from, of the result that is shown.
          "instructor", "agreement", "partner",
        ])
    }
  }

  @Test("one session of attendance asks who was enrolled that day")
  func takingAttendance() async throws {
    try await TestDatabase.with { test in
      let code = try await test.office.classOf(30)
      let call = AttendanceCall(code, on: try #require(Day("2026-09-07")))
      let asked = try await test.tablesAsked { office in _ = try await office.attendance.take(call) }
      #expect(
        asked.subtracting(Self.house) == [
          "student", "cohort", "enrollment", "class", "course", "session", "attendance",
        ])
    }
  }

  /// What keeps the past, and what counts, is one statement that finds no row.
  private static let cheap: Set<String> = [
    "revision", "shared_revision", "attendance_past", "cohort", "placement_offer",
  ]

  @Test("a statement without rows asks nothing of its triggers")
  func nothing() async throws {
    try await TestDatabase.with { test in
      let writes = try await test.office.database.read { tx in
        try tx.rows(
          """
          select distinct array[c.relname::text, case when t.tgtype::int & 4 > 0 then 'insert' when t.tgtype::int & 8 > 0
            then 'delete' else 'update' end, (
              select a.attname::text from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and a.attidentity = '' and a.attgenerated = ''
              order by a.attnum limit 1)] as write
          from pg_trigger t join pg_class c on c.oid = t.tgrelid
          where c.relnamespace = 'luban'::regnamespace and (t.tgoldtable is not null or t.tgnewtable is not null)
            -- Events, signatures and closings are never updated.
            and not (c.relname in ('enrollment_event', 'signature', 'closing') and t.tgtype::int & 16 > 0)
          order by write
          """, as: [String].self)
      }
      #expect(writes.count > 50)
      for write in writes {
        let (table, verb, column) = (write[0], write[1], write[2])
        let statement: SQL =
          switch verb {
          case "insert":
            """
            insert into \(identifier: table) (\(identifier: column))
            select \(identifier: column) from \(identifier: table) where false
            """
          case "update":
            "update \(identifier: table) set \(identifier: column) = \(identifier: column) where false"
          default: "delete from \(identifier: table) where false"
          }
        let asked = try await test.tablesAsked { office in
          _ = try await office.database.write { tx in try tx.execute(statement) }
        }
        #expect(asked.subtracting(Self.cheap).subtracting([table]) == [], "\(verb) of no \(table)")
      }
    }
  }
}
