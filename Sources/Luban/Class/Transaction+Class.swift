import Postgres

extension Transaction {
  /// The keys of a class.
  struct ClassKey {
    let workshopID: Int
    let id: Int
  }

  func classKey(_ code: ClassCode) throws -> ClassKey {
    let found = try first(
      """
      select k.workshop_id, k.id from cohort c
      join class k on (k.workshop_id, k.cohort_id) = (c.workshop_id, c.id)
      join course o on o.id = k.course_id where c.code = \(code.cohort) and o.code = \(code.course)
      """, as: (Int.self, Int.self))
    guard let (workshop, id) = found else {
      let cohort = try cohortKey(code.cohort)
      throw try notFound(
        "class", code.description,
        among: """
          select c.code || '/' || o.code from class k
            join cohort c on (c.workshop_id, c.id) = (k.workshop_id, k.cohort_id)
            join course o on o.id = k.course_id
            where k.workshop_id = \(cohort.workshopID) and k.cohort_id = \(cohort.id)
          """)
    }
    return ClassKey(workshopID: workshop, id: id)
  }

  /// A class in full.
  func taughtClass(_ id: Int, of workshop: Int) throws -> Class {
    let sessions = try one(
      """
      select count(*) filter (where cancel_reason is null) as count,
        coalesce(sum(hours) filter (where cancel_reason is null), 0) as hours,
        count(cancel_reason) as cancelled, min(held_on) filter (where cancel_reason is null) as first_on,
        max(held_on) filter (where cancel_reason is null) as last_on
      from session where workshop_id = \(workshop) and class_id = \(id)
      """, of: SessionFigures.self)
    return try one(
      """
      select c.code || '/' || o.code as code, main_title(o.titles) as title, k.term, k.begins_on as from,
        k.ends_on as to, shown_instructor(k.workshop_id, k.instructor_id) as instructor,
        n.full_name as instructor_name, k.room, o.hours_theory + o.hours_practice as course_hours
      from class k join cohort c on (c.workshop_id, c.id) = (k.workshop_id, k.cohort_id)
      join course o on o.id = k.course_id
      left join instructor n on (n.workshop_id, n.id) = (k.workshop_id, k.instructor_id)
      where k.workshop_id = \(workshop) and k.id = \(id)
      """, of: Class.self, with: ["sessions": sessions])
  }
}
