import Postgres

/// Where a listing finds cohorts, enrollments and students: as they are, or as they stood on a day and were
/// known at a time.
///
/// What is now is read from the tables themselves, where an index finds the few rows of a page.
struct Standing: Sendable {
  /// The day; `nil` for the last there was.
  var asOf: Day?
  /// As far as had been recorded by then; `nil` for all that is known.
  var knownAt: KnownTime?

  /// Whether it is neither of an earlier day nor of an earlier time.
  var isPresent: Bool { asOf == nil && knownAt == nil }

  private var day: SQL { asOf.map { "\($0)" } ?? "'infinity'::date" }
  private var time: SQL { "coalesce(\(knownAt), now())" }

  /// Enrollments, those that are annulled among them where they are as they are.
  var enrollments: SQL {
    isPresent ? "enrollment" : "report.enrollment_standing(\(fragment: day), \(fragment: time))"
  }

  /// Cohorts.
  var cohorts: SQL { isPresent ? "cohort" : "report.cohort_standing(\(fragment: day), \(fragment: time))" }

  /// Rows of a table that keeps its history.
  subscript(table: String) -> SQL { KnownTables(knownAt: knownAt)[table] }

  /// A join of the names of a kind that the students `s` have, by the name of the kind.
  ///
  /// Of a million students they are found by a join in half the time that a subselect takes for each.
  func names(_ kind: String) -> SQL {
    guard knownAt == nil else {
      return """
        cross join lateral (
          select report.known_name(s.workshop_id, s.id, \(kind)::name_kind, \(fragment: time)) as full_name
        ) \(identifier: kind)
        """
    }
    return """
      left join student_name \(identifier: kind) on (\(identifier: kind).workshop_id,
          \(identifier: kind).student_id, \(identifier: kind).kind, \(identifier: kind).valid_to)
        = (s.workshop_id, s.id, \(kind)::name_kind, 'infinity')
      """
  }
}
