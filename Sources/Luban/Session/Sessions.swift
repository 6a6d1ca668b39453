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
          candidates: try tx.sessions(ids, of: key.workshopID).map(\.begins.description), by: "at")
      }
      let instructor = try changes.instructor.map { try tx.id(ofInstructor: $0, in: key.workshopID) }
      try tx.execute(
        """
        update session s set held_on = n.held_on, begins_at = n.begins_at,
          ends_at = coalesce(\(changes.ends), n.begins_at + (s.ends_at - s.begins_at)),
          moved_from = nullif(coalesce(s.moved_from, s.held_on + s.begins_at), n.held_on + n.begins_at),
          hours = case when \(changes.ends) is null then coalesce(\(changes.hours, as: .numeric), s.hours)
            else coalesce(\(changes.hours, as: .numeric), hours_by_clock(n.begins_at, \(changes.ends))) end,
          room = coalesce(\(changes.room), s.room), instructor_id = coalesce(\(instructor), s.instructor_id),
          move_reason = coalesce(\(changes.reason), s.cancel_reason, s.move_reason), cancel_reason = null
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
      "session",
      """
      class date weekday begins ends hours room instructor status reason moved_from (title workshop session)
      """, by: "date begins session",
      where: [
        .equals("workshop", filter.workshop), .equals("cohort", filter.cohort ?? filter.taughtClass?.cohort),
        .equals("class", filter.taughtClass?.description),
        .equals("instructor", filter.instructor?.description),
        .room(filter.room),
        .from("date", filter.from), .upTo("date", filter.to),
        .equals("status", filter.isCancelled.map { $0 ? "cancelled" : "scheduled" }),
      ])
  }
}
