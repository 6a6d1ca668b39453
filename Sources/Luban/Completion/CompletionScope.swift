import Postgres

/// Whose progress is listed, and when.
public struct CompletionScope: Sendable {
  /// Of this cohort.
  public var cohort: CohortCode?
  /// Of this workshop.
  public var workshop: WorkshopCode?
  /// The day for which it is true.
  public var asOf: Day = .today
  /// As far as had been recorded by then; `nil` for all that is known.
  public var knownAt: KnownTime?
  /// Whether those who left are listed too; else those who are enrolled or suspended on that day.
  public var includesAll = false

  /// Everybody in training today.
  public init() {}

  var asked: AskedDay { AskedDay(asOf, workshop: workshop, cohort: cohort) }

  var known: SQL { "coalesce(\(knownAt), now())" }

  /// Figures as rows of `p`, with the cohort, student and state of each.
  ///
  /// They are asked for cohort by cohort: each is found by its indexes, and many take as many times as
  /// long as one. All at once they are joined by what the planner can only guess.
  func rows(of figures: SQL, on day: Day) -> SQL {
    """
    from cohort c
    join workshop w on w.id = c.workshop_id
    cross join lateral (
      select p.*, e.student_id, e.state from \(fragment: figures)(\(day), \(fragment: known)) p
      join report.enrollment_state(\(day), \(fragment: known)) e
        on (e.workshop_id, e.cohort_id, e.enrollment_id) = (p.workshop_id, p.cohort_id, p.enrollment_id)
      where p.workshop_id = c.workshop_id and p.cohort_id = c.id offset 0) p
    join student s on (s.workshop_id, s.id) = (p.workshop_id, p.student_id)
    cross join lateral (
      select report.known_name(s.workshop_id, s.id, 'native', \(fragment: known)) as full_name) n
    where (\(workshop) is null or w.code = \(workshop)) and (\(cohort) is null or c.code = \(cohort))
      and (\(includesAll) or p.state in ('enrolled', 'suspended'))
    """
  }
}
