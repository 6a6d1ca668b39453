extension Attendances {
  /// What was noted, as a listing: a row a student and session.
  ///
  /// - Parameters:
  ///   - workshop: of a workshop.
  ///   - cohort: of a cohort.
  ///   - taughtClass: of a class.
  ///   - student: of a student.
  ///   - from: at sessions on this day or later.
  ///   - to: at sessions on this day or earlier.
  ///   - statuses: one of these; all where empty.
  public func list(
    workshop: WorkshopCode? = nil, cohort: CohortCode? = nil, taughtClass: ClassCode? = nil,
    student: StudentReference? = nil, from: Day? = nil, to: Day? = nil, statuses: [AttendanceStatus] = []
  ) -> Listing {
    Listing(
      "attendance",
      """
      class date time (hours) student name status* (attended_hours recorded_at corrections batch workshop \
      key)
      """,
      by: "key",
      where: [
        .equals("workshop", workshop), .equals("cohort", cohort ?? taughtClass?.cohort),
        .equals("course", taughtClass?.course), .from("date", from), .upTo("date", to),
        .among("status", statuses.map(\.rawValue)),
      ] + Filter.student(student))
  }
}
