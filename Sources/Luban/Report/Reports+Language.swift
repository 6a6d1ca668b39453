import Postgres

extension Reports {
  /// The language report: who has reached which level, in persons.
  ///
  /// A person counts once in a row, whatever the number of enrollments; who is in training, on leave or has
  /// completed on the day. A framework is never counted for another.
  ///
  /// - Parameters:
  ///   - cuts: by what; a row for each of their combinations and each level.
  ///   - framework: only levels of this one.
  func language(
    _ scope: ReportScope = ReportScope(), by cuts: [ReportCut], framework: String? = nil
  ) -> Listing {
    let cuts = ReportCuts(cuts: cuts, scope: scope)
    return Listing(
      columns: cuts.columns + [
        Column("mode", isChief: true), Column("framework", isChief: true), Column("level", isChief: true),
        Column("rank", isShown: false),
      ]
        + Listing.columns(
          "students reached* (highest valid) tests tests_passed test_pass", of: "language_report")
        + [Column("key", isShown: false)],
      order: cuts.names + ["framework", "rank", "key"], on: scope.asked
    ) { day in
      """
      with cohort as materialized (\(fragment: cuts.cohorts(cohortRows(scope, day), on: day))
      ), told as (
        select \(fragment: cuts.told) mode, \(fragment: cuts.key) as key from cohort
        group by \(fragment: cuts.keys)
      ), person as materialized (
        select distinct \(fragment: cuts.key) as key, e.workshop_id, e.student_id
        from cohort c
        join report.enrollment_state(\(day), \(fragment: scope.known)) e
          on (e.workshop_id, e.cohort_id) = (c.workshop_id, c.cohort_id)
        where e.state in ('enrolled', 'suspended', 'completed')
      ), shown as materialized (
        select p.key, p.workshop_id, p.student_id, v.framework, v.rank, v.passed, v.purpose,
          coalesce(v.valid_until >= \(day), true) as is_valid
        from person p
        join report.language_evidence(\(fragment: scope.known)) v
          on (v.workshop_id, v.student_id) = (p.workshop_id, p.student_id)
        where v.shown_on <= \(day) and (\(framework) is null or v.framework = \(framework))
      ), level as (
        select key, workshop_id, student_id, framework, max(rank) filter (where passed) as rank,
          max(rank) filter (where passed and is_valid) as valid_rank
        from shown group by key, workshop_id, student_id, framework
      ), reached as (
        select v.key, l.framework, l.level, l.rank, count(*) filter (where v.rank >= l.rank) as reached,
          count(*) filter (where v.rank = l.rank) as highest,
          count(*) filter (where v.valid_rank >= l.rank) as valid
        from level v join language_level l on l.framework = v.framework
        group by v.key, l.framework, l.rank, l.level
      ), test as (
        select key, framework, rank, count(*) as tests, count(*) filter (where passed) as passed
        from shown where purpose in ('external', 'internal') group by key, framework, rank
      )
      select told.*, r.framework, r.level, r.rank, s.students, r.reached, r.highest, r.valid,
        coalesce(t.tests, 0) as tests, coalesce(t.passed, 0) as tests_passed,
        report.percent(t.passed, t.tests) as test_pass
      from reached r
      join told on told.key = r.key
      join (select key, count(*) as students from person group by key) s on s.key = r.key
      left join test t on (t.key, t.framework, t.rank) = (r.key, r.framework, r.rank)
      """
    }.adding(
      up: ReportRows(
        "language", by: cuts, steps: ["framework", "rank"], shared: "students", nested: "reached"))
  }
}
