import Postgres

/// What a student has achieved in the courses of one enrollment.
public struct StudentTranscript: Sendable, Hashable, Codable {
  /// The student.
  public let student: StudentNumber
  /// The student's name.
  public let name: String
  /// The cohort.
  public let cohort: CohortCode
  /// The program.
  public let program: ProgramCode
  /// Its edition.
  public let edition: String
  /// Where the enrollment stands.
  public let state: EnrollmentState
  /// Courses passed.
  public let passedCourses: Int
  /// Courses whose counted attempt does not pass.
  public let failedCourses: Int
  /// Credits earned.
  public let credits: Double
  /// Average of the marks on the main scale, weighted as the curriculum says; `nil` where it says nothing.
  public let average: Double?
  /// How many marks are in the average.
  public let averageOf: Int
  /// Main scale of the edition.
  public let scale: String?
  /// The courses of the edition, and others that were recognized, by term and code.
  public let courses: [TranscriptLine]
}

/// A course with the attempt that counts.
public struct TranscriptLine: Sendable, Hashable, Codable {
  /// Term of the course; `nil` outside the edition.
  public let term: Int?
  /// The course.
  public let course: CourseCode
  /// Its title in English, or in the first language there is.
  public let title: String
  /// Its credits.
  public let credits: Double?
  /// Weight in the average.
  public let weight: Double?
  /// The mark; `nil` while there is none.
  public let mark: String?
  /// Scale of the mark.
  public let scale: String?
  /// Whether it passes.
  public let passed: Bool?
  /// Day of the exam or the decision.
  public let gradedOn: Day?
  /// Number of the attempt that counts.
  public let attempt: Int?
  /// How many attempts there were.
  public let attempts: Int?
  /// Graded, recognized or transferred.
  public let kind: ResultKind?
}

extension Results {
  /// Transcripts of a student, one an enrollment that ever began, by cohort.
  ///
  /// - Parameters:
  ///   - workshop: where to look when the reference names no workshop.
  ///   - day: the day for which it is true.
  ///   - knownAt: as far as had been recorded by then; `nil` for all that is known.
  public func show(
    _ student: StudentReference, workshop: WorkshopCode? = nil, cohort: CohortCode? = nil,
    asOf day: Day = .today,
    knownAt: KnownTime? = nil
  ) async throws -> [StudentTranscript] {
    let known: SQL = "coalesce(\(knownAt), 'infinity')"
    return try await office.read { tx in
      let key = try tx.student(student, in: workshop, orOf: cohort)
      let enrollments = try tx.rows(
        """
        select e.id from enrollment e join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
        where e.workshop_id = \(key.workshopID) and e.student_id = \(key.id)
          and (\(cohort) is null or c.code = \(cohort))
          and report.last_state(e.workshop_id, e.id, \(fragment: known))
            not in ('applied', 'waitlisted', 'admitted', 'rejected', 'declined')
        order by c.code
        """, as: Int.self)
      if enrollments.isEmpty {
        throw LubanError.notFound(noun: "enrollment of", code: student.description, nearest: [])
      }
      let day = try tx.day(day, at: key.workshopID)
      return try enrollments.map {
        try tx.transcript(of: $0, in: key.workshopID, asOf: day, known: known)
      }
    }
  }
}

extension Transaction {
  fileprivate func transcript(of enrollment: Int, in workshop: Int, asOf day: Day, known: SQL) throws
    -> StudentTranscript
  {
    let courses = try lines(of: enrollment, in: workshop, asOf: day, known: known)
    return try one(
      """
      select s.number as student, coalesce(n.full_name, '') as name, c.code as cohort, p.code as program,
        ed.edition,
        report.last_state(e.workshop_id, e.id, \(fragment: known)) as state,
        coalesce(f.passed_courses, 0) as passed_courses, coalesce(f.failed_courses, 0) as failed_courses,
        coalesce(f.credits, 0) as credits, f.average, coalesce(f.average_of, 0) as average_of,
        main.scale
      from enrollment e
      join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
      cross join lateral (
        select report.known_name(s.workshop_id, s.id, 'native', \(fragment: known)) as full_name) n
      join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      join report.known_program_edition(\(fragment: known)) ed on ed.id = c.edition_id
      join report.known_program(\(fragment: known)) p on p.id = ed.program_id
      join report.edition_scale(\(fragment: known)) main on main.edition_id = ed.id
      left join lateral (
        select * from report.result_figures(\(day), \(fragment: known)) f
        where (f.workshop_id, f.cohort_id, f.enrollment_id) = (e.workshop_id, e.cohort_id, e.id)) f on true
      where e.workshop_id = \(workshop) and e.id = \(enrollment)
      """, of: StudentTranscript.self, with: ["courses": courses])
  }

  private func lines(of enrollment: Int, in workshop: Int, asOf day: Day, known: SQL) throws
    -> [TranscriptLine]
  {
    try rows(
      """
      with item as (
        select i.* from enrollment e
        join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
        join report.known_curriculum_item(\(fragment: known)) i on i.edition_id = c.edition_id
        where e.workshop_id = \(workshop) and e.id = \(enrollment)
      ), counted as (
        select r.* from report.counted_result(\(day), \(fragment: known)) r
        where r.workshop_id = \(workshop) and r.enrollment_id = \(enrollment)
      )
      select i.term, k.code as course, main_title(k.titles) as title, k.credits, i.weight, r.mark, r.scale,
        r.passed, r.graded_on, r.attempt, r.attempts, r.kind
      from item i full join counted r on r.course_id = i.course_id
      join report.known_course(\(fragment: known)) k on k.id = coalesce(i.course_id, r.course_id)
      order by i.term nulls last, k.kind, k.code
      """, of: TranscriptLine.self)
  }
}
