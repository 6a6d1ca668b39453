import Postgres
import Tabular

extension Reports {
  /// Who is in a count of the cohort report: workshop, number of the student, and the event by which the
  /// enrollment stands as it does.
  ///
  /// There are as many rows as the count says, under the same scope. Names are told by a student's story.
  ///
  /// - Parameter count: the name of its column.
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for what is no count of enrollments.
  public func members(of count: String, _ scope: ReportScope = ReportScope()) throws -> Listing {
    guard Self.countsOfMembers.contains(count) else {
      // A rate is asked for like the count it is made of: retention, retained.
      let alike = Self.countsOfMembers.filter { $0.hasPrefix(count.prefix(3)) }
      throw LubanError.notFound(
        noun: "count of students", code: count,
        nearest: alike + nearest(count, in: Self.countsOfMembers, atMost: 3).filter { !alike.contains($0) })
    }
    return Listing(
      columns: [
        Column("workshop"), Column("cohort"), Column("student"), Column("state", isChief: true),
        Column("since", isChief: true),
        Column("code", of: "enrollment_event"), Column("event", of: "enrollment_event"),
        Column("key", isShown: false),
      ],
      order: ["cohort", "key"], on: scope.asked
    ) { day in
      """
      select r.workshop, r.cohort, shown_number(s.number) as student, m.state::text, m.since,
        v.reason_code as code, m.event, r.cohort || '/' || shown_number(s.number) as key
      from (\(fragment: cohortRows(scope, day))) r
      join report.cohort_member(\(day), \(fragment: scope.known)) m
        on (m.workshop_id, m.cohort_id) = (r.workshop_id, r.cohort_id)
      join report.known_student(\(fragment: scope.known)) s
        on (s.workshop_id, s.id) = (m.workshop_id, m.student_id)
      join enrollment_event v
        on (v.workshop_id, v.enrollment_id, v.nth) = (m.workshop_id, m.enrollment_id, m.event)
      where \(count) = any (m.counted)
      """
    }
  }

  /// The counts of the cohort report that are of enrollments; others are of hours, courses or tests.
  public static let countsOfMembers = [
    "applications", "applied", "waitlisted", "admitted", "students", "enrolled", "suspended", "completed",
    "withdrawn", "no_shows", "dismissed", "transferred_out", "refused", "transferred_in", "returned_in",
    "census_size",
    "retained", "completed_of_census", "census_here", "completed_here", "census_adjusted", "women",
    "gender_known", "census_due", "completed_on_time", "language_students", "language_census",
    "language_reached", "language_tested", "language_tested_reached", "language_entry_known",
    "language_gained",
  ]
}
