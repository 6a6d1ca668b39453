import Postgres

extension Sessions {
  /// What the sessions of a class on some days clash with.
  public func clashes(of taughtClass: ClassCode, from: Day, to: Day) async throws -> [ClassClash] {
    try await office.read { tx in try tx.clashes(of: try tx.classKey(taughtClass), from: from, to: to) }
  }

  /// The days without teaching on which sessions of a class take place all the same.
  public func closedDays(of taughtClass: ClassCode, from: Day, to: Day) async throws
    -> [ScheduleOutcome.ClosedDay]
  {
    try await office.read { tx in
      let key = try tx.classKey(taughtClass)
      return try tx.rows(
        """
        select c.day, string_agg(distinct c.name, ', ') as name
        from closed_days(\(key.workshopID)::int, \(from), \(to)) c
        join session s on s.workshop_id = \(key.workshopID) and s.class_id = \(key.id) and s.held_on = c.day
        where s.cancel_reason is null group by c.day order by c.day
        """, of: ScheduleOutcome.ClosedDay.self)
    }
  }

  /// Sessions at the same time of one cohort, in one room, or of one instructor, by day and time.
  ///
  /// Whom the same partner and number tell at two workshops is one person. Sessions of one course,
  /// instructor, room and time are one lesson of several cohorts, and no clash.
  public func clashes(_ filter: SessionFilter = SessionFilter()) -> Listing {
    Listing(
      columns: [
        Column("kind", "what would be in two places, or hold two: cohort, instructor or room"),
        Column("who", "the cohort, the instructor or the room"),
        Column("date", "the day"),
        Column("begins", "when the one begins, local time"),
        Column("ends", "when it ends"),
        Column("class", "the one class"),
        Column("room", "where it meets"),
        Column("other_date", "day of the other, where it stands", isShown: false),
        Column("other_begins", "when the other begins", isChief: true),
        Column("other_ends", "when it ends"),
        Column("other_class", "the other class", isChief: true),
        Column("other_room", "where it meets"),
        Column("workshop", "code of the workshop", isShown: false),
        Column("clash", "the two sessions", isShown: false),
      ],
      order: ["date", "begins", "clash"],
      body: """
        select case x.kind when 'cohort' then c.code when 'room' then x.room
            else i.code || '/' || x.staff_number end as who, x.kind,
          x.held_on as date, left(x.begins_at::text, 5) as begins, left(x.ends_at::text, 5) as ends,
          c.code || '/' || o.code as class, x.room, (x.other).held_on as other_date,
          left((x.other).begins_at::text, 5) as other_begins, left((x.other).ends_at::text, 5) as other_ends,
          d.code || '/' || p.code as other_class, (x.other).room as other_room, w.code as workshop,
          concat_ws(' ', x.kind, w.code || '/' || x.session_id,
            v.code || '/' || (x.other).session_id) as clash
        from (
          select l.kind, l.partner_id, l.staff_number, (l.one).*, l.other
          from clashes((select id from workshop where code = \(filter.workshop)),
            coalesce(\(filter.from), '-infinity'), coalesce(\(filter.to), 'infinity')) l) x
        join workshop w on w.id = x.workshop_id join workshop v on v.id = (x.other).workshop_id
        join cohort c on (c.workshop_id, c.id) = (x.workshop_id, x.cohort_id)
        join cohort d on (d.workshop_id, d.id) = ((x.other).workshop_id, (x.other).cohort_id)
        join course o on o.id = x.course_id join course p on p.id = (x.other).course_id
        left join partner i on i.id = x.partner_id
        where (\(filter.workshop) is null or \(filter.workshop) in (w.code, v.code))
          and (\(filter.cohort) is null or \(filter.cohort) in (c.code, d.code))
          and (\(filter.instructor?.partner) is null
            or x.kind = 'instructor' and i.code = \(filter.instructor?.partner)
              and x.staff_number = \(filter.instructor?.number))
          and (\(filter.room) is null
            or x.kind = 'room' and room_key(\(filter.room)) in (x.room_key, (x.other).room_key))
        """)
  }
}
