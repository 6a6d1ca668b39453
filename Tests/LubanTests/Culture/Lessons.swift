import Luban
import Postgres

extension Office {
  /// A class of the course in a cohort, the first in a curriculum, with a session of two hours at nine on each of
  /// the days.
  func lessons(
    of course: CourseCode, in cohort: CohortCode = "UZ-TAS-LOG-2026A", on days: [String]
  ) async throws {
    try await database.write { tx in
      // The edition is in use, and frozen for everybody else.
      try tx.execute("alter table curriculum_item disable trigger user")
      try tx.execute(
        """
        insert into curriculum_item (edition_id, course_id, term)
        select h.edition_id, k.id, 1 from cohort h, course k
        where h.code = \(cohort) and k.code = \(course)
        """)
      try tx.execute("alter table curriculum_item enable trigger user")
      try tx.execute(
        """
        insert into class (workshop_id, cohort_id, edition_id, course_id, term, begins_on, ends_on)
        select h.workshop_id, h.id, h.edition_id, k.id, 1, h.intake_on, h.planned_end_on from cohort h, course k
        where h.code = \(cohort) and k.code = \(course)
        """)
      try tx.execute(
        """
        insert into session (workshop_id, class_id, held_on, begins_at, ends_at, hours)
        select c.workshop_id, c.id, day::date, '09:00', '10:30', 2
        from class c join course k on k.id = c.course_id and k.code = \(course), unnest(\(days)) day
        """)
    }
  }
}
