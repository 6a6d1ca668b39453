import Postgres

extension CultureEvents {
  /// Culture events as a listing, by day.
  ///
  /// - Parameters:
  ///   - workshop: of a workshop.
  ///   - theme: whose theme begins like this.
  ///   - module: that count for this module.
  ///   - from: that end on this day or later.
  ///   - to: that begin on this day or earlier.
  public func list(
    workshop: WorkshopCode? = nil, theme: String? = nil, module: CourseCode? = nil, from: Day? = nil,
    to: Day? = nil
  ) -> Listing {
    Listing(
      "culture_event",
      "event title theme begins_on ends_on hours module students (student_hours place workshop key)",
      by: "begins_on key",
      where: [
        .equals("workshop", workshop), .begins("theme", theme), .equals("module", module),
        .from("ends_on", from),
        .upTo("begins_on", to),
      ])
  }

  /// Culture hours of students who were enrolled by the day, in events and in classes, with those needed.
  public func hours(_ filter: CultureHoursFilter = CultureHoursFilter()) -> Listing {
    Listing(
      columns: [
        Column("cohort", "code of the cohort"),
        Column("student", "number of the student"),
        Column("name", "name as the student writes it"),
        Column("events", "events taken part in"),
        Column("event_hours", "hours in events that have ended"),
        Column("class_hours", "hours attended in classes of culture modules"),
        Column("hours", "both"),
        Column("needed", "hours the completion rule asks for"),
        Column("missing", "hours still missing"),
        Column("workshop", "code of the workshop", isShown: false),
        Column("key", "cohort and student", isShown: false),
      ], order: ["key"], on: filter.asked, body: { Self.hoursOfStudents(filter, on: $0) })
  }

  /// The same added up for each cohort.
  public func hoursOfCohorts(_ filter: CultureHoursFilter = CultureHoursFilter()) -> Listing {
    Listing(
      columns: [
        Column("cohort", "code of the cohort"),
        Column("students", "students who were enrolled by the day"),
        Column("event_hours", "hours in events that have ended"),
        Column("class_hours", "hours attended in classes of culture modules"),
        Column("hours", "both"),
        Column("needed", "hours the completion rule asks of each student"),
        Column("reached", "students who have them"),
        Column("workshop", "code of the workshop", isShown: false),
      ], order: ["cohort"],
      on: filter.asked,
      body: { day in
        """
        select h.cohort, count(*) as students, sum(h.event_hours) as event_hours,
          sum(h.class_hours) as class_hours, sum(h.hours) as hours, h.needed,
          case when h.needed is not null then count(*) filter (where h.missing = 0) end as reached, h.workshop
        from (\(fragment: Self.hoursOfStudents(filter, on: day))) h group by h.workshop, h.cohort, h.needed
        """
      })
  }

  private static func hoursOfStudents(_ filter: CultureHoursFilter, on day: Day) -> SQL {
    let knownAt: SQL = "coalesce(\(filter.knownAt), now())"
    let ofCohort: SQL = """
      (\(filter.cohort) is null
        or h.workshop_id = (select workshop_id from cohort where code = \(filter.cohort))
        and h.cohort_id = (select id from cohort where code = \(filter.cohort)))
      """
    return """
      select c.code as cohort, shown_number(s.number) as student, n.full_name as name,
        coalesce(v.events, 0) as events, trim_scale(coalesce(v.hours, 0)) as event_hours,
        trim_scale(coalesce(k.hours, 0)) as class_hours,
        trim_scale(coalesce(v.hours, 0) + coalesce(k.hours, 0)) as hours,
        trim_scale(r.culture_hours) as needed,
        case when r.culture_hours is not null then
          trim_scale(greatest(r.culture_hours - coalesce(v.hours, 0) - coalesce(k.hours, 0), 0))
          end as missing,
        w.code as workshop, c.code || '/' || shown_number(s.number) as key
      from enrollment e
      join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      join workshop w on w.id = e.workshop_id
      join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
      cross join lateral (
        select report.known_name(s.workshop_id, s.id, 'native', \(fragment: knownAt)) as full_name) n
      left join report.known_completion_rule(\(fragment: knownAt)) r on r.edition_id = c.edition_id
      left join (
        select h.workshop_id, h.enrollment_id, sum(h.events) as events, sum(h.hours) as hours
        from report.culture_event_hours(\(day), \(fragment: knownAt)) h
        where \(fragment: ofCohort) group by h.workshop_id, h.enrollment_id) v
        on (v.workshop_id, v.enrollment_id) = (e.workshop_id, e.id)
      left join (
        select h.workshop_id, h.enrollment_id, sum(h.hours) as hours
        from report.culture_class_hours(\(day), \(fragment: knownAt)) h
        where \(fragment: ofCohort) group by h.workshop_id, h.enrollment_id) k
        on (k.workshop_id, k.enrollment_id) = (e.workshop_id, e.id)
      where (\(filter.workshop) is null or w.code = \(filter.workshop))
        and (\(filter.cohort) is null or c.code = \(filter.cohort))
        and (\(filter.student?.number) is null or s.number = \(filter.student?.number))
        and (\(filter.student?.workshop) is null or w.code = \(filter.student?.workshop))
        and exists (
          select from enrollment_event b
          where b.workshop_id = e.workshop_id and b.enrollment_id = e.id and b.to_state = 'enrolled'
            and b.effective_on <= \(day) and b.recorded_at <= \(fragment: knownAt)
            and not exists (
              select from enrollment_event f where f.workshop_id = b.workshop_id
                and f.enrollment_id = b.enrollment_id and f.voids = b.nth
                and f.recorded_at <= \(fragment: knownAt)))
      """
  }
}
