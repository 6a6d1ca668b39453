import Luban
import Postgres
import Support
import Testing

/// Closed as of 2024-12-01: student 1 was at the tea days for 10 hours and at a festival for 3, student 2 at the tea days for 4.
@Suite("Restated figures")
struct RestatedTests {
  private func closed(_ body: (Office) async throws -> Void) async throws {
    try await withOffice(.graduation) { office in
      try await office.database.write { tx in
        try tx.execute(
          """
          insert into culture_event (workshop_id, code, theme, title, begins_on, ends_on, hours)
          select id, 'FEST-1', 'festivals', 'Mid-Autumn', '2024-11-05', '2024-11-05', 3 from workshop where code = 'UZ-TAS'
          """)
        try tx.execute(
          """
          insert into participation (workshop_id, event_id, enrollment_id, hours)
          select v.workshop_id, v.id, e.id, case v.code when 'TEA-1' then 4 else 3 end
          from culture_event v join enrollment e using (workshop_id)
          join student p on (p.workshop_id, p.id) = (e.workshop_id, e.student_id)
          where (v.code, p.number) in (('TEA-1', 2), ('FEST-1', 1))
          """)
      }
      _ = try await office.closing()
      try await body(office)
    }
  }

  /// Three corrections: of hours, of a mark, and of who is still there.
  private func correct(_ office: Office) async throws {
    try await office.cultureEvents.correct("TEA-1", of: students(2)[0], to: 3, reason: "left early")
    var changes = ResultChanges()
    changes.mark = "40"
    _ = try await office.results.correct(
      ResultReference(students(1)[0], "LOG-210", cohort: "UZ-TAS-LOG-2024A"), changes, reason: "misread")
    _ = try await office.enrollments.change(
      .students(students(2)), in: "UZ-TAS-LOG-2024A", to: .withdrawn, on: day("2024-11-15"),
      reason: ChangeReason(code: "moved"))
  }

  private func changes(_ office: Office) async throws -> [String] {
    let listing = try await office.periods.changes(2024, knownAt: office.knownMoment(nil).time)
    let columns = ["workshop", "kind", "change", "what", "rows", "about", "last_day", "reason"]
    return try await office.csv(listing, Page(columns: columns)).split(separator: "\n").dropFirst()
      .map(String.init)
  }

  @Test("nothing is told of a year of which nothing has changed")
  func nothing() async throws {
    try await closed { office in
      let (told, why) = (try await office.restated(), try await changes(office))
      #expect(told == [] && why == [])
    }
  }

  @Test("a year that was not closed has nothing to be laid beside")
  func open() async throws {
    try await withOffice { office in
      let refused = await #expect(throws: LubanError.self) { try await office.restated(2023) }
      #expect(refused?.description.contains("There is no closing of") == true)
    }
  }

  /// One hour of culture less; LOG-210 failed by student 1, and left without a mark by student 2, who is there no more.
  private static let corrected = """
    UZ-TAS/culture/degree_education/census_hours,17,16,-1,0
    UZ-TAS/culture/degree_education/event_hours,17,16,-1,0
    UZ-TAS/culture/degree_education/hours,17,16,-1,0
    UZ-TAS/language/degree_education/hsk2010/1/students,2,1,-1,0
    UZ-TAS/language/degree_education/hsk2010/2/students,2,1,-1,0
    UZ-TAS/language/degree_education/hsk2010/3/students,2,1,-1,0
    UZ-TAS/language/degree_education/hsk2010/4/students,2,1,-1,0
    UZ-TAS/language/degree_education/hsk2010/5/students,2,1,-1,0
    UZ-TAS/language/degree_education/hsk2010/6/students,2,1,-1,0
    UZ-TAS/overview/degree_education/courses_judged,1,2,1,0
    UZ-TAS/overview/degree_education/courses_passed,1,0,-1,0
    UZ-TAS/overview/degree_education/culture_hours,17,16,-1,0
    UZ-TAS/overview/degree_education/enrolled,2,1,-1,0
    UZ-TAS/overview/degree_education/language_students,2,1,-1,0
    UZ-TAS/overview/degree_education/retained,2,1,-1,0
    UZ-TAS/overview/degree_education/students,2,1,-1,0
    UZ-TAS/overview/degree_education/withdrawn,0,1,1,0
    UZ-TAS/program/degree_education/LOG/2026/courses_judged,1,2,1,0
    UZ-TAS/program/degree_education/LOG/2026/courses_passed,1,0,-1,0
    UZ-TAS/program/degree_education/LOG/2026/culture_hours,17,16,-1,0
    UZ-TAS/program/degree_education/LOG/2026/enrolled,2,1,-1,0
    UZ-TAS/program/degree_education/LOG/2026/load_hours,40,80,40,0
    UZ-TAS/program/degree_education/LOG/2026/load_passed,40,0,-40,0
    UZ-TAS/program/degree_education/LOG/2026/retained,2,1,-1,0
    UZ-TAS/program/degree_education/LOG/2026/students,2,1,-1,0
    UZ-TAS/year/2024/retained,2,1,-1,0
    """

  @Test("what was corrected is told by data, figure by figure, with who did it and why")
  func data() async throws {
    try await closed { office in
      try await correct(office)
      let (told, why) = (try await office.restated(), try await changes(office))
      #expect(told.joined(separator: "\n") == Self.corrected)
      #expect(
        why == [
          "UZ-TAS,participation,changed,hours,1,UZ-TAS-LOG-2024A S-00002 TEA-1,2024-10-01,left early",
          "UZ-TAS,result,changed,\"mark, passed, value\",1,UZ-TAS-LOG-2024A S-00001 LOG-210,2024-11-20,misread",
          "UZ-TAS,enrollment_event,added,withdrawn,1,UZ-TAS-LOG-2024A S-00002,2024-11-15,moved",
        ])
    }
  }

  @Test("what another definition makes of what was known then is told by definition, the rest by data")
  func definition() async throws {
    try await closed { office in
      try await correct(office)
      // From now on an hour in an event counts double.
      try await office.database.write { tx in
        try tx.execute(
          """
          do $$ begin
            execute replace(pg_get_functiondef('report.culture_part'::regproc), 'least(p.hours, v.hours)',
              '2 * least(p.hours, v.hours)');
          end $$
          """)
      }
      let told = try await office.restated().filter { $0.contains("/culture/") }
      #expect(
        told == [
          "UZ-TAS/culture/degree_education/census_hours,17,32,-2,17",
          "UZ-TAS/culture/degree_education/event_hours,17,32,-2,17",
          "UZ-TAS/culture/degree_education/hours,17,32,-2,17",
        ])
    }
  }

  @Test("what is true of a later day changes nothing, and what one command did to many is one row")
  func later() async throws {
    try await closed { office in
      _ = try await office.enrollments.change(
        .students(students(2)), in: "UZ-TAS-LOG-2024A", to: .withdrawn, on: day("2024-12-15"),
        reason: ChangeReason(code: "moved"))
      let (told, why) = (try await office.restated(), try await changes(office))
      #expect(told == [] && why == [])
      try await office.people(8)
      _ = try await office.enrollments.enroll(
        students(3, 4, 5, 6, 7, 8), in: "UZ-TAS-LOG-2024A", appliedOn: day("2024-06-01"))
      let added = try await changes(office).filter { $0.contains("enrollment_event") }
      #expect(
        added == [
          "UZ-TAS,enrollment_event,added,enrolled,6,\"UZ-TAS-LOG-2024A S-00003, …\",2024-06-01,"
        ])
    }
  }

  @Test("what all workshops share stands without one, and what no kept figure is made of is not listed")
  func shared() async throws {
    try await closed { office in
      try await office.course("NEW-1")
      try await office.partner("UZ-NEW")
      let (told, why) = (try await office.restated(), try await changes(office))
      #expect(told == [] && why == [",course,added,,1,NEW-1,,"])
    }
  }
}
