import Postgres

extension Reports {
  /// What each partner gives and receives, on a day and in a period that ends with it.
  ///
  /// - Parameter since: the first day of the period; that of the year of the day where none is given.
  func partners(_ scope: ReportScope = ReportScope(), since: Day? = nil) -> Listing {
    Listing(
      columns: [
        Column("partner"), Column("partner_name"), Column("country", isShown: false), Column("roles"),
      ]
        + Listing.columns(
          """
          agreements* days_hosting days_uncovered* cohorts students (cohorts_awarded) students_awarded \
          instructors teachers_trained (training_hours) placements placement_hours
          """, of: "partner_report"),
      order: ["partner"], on: scope.asked
    ) { day in
      """
      with period as materialized (
        select coalesce(\(since)::date, date_trunc('year', \(day)::date)::date) as from_day
      ), place as materialized (
        select r.workshop_id, r.workshop from report.told_workshop(\(day), \(fragment: scope.known)) r
        where \(fragment: scope.placeCondition(on: day))
      ), cohort as materialized (
        select r.workshop_id, c.edition_id, r.enrolled + r.suspended as students
        from (\(fragment: cohortRows(scope, day))) r
        join report.known_cohort(\(day), \(fragment: scope.known)) c
          on (c.workshop_id, c.cohort_id) = (r.workshop_id, r.cohort_id)
      ), role as materialized (
        select r.workshop_id, r.partner_id, r.role, p.workshop,
          r.since <= \(day) and \(day) < r.until as is_now
        from report.known_workshop_role(\(fragment: scope.known)) r
        join place p on p.workshop_id = r.workshop_id
        cross join period
        where r.since <= \(day) and period.from_day < r.until
      ), part as materialized (
        select f.partner_id, sum(f.instructors) as instructors, sum(f.trained) as trained,
          sum(f.training_hours) as training_hours, sum(f.placements) as placements,
          sum(f.placement_hours) as placement_hours
        from period
        cross join report.partner_part(period.from_day, \(day), \(fragment: scope.known)) f
        join place using (workshop_id)
        group by f.partner_id
      ), agreed as materialized (
        select partner_id, count(*) filter (where days @> \(day)::date) as agreements, range_agg(days) as days
        from report.agreed(\(fragment: scope.known)) group by partner_id
      ), hosting as (
        select h.partner_id, range_agg(one) as days
        from report.hosting(\(fragment: scope.known)) h join place using (workshop_id)
        cross join unnest(h.days) one
        group by h.partner_id
      ), taught as (
        select taking.partner_id, count(*) as cohorts, sum(c.students) as students
        from (
          select distinct workshop_id, partner_id from role where is_now and role in ('host', 'lead')) taking
        join cohort c using (workshop_id)
        group by taking.partner_id
      ), award as (
        select k.partner_id, count(*) as cohorts, sum(c.students) as students
        from report.awarding_body(\(fragment: scope.known)) k
        join cohort c using (edition_id)
        group by k.partner_id
      )
      select i.code as partner, i.name as partner_name, o.country,
        (select string_agg(format(wording(part_in_workshop(r.role)), r.workshop), ', '
            order by r.workshop, r.role)
          from role r where r.partner_id = i.id and r.is_now) as roles,
        coalesce(a.agreements, 0) as agreements,
        report.days_between(coalesce(h.days, '{}'), period.from_day, \(day)) as days_hosting,
        report.days_between(coalesce(h.days, '{}') - coalesce(a.days, '{}'), period.from_day, \(day))
          as days_uncovered,
        coalesce(t.cohorts, 0) as cohorts, coalesce(t.students, 0) as students,
        coalesce(w.cohorts, 0) as cohorts_awarded, coalesce(w.students, 0) as students_awarded,
        coalesce(p.instructors, 0) as instructors, coalesce(p.trained, 0) as teachers_trained,
        trim_scale(coalesce(p.training_hours, 0)) as training_hours, coalesce(p.placements, 0) as placements,
        trim_scale(coalesce(p.placement_hours, 0)) as placement_hours
      from report.partner_called(\(day), \(fragment: scope.known)) i
      join report.known_partner(\(fragment: scope.known)) o on o.id = i.id
      cross join period
      left join part p on p.partner_id = i.id
      left join agreed a on a.partner_id = i.id
      left join hosting h on h.partner_id = i.id
      left join taught t on t.partner_id = i.id
      left join award w on w.partner_id = i.id
      where p.partner_id is not null or w.partner_id is not null
        or exists (select from role r where r.partner_id = i.id)
        or not \(scope.isOfPlaces) and a.agreements > 0
      """
    }.adding(up: ReportRows("partner", by: ["partner"], isOverlapping: true))
  }
}
