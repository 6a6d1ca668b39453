extension Results {
  /// Results as a listing, by cohort, course, student and attempt.
  ///
  /// - Parameters:
  ///   - workshop: of a workshop.
  ///   - cohort: of a cohort.
  ///   - course: in a course.
  ///   - student: of a student.
  ///   - kind: graded, recognized or transferred.
  ///   - passed: passed or not.
  ///   - from: graded on this day or later.
  ///   - to: graded on this day or earlier.
  ///   - knownAt: as far as had been recorded by then; `nil` for all that is known.
  public func list(
    workshop: WorkshopCode? = nil, cohort: CohortCode? = nil, course: CourseCode? = nil,
    student: StudentReference? = nil, kind: ResultKind? = nil, passed: Bool? = nil, from: Day? = nil,
    to: Day? = nil,
    knownAt: KnownTime? = nil
  ) -> Listing {
    Listing(
      "result",
      """
      cohort course student name attempt mark passed graded_on kind (scale value graded_by from agreement \
      evidence note recorded_at recorded_by workshop key)
      """, by: "key", knownAt: knownAt,
      where: [
        .equals("workshop", workshop), .equals("cohort", cohort), .equals("course", course),
        .equals("kind", kind),
        .equals("is_passed", passed), .from("graded_on", from), .upTo("graded_on", to),
      ] + Filter.student(student))
  }

  /// What came of each class that has begun, with the pass rate of its course.
  ///
  /// - Parameters:
  ///   - day: the day for which the figures are true.
  ///   - knownAt: as far as had been recorded by then; `nil` for all that is known.
  public func rates(
    workshop: WorkshopCode? = nil, cohort: CohortCode? = nil, course: CourseCode? = nil,
    asOf day: Day = .today,
    knownAt: KnownTime? = nil
  ) -> Listing {
    Listing(
      "course_result",
      "cohort course (title) graded passed failed withdrawn recognized pass_rate* (workshop key)", by: "key",
      on: AskedDay(day, workshop: workshop, cohort: cohort), knownAt: knownAt,
      where: [.equals("workshop", workshop), .equals("cohort", cohort), .equals("course", course)])
  }
}
