import Postgres

extension Transaction {
  /// The enrollment of a student that results are given in.
  struct EnrollmentKey {
    let workshopID: Int
    let id: Int
  }

  /// Finds the enrollment that is meant: in the cohort named, else the one that ever began, and of several
  /// the one that was not left for another.
  ///
  /// - Throws: ``LubanError/ambiguous(noun:code:candidates:)`` where several cohorts fit.
  func enrollment(of reference: ResultReference) throws -> EnrollmentKey {
    if let code = reference.cohort {
      let cohort = try cohortKey(code)
      let found = try enrollmentIDs(.students([reference.student]), in: cohort)
      guard let id = found.first else {
        throw LubanError.notFound(
          noun: "enrollment of", code: reference.student.description, nearest: [])
      }
      return EnrollmentKey(workshopID: cohort.workshopID, id: id)
    }
    let student = try student(reference.student, in: reference.workshop)
    let found = try rows(
      """
      select e.id, c.code, e.state <> 'transferred'
      from enrollment e join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      where e.workshop_id = \(student.workshopID) and e.student_id = \(student.id)
        and e.state not in ('applied', 'waitlisted', 'admitted', 'rejected', 'declined', 'annulled')
      order by c.code
      """, as: (Int.self, String.self, Bool.self))
    let lasting = found.filter(\.2)
    guard let only = lasting.first ?? found.first else {
      throw LubanError.notFound(noun: "enrollment of", code: reference.student.description, nearest: [])
    }
    guard lasting.count == 1 || found.count == 1 else {
      throw LubanError.ambiguous(
        noun: "enrollment", code: reference.student.description,
        candidates: found.map(\.1), by: "cohort")
    }
    return EnrollmentKey(workshopID: student.workshopID, id: only.0)
  }

  /// Keys of an attempt; of the only one where none is named.
  func resultKey(_ reference: ResultReference, attempt: Int?) throws -> (workshopID: Int, id: Int) {
    let enrollment = try enrollment(of: reference)
    let course = try id(ofCourse: reference.course)
    let found = try rows(
      """
      select id, attempt from result where workshop_id = \(enrollment.workshopID)
        and enrollment_id = \(enrollment.id) and course_id = \(course) order by attempt
      """, as: (Int.self, Int.self))
    let what = "\(reference.student.number) in \(reference.course)"
    guard let attempt else {
      guard let only = found.first else {
        throw LubanError.notFound(
          noun: "result in \(reference.course) of student", code: reference.student.number.description,
          nearest: [])
      }
      guard found.count == 1 else {
        throw LubanError.ambiguous(
          noun: "result", code: what, candidates: found.map { "\($0.1)" }, by: "attempt")
      }
      return (enrollment.workshopID, only.0)
    }
    guard let named = found.first(where: { $0.1 == attempt }) else {
      throw LubanError.notFound(
        noun: "attempt \(attempt) of", code: what, nearest: found.map { "\($0.1)" })
    }
    return (enrollment.workshopID, named.0)
  }

  /// A result as it stands.
  func result(_ id: Int, in workshop: Int) throws -> CourseResult {
    try one(
      """
      select s.number as student, coalesce(n.full_name, '') as name, c.code as cohort, k.code as course,
        r.attempt,
        r.kind, r.scale, r.mark, r.value, r.passed, r.graded_on, r.evidence, r.note,
        g.code || '/' || i.staff_number as graded_by, p.code as from, a.code as agreement
      from result r
      join enrollment e on (e.workshop_id, e.id) = (r.workshop_id, r.enrollment_id)
      join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
      left join student_name n on (n.workshop_id, n.student_id, n.kind, n.valid_to)
        = (s.workshop_id, s.id, 'native', 'infinity')
      join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      join course k on k.id = r.course_id
      left join instructor i on (i.workshop_id, i.id) = (r.workshop_id, r.instructor_id)
      left join partner g on g.id = i.partner_id
      left join partner p on p.id = r.partner_id
      left join agreement a on a.id = r.agreement_id
      where r.workshop_id = \(workshop) and r.id = \(id)
      """, of: CourseResult.self)
  }
}
