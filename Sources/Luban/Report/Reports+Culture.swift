import Postgres

extension Reports {
  /// The culture report: events, who took part, hours, and the modules of the curricula that they cover.
  ///
  /// An event, a person and a module count once in a row, so that rows do not add up.
  ///
  /// - Parameter cuts: by what; a row for each of their combinations that there is.
  func culture(_ scope: ReportScope = ReportScope(), by cuts: [ReportCut]) -> Listing {
    let cuts = ReportCuts(cuts: cuts, scope: scope)
    return Listing(
      columns: cuts.columns + [Column("mode"), Column("cohorts")]
        + Listing.columns(
          """
          events* participants* (participations) event_hours class_hours hours* (census_size census_hours) \
          hours_per_student* modules modules_covered
          """, of: "culture_report") + [Column("key", isShown: false)],
      order: cuts.names + ["key"], on: scope.asked
    ) { day in
      """
      with cohort as materialized (
        select c.workshop_id, c.cohort_id, c.mode, c.census_size, e.edition_id, \(fragment: cuts.key) as key,
          \(fragment: cuts.everyColumn)
        from (\(fragment: cuts.cohorts(cohortRows(scope, day), on: day))) c
        join report.known_cohort(\(day), \(fragment: scope.known)) e
          on (e.workshop_id, e.cohort_id) = (c.workshop_id, c.cohort_id)
      ), told as (
        select key, mode, \(fragment: cuts.toldByKey) count(*) as cohorts, sum(census_size) as census_size
        from cohort group by key, mode
      ), part as materialized (
        select c.key, c.census_size is not null as is_of_census, p.workshop_id, p.student_id, p.event_id,
          p.course_id, p.hours
        from cohort c
        join report.culture_part(\(day), \(fragment: scope.known)) p
          on (p.workshop_id, p.cohort_id) = (c.workshop_id, c.cohort_id)
      ), figure as (
        select key, count(distinct (workshop_id, event_id)) filter (where event_id is not null) as events,
          count(distinct (workshop_id, student_id)) filter (where event_id is not null) as participants,
          count(event_id) as participations, sum(hours) filter (where event_id is not null) as event_hours,
          sum(hours) filter (where event_id is null) as class_hours, sum(hours) as hours,
          sum(hours) filter (where is_of_census) as census_hours
        from part group by key
      ), asked as materialized (
        select distinct c.key, i.course_id
        from cohort c
        join report.known_curriculum_item(\(fragment: scope.known)) i on i.edition_id = c.edition_id
        join report.known_course(\(fragment: scope.known)) k on k.id = i.course_id
        where k.kind = 'culture'
      ), module as (
        select a.key, count(*) as modules, count(p.course_id) as covered
        from asked a
        left join (select distinct key, course_id from part where hours > 0) p using (key, course_id)
        group by a.key
      )
      select t.*, coalesce(f.events, 0) as events, coalesce(f.participants, 0) as participants,
        coalesce(f.participations, 0) as participations,
        trim_scale(coalesce(f.event_hours, 0)) as event_hours,
        trim_scale(coalesce(f.class_hours, 0)) as class_hours, trim_scale(coalesce(f.hours, 0)) as hours,
        case when t.census_size is not null then trim_scale(coalesce(f.census_hours, 0)) end as census_hours,
        case when t.census_size is not null
          then report.per_head(coalesce(f.census_hours, 0), t.census_size) end as hours_per_student,
        coalesce(m.modules, 0) as modules, coalesce(m.covered, 0) as modules_covered
      from told t
      left join figure f on f.key = t.key
      left join module m on m.key = t.key
      """
    }.adding(up: ReportRows("culture", by: cuts))
  }
}
