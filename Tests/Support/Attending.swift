import Luban
import Postgres

extension Office {
  /// A class of a course of 40 hours, put into the curriculum where it is not there yet, with sessions of two hours
  /// at nine on these days.
  public func taught(_ code: ClassCode, on days: [String]) async throws {
    try await database.write { tx in
      try tx.execute(
        """
        insert into course (code, kind, titles, hours_theory, hours_practice, credits)
        values (\(code.course), 'technical', jsonb_build_object('en', 'Course ' || \(code.course)), 20, 20, 2)
        on conflict do nothing
        """)
      // The edition may be in use, as it never is when a curriculum is made in earnest.
      try tx.runScript("set local session_replication_role = replica")
      try tx.execute(
        """
        insert into curriculum_item (edition_id, course_id, term)
        select h.edition_id, k.id, 1 from cohort h, course k where h.code = \(code.cohort) and k.code = \(code.course)
        on conflict do nothing
        """)
      try tx.runScript("set local session_replication_role = origin")
      try tx.execute(
        """
        insert into class (workshop_id, cohort_id, edition_id, course_id, term, begins_on, ends_on)
        select h.workshop_id, h.id, h.edition_id, k.id, 1, h.intake_on, h.planned_end_on
        from cohort h, course k where h.code = \(code.cohort) and k.code = \(code.course)
        on conflict do nothing
        """)
      try tx.execute(
        """
        insert into session (workshop_id, class_id, held_on, begins_at, ends_at, hours)
        select c.workshop_id, c.id, day, '09:00', '10:30', 2
        from class c join cohort h on (h.workshop_id, h.id) = (c.workshop_id, c.cohort_id)
        join course k on k.id = c.course_id, unnest(\(days)::date[]) day
        where h.code = \(code.cohort) and k.code = \(code.course)
        """)
    }
  }

  /// Cohort UZ-TAS-LOG-2026A with so many students enrolled since 1 June 2026, and the class LOG-1, taught on
  /// 7, 14 and 21 September.
  public func classOf(_ count: Int) async throws -> ClassCode {
    let code = ClassCode(cohort: "UZ-TAS-LOG-2026A", course: "LOG-1")
    try await cohort("UZ-TAS-LOG-2026A", capacity: max(count, 1) + 5)
    try await people(count)
    if count > 0 {
      _ = try await enrollments.enroll(
        (1...count).compactMap { StudentReference(String($0)) }, in: "UZ-TAS-LOG-2026A",
        appliedOn: Day("2026-06-01") ?? .today)
    }
    try await taught(code, on: ["2026-09-07", "2026-09-14", "2026-09-21"])
    return code
  }
}
