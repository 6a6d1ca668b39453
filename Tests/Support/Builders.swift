import Luban
import Postgres

/// Things tests need, with defaults for what does not matter to them.
extension Office {
  /// A workshop in Tashkent with a program LOG and what they need, and a cohort, opened.
  @discardableResult
  public func cohort(
    _ code: CohortCode = "UZ-TAS-LOG-2026A", capacity: Int = 30, intakeOn: String = "2026-09-01",
    plannedEndOn: String = "2028-07-01"
  ) async throws -> Cohort {
    try await ground()
    let cohort = try await cohorts.plan(
      NewCohort(
        code: code, workshop: "UZ-TAS", program: "LOG", intakeOn: Day(intakeOn) ?? .today,
        plannedEndOn: Day(plannedEndOn), windowOpensOn: Day("2026-01-01"), capacity: capacity))
    return try await cohorts.open(cohort.code, on: Day("2026-05-01") ?? .today, override: "a test")
  }

  /// A workshop UZ-TAS and a program LOG, if they are not there yet.
  public func ground() async throws {
    try await database.write { tx in
      try tx.execute(
        """
        insert into workshop (code, titles, country, led_from_tianjin)
        values ('UZ-TAS', '{"en": "Uzbekistan Luban Workshop"}', 'UZ', true) on conflict do nothing
        """)
      try tx.execute("insert into program (code) values ('LOG') on conflict do nothing")
      try tx.execute(
        """
        insert into program_edition (program_id, edition, titles, mode, isced_field, isced_level, months, minimum_age)
        select id, '2026', '{"en": "Logistics"}', 'degree_education', '0413', 5, 24, 16 from program where code = 'LOG'
        on conflict do nothing
        """)
    }
  }
}

extension Office {
  /// A course of 20 hours of theory and 20 of practice, and two credits.
  @discardableResult
  public func course(
    _ code: CourseCode, kind: CourseKind = .technical, requires: [CourseCode] = []
  ) async throws -> Course {
    try await courses.add(
      NewCourse(
        code: code, kind: kind, titles: ["en": "Course \(code)"], theory: 20, practice: 20, credits: 2,
        requires: requires))
  }
}
