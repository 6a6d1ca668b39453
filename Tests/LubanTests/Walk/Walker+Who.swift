import Luban
import Postgres
import Support

// Whom a command is about.

extension Walker {
  /// A student of a workshop.
  mutating func student() async throws -> StudentReference {
    let (workshop, number) = try await one(
      "select w.code, s.number from student s join workshop w on w.id = s.workshop_id",
      as: (WorkshopCode.self, StudentNumber.self))
    return StudentReference(workshop: workshop, number: number)
  }

  /// A cohort, most often one that takes students in.
  mutating func cohort() async throws -> CohortCode {
    let isAny = chance(10)
    return try await one(
      "select code from cohort where \(isAny) or status in ('open', 'running')", as: CohortCode.self)
  }

  /// Another cohort of the workshop of one, most often of its program.
  mutating func cohort(beside code: CohortCode) async throws -> CohortCode {
    let isAny = chance(15)
    return try await one(
      """
      select o.code from cohort c join cohort o on o.workshop_id = c.workshop_id and o.id <> c.id
        and (\(isAny) or o.program_id = c.program_id and o.status in ('open', 'running'))
      where c.code = \(code)
      """, as: CohortCode.self)
  }

  /// An enrollment, most often one that stands in one of these states.
  mutating func enrollment(_ states: [EnrollmentState]) async throws -> (
    student: StudentReference, cohort: CohortCode
  ) {
    let isAny = chance(10)
    let (workshop, number, cohort) = try await one(
      """
      select w.code, s.number, c.code from enrollment e
      join workshop w on w.id = e.workshop_id
      join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
      join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      where \(isAny) or e.state::text = any (\(states.map(\.rawValue)))
      """, as: (WorkshopCode.self, StudentNumber.self, CohortCode.self))
    return (StudentReference(workshop: workshop, number: number), cohort)
  }

  /// A student who is in training, and a class of the cohort.
  mutating func taught() async throws -> (student: StudentReference, taughtClass: ClassCode) {
    let (student, cohort) = try await enrollment([.enrolled, .suspended])
    let course = try await one(
      """
      select k.code from class l join course k on k.id = l.course_id
      join cohort c on (c.workshop_id, c.id) = (l.workshop_id, l.cohort_id) where c.code = \(cohort)
      """, as: CourseCode.self)
    return (student, ClassCode(cohort: cohort, course: course))
  }

  /// A session that is past by now, most often one that was taken or was not, as is wanted.
  mutating func session(isTaken: Bool?) async throws -> (
    taughtClass: ClassCode, on: Day, at: TimeOfDay
  ) {
    let isAny = chance(10)
    let today = day()
    let (cohort, course, on, at) = try await one(
      """
      select c.code, k.code, s.held_on, s.begins_at from session s
      join class l on (l.workshop_id, l.id) = (s.workshop_id, s.class_id)
      join course k on k.id = l.course_id
      join cohort c on (c.workshop_id, c.id) = (l.workshop_id, l.cohort_id)
      where s.held_on <= \(today) and (\(isAny) or \(isTaken) is null or \(isTaken) = exists (
        select from attendance a where (a.workshop_id, a.session_id) = (s.workshop_id, s.id)))
      """, as: (CohortCode.self, CourseCode.self, Day.self, TimeOfDay.self))
    return (ClassCode(cohort: cohort, course: course), on, at)
  }
}
