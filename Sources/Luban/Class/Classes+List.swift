import Postgres

extension Classes {
  /// Classes as a listing, by first day.
  public func list(_ filter: ClassFilter = ClassFilter()) -> Listing {
    Listing(
      columns: [
        Column("class", "cohort and course"),
        Column("workshop", "code of the workshop", isShown: false),
        Column("cohort", "code of the cohort", isShown: false),
        Column("course", "code of the course", isShown: false),
        Column("title", "title of the course in English, or in the first language there is"),
        Column("kind", "technical, language, culture or placement", isShown: false),
        Column("term", "term in which it is taught", .number),
        Column("from", "first day", .day),
        Column("to", "last day", .day),
        Column("instructor", "partner and staff number of who teaches it"),
        Column("instructor_name", "their name", isShown: false),
        Column("room", "where it meets"),
        Column("sessions", "sessions that take place", .number),
        Column("cancelled", "sessions that were cancelled", .number, isShown: false),
        Column("hours", "hours of the sessions that take place", .number),
        Column("course_hours", "hours that the course has in the catalog", .number),
      ],
      order: ["from", "class"],
      body: """
        select c.code || '/' || o.code as class, w.code as workshop, c.code as cohort, o.code as course,
          main_title(o.titles) as title, o.kind::text, k.term, k.begins_on as from, k.ends_on as to,
          shown_instructor(k.workshop_id, k.instructor_id) as instructor, n.full_name as instructor_name,
          k.room,
          coalesce(s.sessions, 0) as sessions, coalesce(s.cancelled, 0) as cancelled,
          trim_scale(coalesce(s.hours, 0)) as hours,
          trim_scale(o.hours_theory + o.hours_practice) as course_hours
        from class k
        join workshop w on w.id = k.workshop_id
        join cohort c on (c.workshop_id, c.id) = (k.workshop_id, k.cohort_id)
        join course o on o.id = k.course_id
        left join instructor n on (n.workshop_id, n.id) = (k.workshop_id, k.instructor_id)
        left join institution i on i.id = n.institution_id
        left join lateral (
          select count(*) filter (where s.cancel_reason is null) as sessions,
            count(s.cancel_reason) as cancelled,
            sum(s.hours) filter (where s.cancel_reason is null) as hours
          from session s where (s.workshop_id, s.class_id) = (k.workshop_id, k.id)) s on true
        where (\(filter.workshop) is null or w.code = \(filter.workshop))
          and (\(filter.cohort) is null or c.code = \(filter.cohort))
          and (\(filter.course) is null or o.code = \(filter.course))
          and (\(filter.term) is null or k.term = \(filter.term))
          and (\(filter.instructor?.institution) is null
            or i.code = \(filter.instructor?.institution) and n.staff_number = \(filter.instructor?.number))
          and (\(filter.on) is null or \(filter.on) between k.begins_on and k.ends_on)
        """)
  }
}
