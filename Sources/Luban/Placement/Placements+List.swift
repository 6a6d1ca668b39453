import Postgres

extension Placements {
  /// Offers as a listing, by their days.
  public func offers(_ filter: PlacementFilter = PlacementFilter()) -> Listing {
    Listing(
      columns: [
        Column("offer", "code of the offer"),
        Column("partner", "code of the enterprise"),
        Column("title", "the work"),
        Column("begins_on", "first day", .day),
        Column("ends_on", "last day", .day),
        Column("hours", "hours planned for each student", .number),
        Column("places", "places offered", .number),
        Column("free", "places still free", .number),
        Column("course", "placement course it is for", isShown: false),
        Column("supervisor", "who looks after the students", isShown: false),
        Column("workshop", "code of the workshop", isShown: false),
        Column("key", "workshop and offer", isShown: false),
      ],
      order: ["begins_on", "key"],
      body: """
        select o.code as offer, i.code as partner, o.title, o.begins_on, o.ends_on,
          trim_scale(o.hours) as hours,
          o.places, o.places - o.places_taken as free, c.code as course, o.supervisor, w.code as workshop,
          w.code || '/' || o.code as key
        from placement_offer o
        join workshop w on w.id = o.workshop_id
        join institution i on i.id = o.institution_id
        left join course c on c.id = o.course_id
        where (\(filter.workshop) is null or w.code = \(filter.workshop))
          and (\(filter.partner) is null or i.code = \(filter.partner))
          and (\(filter.on) is null or \(filter.on) between o.begins_on and o.ends_on)
          and (not \(filter.isFree) or o.places_taken < o.places)
        """)
  }

  /// Placements as a listing, by cohort and student, with the hours worked beside those planned.
  public func list(_ filter: PlacementFilter = PlacementFilter()) -> Listing {
    Listing(
      columns: [
        Column("cohort", "code of the cohort"),
        Column("student", "number of the student"),
        Column("name", "name as the student writes it"),
        Column("offer", "code of the offer"),
        Column("partner", "code of the enterprise"),
        Column("begins_on", "first day", .day),
        Column("ends_on", "last day; where it ended before its time that one", .day),
        Column("planned", "hours planned", .number),
        Column("worked", "hours logged", .number),
        Column("enterprise", "mark given by the enterprise", isShown: false),
        Column("school", "mark given by the school", isShown: false),
        Column("end_reason", "why it ended before its time", isShown: false),
        Column("supervisor", "who looks after the student", isShown: false),
        Column("workshop", "code of the workshop", isShown: false),
        Column("key", "cohort, student and first day", isShown: false),
      ],
      order: ["key"],
      body: """
        select c.code as cohort, shown_number(s.number) as student, n.full_name as name, o.code as offer,
          i.code as partner, p.begins_on, coalesce(p.ended_on, p.ends_on) as ends_on,
          trim_scale(o.hours) as planned, coalesce(l.hours, 0) as worked,
          (select v.mark from placement_evaluation v where (v.workshop_id, v.placement_id, v.side)
            = (p.workshop_id, p.id, 'enterprise')) as enterprise,
          (select v.mark from placement_evaluation v where (v.workshop_id, v.placement_id, v.side)
            = (p.workshop_id, p.id, 'school')) as school,
          p.end_reason, coalesce(p.supervisor, o.supervisor) as supervisor, w.code as workshop,
          c.code || '/' || shown_number(s.number) || '/' || p.begins_on as key
        from placement p
        join workshop w on w.id = p.workshop_id
        join placement_offer o on (o.workshop_id, o.id) = (p.workshop_id, p.offer_id)
        join institution i on i.id = o.institution_id
        join enrollment e on (e.workshop_id, e.id) = (p.workshop_id, p.enrollment_id)
        join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
        join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
        left join student_name n on (n.workshop_id, n.student_id, n.kind, n.valid_to)
          = (s.workshop_id, s.id, 'native', 'infinity')
        left join lateral (
          select trim_scale(sum(l.hours)) as hours from placement_log l
          where l.workshop_id = p.workshop_id and l.placement_id = p.id) l on true
        where \(fragment: Self.condition(filter))
        """)
  }

  /// Sessions of the classes of students that fall into their placements, with what was logged on that day.
  public func clashes(_ filter: PlacementFilter = PlacementFilter()) -> Listing {
    Listing(
      columns: [
        Column("cohort", "code of the cohort"),
        Column("student", "number of the student"),
        Column("offer", "code of the offer"),
        Column("day", "day of the session", .day),
        Column("course", "course of the class"),
        Column("begins", "when the session begins"),
        Column("ends", "when it ends"),
        Column("hours", "hours of the session, which overlap", .number),
        Column("logged", "hours logged for the placement on that day", .number),
        Column("name", "name as the student writes it", isShown: false),
        Column("partner", "code of the enterprise", isShown: false),
        Column("workshop", "code of the workshop", isShown: false),
        Column("key", "cohort, student, day, time and course", isShown: false),
      ],
      order: ["key"],
      body: """
        select c.code as cohort, shown_number(s.number) as student, o.code as offer, m.held_on as day,
          course.code as course, to_char(m.begins_at, 'HH24:MI') as begins,
          to_char(m.ends_at, 'HH24:MI') as ends,
          trim_scale(m.hours) as hours, trim_scale(l.hours) as logged, n.full_name as name, i.code as partner,
          w.code as workshop,
          concat_ws('/', c.code, shown_number(s.number), m.held_on, m.begins_at, course.code) as key
        from placement p
        join workshop w on w.id = p.workshop_id
        join placement_offer o on (o.workshop_id, o.id) = (p.workshop_id, p.offer_id)
        join institution i on i.id = o.institution_id
        join enrollment e on (e.workshop_id, e.id) = (p.workshop_id, p.enrollment_id)
        join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
        join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
        join class k on (k.workshop_id, k.cohort_id) = (e.workshop_id, e.cohort_id)
        join course on course.id = k.course_id
        join session m on (m.workshop_id, m.class_id) = (k.workshop_id, k.id) and m.cancel_reason is null
          and m.held_on between p.begins_on and coalesce(p.ended_on, p.ends_on)
        left join placement_log l on (l.workshop_id, l.placement_id, l.worked_on)
          = (p.workshop_id, p.id, m.held_on)
        left join student_name n on (n.workshop_id, n.student_id, n.kind, n.valid_to)
          = (s.workshop_id, s.id, 'native', 'infinity')
        where was_enrolled_between(e.workshop_id, e.id, m.held_on, m.held_on)
          and \(fragment: Self.condition(filter))
        """)
  }

  /// The condition on placements p of offers o, partners i, cohorts c, students s, workshops w.
  private static func condition(_ filter: PlacementFilter) -> SQL {
    """
    (\(filter.workshop) is null or w.code = \(filter.workshop))
      and (\(filter.partner) is null or i.code = \(filter.partner))
      and (\(filter.offer) is null or o.code = \(filter.offer))
      and (\(filter.cohort) is null or c.code = \(filter.cohort))
      and (\(filter.student?.number) is null or s.number = \(filter.student?.number))
      and (\(filter.student?.workshop) is null or w.code = \(filter.student?.workshop))
      and (\(filter.on) is null or \(filter.on) between p.begins_on and coalesce(p.ended_on, p.ends_on))
    """
  }
}
