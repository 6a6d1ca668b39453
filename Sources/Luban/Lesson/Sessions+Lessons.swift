import Postgres

extension Sessions {
  /// What instructors teach, a row an instructor: lessons given to several cohorts together count once.
  ///
  /// Who stands in is counted, and not for whom. Lessons that nobody teaches yet are a row of their own.
  public func teaching(_ filter: SessionFilter = SessionFilter()) -> Listing {
    Listing(
      columns: [
        Column("instructor", "partner and staff number"),
        Column("name", "name as they write it"),
        Column("workshop", "code of the workshop"),
        Column("lessons", "lessons that take place; one given to several cohorts together counts once"),
        Column("joint", "those among them that are given to several cohorts together"),
        Column("hours", "hours of these lessons"),
        Column("held_hours", "hours of those whose attendance was noted", of: "instructor_hours"),
        Column("courses", "courses they teach", of: "instructor_hours"),
        Column("key", "workshop, partner and staff number", isShown: false),
      ],
      order: ["workshop", "instructor", "key"],
      body: """
        select i.code || '/' || n.staff_number as instructor, n.full_name as name, w.code as workshop,
          count(*) as lessons, count(*) filter (where cardinality(l.sessions) > 1) as joint,
          trim_scale(sum(l.hours)) as hours,
          trim_scale(coalesce(sum(l.hours) filter (where h.is_held), 0)) as held_hours,
          string_agg(distinct o.code, ', ') as courses,
          concat_ws('/', w.code, i.code, n.staff_number) as key
        from lesson l
        join workshop w on w.id = l.workshop_id
        join course o on o.id = l.course_id
        left join instructor n on (n.workshop_id, n.id) = (l.workshop_id, l.instructor_id)
        left join partner i on i.id = n.partner_id
        cross join lateral (
          select exists (select from attendance a
            where a.workshop_id = l.workshop_id and a.session_id = any (l.sessions)) as is_held) h
        where \(fragment: Self.lessons(filter))
        group by w.code, i.code, n.staff_number, n.full_name
        """)
  }

  /// Which rooms are used, a row a room, with the ways in which it is written.
  public func rooms(_ filter: SessionFilter = SessionFilter()) -> Listing {
    Listing(
      columns: [
        Column("room", "the room"),
        Column("workshop", "code of the workshop"),
        Column("lessons", "lessons that take place in it; one given to several cohorts counts once"),
        Column("hours", "hours of these lessons"),
        Column("from", "day of the first"),
        Column("to", "day of the last"),
        Column("written", "ways in which it is written, where there are several"),
        Column("key", "workshop and room", isShown: false),
      ],
      order: ["workshop", "room", "key"],
      body: """
        select min(l.room) as room, w.code as workshop, count(*) as lessons,
          trim_scale(sum(l.hours)) as hours,
          min(l.held_on) as from, max(l.held_on) as to,
          case when count(distinct l.room) > 1 then string_agg(distinct l.room, ', ') end as written,
          w.code || ' ' || l.room_key as key
        from lesson l
        join workshop w on w.id = l.workshop_id
        left join instructor n on (n.workshop_id, n.id) = (l.workshop_id, l.instructor_id)
        left join partner i on i.id = n.partner_id
        where l.room_key is not null and \(fragment: Self.lessons(filter))
        group by w.code, l.room_key
        """)
  }

  /// Which lessons `l` are meant, of instructors `n` of partners `i` at workshops `w`.
  static func lessons(_ filter: SessionFilter) -> SQL {
    """
    l.held_on between coalesce(\(filter.from), '-infinity') and coalesce(\(filter.to), 'infinity')
      and (\(filter.workshop) is null or w.code = \(filter.workshop))
      and (\(filter.cohort) is null
        or (select c.id from cohort c where c.code = \(filter.cohort)) = any (l.cohorts))
      and (\(filter.instructor?.partner) is null or i.code = \(filter.instructor?.partner)
        and n.staff_number = \(filter.instructor?.number))
      and (\(filter.room) is null or l.room_key = room_key(\(filter.room)))
    """
  }
}
