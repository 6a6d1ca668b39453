import Luban
import Postgres
import Support
import Testing

@Suite("Culture, two at once")
struct CultureRaceTests {
  @Test("who is entered while their enrollment is being ended waits, and is refused")
  func endingMeanwhile() async throws {
    try await withOffice(.events) { office in
      async let attended: ParticipationOutcome = {
        try await office.database.read { tx in
          try tx.wait(
            until: """
              select exists (select from pg_locks where locktype = 'advisory' and objid = 7 and granted
                and database = (select oid from pg_database where datname = current_database()))
              """)
        }
        return try await office.cultureEvents.attend("E-2", .students(students(1)), of: "UZ-TAS-LOG-2026A")
      }()
      try await office.database.write { tx in
        try tx.execute(
          """
          select change_enrollments(e.workshop_id, array[e.id], 'withdrawn', '2026-10-15', 'work', null)
          from enrollment e join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id) and s.number = 1
          """)
        try tx.execute("select pg_advisory_xact_lock(7)")
        try tx.waitUntilSomebodyWaits()
      }
      let outcome = try await attended
      #expect(outcome.leftOut.first?.rules.map(\.name) == ["participation_is_of_one_enrolled"])
    }
  }
}
