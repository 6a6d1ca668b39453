extension Classes {
  /// Classes as a listing, by first day.
  ///
  /// - Parameters:
  ///   - workshop: of a workshop.
  ///   - cohort: of a cohort.
  ///   - course: of a course.
  ///   - term: in a term.
  ///   - instructor: taught by an instructor.
  ///   - day: that last on this day.
  public func list(
    workshop: WorkshopCode? = nil, cohort: CohortCode? = nil, course: CourseCode? = nil, term: Int? = nil,
    instructor: InstructorCode? = nil, on day: Day? = nil
  ) -> Listing {
    Listing(
      "class",
      """
      class (workshop cohort course) title (kind) term from to instructor (instructor_name) room sessions \
      (cancelled) hours course_hours
      """, by: "from class",
      where: [
        .equals("workshop", workshop), .equals("cohort", cohort), .equals("course", course),
        .equals("term", term),
        .equals("instructor", instructor?.description), .upTo("from", day), .from("to", day),
      ])
  }
}
