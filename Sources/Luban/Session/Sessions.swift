import Postgres

/// Sessions of classes: their days, times and rooms.
public struct Sessions: Sendable {
  let office: Office

  /// Cancels sessions of a class on a day: all of them, or the one at a time.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` where there is none,
  ///   ``LubanError/ruleBroken(_:)`` where attendance was taken.
  public func cancel(_ reference: SessionReference, reason: String) async throws -> [Session] {
    try await office.perform("class cancel") { tx in
      let (key, ids) = try tx.sessions(reference)
      try tx.execute(
        """
        update session set cancel_reason = \(reason)
        where workshop_id = \(key.workshopID) and id = any (\(ids))
        """)
      return try tx.sessions(ids, of: key.workshopID)
    }
  }

  /// Lets cancelled sessions take place after all.
  public func reinstate(_ reference: SessionReference) async throws -> [Session] {
    try await office.perform("class cancel") { tx in
      let (key, ids) = try tx.sessions(reference)
      try tx.execute(
        "update session set cancel_reason = null where workshop_id = \(key.workshopID) and id = any (\(ids))")
      return try tx.sessions(ids, of: key.workshopID)
    }
  }

  /// Moves a session to another day, time, room or instructor; one that was cancelled takes place then.
  ///
  /// - Throws: ``LubanError/ambiguous(noun:code:candidates:)`` where there are several that day and no time
  ///   was named.
  public func move(_ reference: SessionReference, _ changes: SessionChanges) async throws -> Session {
    try await office.perform("class move") { tx in
      let (key, ids) = try tx.sessions(reference)
      guard let id = ids.first, ids.count == 1 else {
        throw LubanError.ambiguous(
          noun: "session of \(reference.taughtClass)", code: reference.on.iso,
          candidates: try tx.sessions(ids, of: key.workshopID).map { "--at \($0.begins)" })
      }
      let instructor = try changes.instructor.map { try tx.id(ofInstructor: $0, in: key.workshopID) }
      try tx.execute(
        """
        update session s set held_on = n.held_on, begins_at = n.begins_at,
          ends_at = coalesce(\(changes.ends), n.begins_at + (s.ends_at - s.begins_at)),
          moved_from = nullif(coalesce(s.moved_from, s.held_on + s.begins_at), n.held_on + n.begins_at),
          hours = case when \(changes.ends) is null then coalesce(\(changes.hours, as: .numeric), s.hours)
            else coalesce(\(changes.hours, as: .numeric),
              round(extract(epoch from \(changes.ends) - n.begins_at) / 3600, 2)) end,
          room = coalesce(\(changes.room), s.room), instructor_id = coalesce(\(instructor), s.instructor_id),
          cancel_reason = null
        from (select coalesce(\(changes.day), held_on) as held_on,
            coalesce(\(changes.begins), begins_at) as begins_at
          from session where workshop_id = \(key.workshopID) and id = \(id)) n
        where s.workshop_id = \(key.workshopID) and s.id = \(id)
        """)
      guard let moved = try tx.sessions([id], of: key.workshopID).first else {
        throw LubanError.internal("a session is gone that was just moved")
      }
      return moved
    }
  }

  /// Sessions as a listing, by day and time.
  public func list(_ filter: SessionFilter = SessionFilter()) -> Listing {
    Listing(
      columns: [
        Column("class", "cohort and course"),
        Column("date", "the day", .day),
        Column("weekday", "day of the week"),
        Column("begins", "when it begins, local time"),
        Column("ends", "when it ends"),
        Column("hours", "hours it counts", .number),
        Column("room", "where"),
        Column("instructor", "partner and staff number of who teaches it, or stands in"),
        Column("status", "planned, or cancelled"),
        Column("reason", "why it does not take place"),
        Column("moved_from", "day and time it was first planned for", isShown: false),
        Column("title", "title of the course", isShown: false),
        Column("workshop", "code of the workshop", isShown: false),
        Column("session", "workshop and number of the session", isShown: false),
      ],
      order: ["date", "begins", "session"],
      body: """
        select c.code || '/' || o.code as class, s.held_on as date, to_char(s.held_on, 'Dy') as weekday,
          left(s.begins_at::text, 5) as begins, left(s.ends_at::text, 5) as ends,
          trim_scale(s.hours) as hours,
          coalesce(s.room, k.room) as room, i.code || '/' || n.staff_number as instructor,
          case when s.cancel_reason is null then 'planned' else 'cancelled' end as status,
          s.cancel_reason as reason, to_char(s.moved_from, 'YYYY-MM-DD HH24:MI') as moved_from,
          main_title(o.titles) as title, w.code as workshop, w.code || '/' || s.id as session
        from session s
        join class k on (k.workshop_id, k.id) = (s.workshop_id, s.class_id)
        join workshop w on w.id = s.workshop_id
        join cohort c on (c.workshop_id, c.id) = (k.workshop_id, k.cohort_id)
        join course o on o.id = k.course_id
        left join instructor n
          on (n.workshop_id, n.id) = (s.workshop_id, coalesce(s.instructor_id, k.instructor_id))
        left join institution i on i.id = n.institution_id
        where (\(filter.workshop) is null or w.code = \(filter.workshop))
          and (\(filter.cohort) is null or c.code = \(filter.cohort))
          and (\(filter.taughtClass?.cohort) is null
            or c.code = \(filter.taughtClass?.cohort) and o.code = \(filter.taughtClass?.course))
          and (\(filter.instructor?.institution) is null
            or i.code = \(filter.instructor?.institution) and n.staff_number = \(filter.instructor?.number))
          and (\(filter.from) is null or s.held_on >= \(filter.from))
          and (\(filter.to) is null or s.held_on <= \(filter.to))
          and (\(filter.isCancelled) is null or (s.cancel_reason is not null) = \(filter.isCancelled))
        """)
  }
}
