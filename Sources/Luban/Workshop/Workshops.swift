import Postgres

/// Luban Workshops: opened, changed, closed.
public struct Workshops: Sendable {
  let office: Office

  /// Opens a workshop.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown country or partner, or a city
  ///   that is called nearly like a known one; ``LubanError/conflict(_:)`` for a code that is taken.
  @discardableResult
  public func open(
    _ code: WorkshopCode, in country: String, _ details: WorkshopDetails
  ) async throws -> Workshop {
    try await office.perform("workshop open") { tx in
      let country = try tx.country(country)
      let id = try tx.insert(
        into: "workshop",
        try details.columns(tx, in: country) + [
          Assignment("code", code), Assignment("country", country), Assignment("titles", details.titles),
          Assignment("led_from_tianjin", true),
        ])
      try tx.begin(details.newRoles, in: id, on: details.day)
      try tx.reach(details.milestones, id)
      return try tx.workshop(code)
    }
  }

  /// Changes a workshop: what it is called, who takes part in it, which milestones it reached.
  ///
  /// - Throws: ``LubanError/ruleBroken(_:)`` `workshop_keeps_a_host_while_cohorts_run` where its last
  ///   host leaves; ``LubanError/usage(_:)`` for closing it, which ``close(_:on:note:)`` does.
  @discardableResult
  public func edit(_ code: WorkshopCode, _ changes: WorkshopDetails) async throws -> Workshop {
    if changes.status == .closed {
      throw LubanError.usage("\(code) is not closed by an edit.", actions: [Action("workshop.close")])
    }
    return try await office.perform("workshop edit") { tx in
      let id = try tx.id(ofWorkshop: code)
      let country = try tx.one(
        "select country from workshop where id = \(id) for no key update", as: String.self)
      try tx.update(
        "workshop",
        [.titles(changes.titles, dropping: changes.droppedTitles)] + (try changes.columns(tx, in: country)),
        where: "id = \(id)")
      let day = try tx.day(changes.day ?? .today, at: id)
      for role in changes.droppedRoles { try tx.drop(role, of: id, code) }
      for role in changes.endedRoles { try tx.end(role, in: id, code, on: day) }
      try tx.begin(changes.newRoles, in: id, on: day)
      for milestone in changes.droppedMilestones { try tx.drop(milestone, of: id, code) }
      try tx.reach(changes.milestones, id)
      return try tx.workshop(code)
    }
  }

  /// Closes a workshop: records the milestone, and ends all parts in it.
  ///
  /// - Parameter day: the day of the milestone, and the first one on which nobody takes part any more.
  /// - Throws: ``LubanError/ruleBroken(_:)`` `workshop_closes_when_no_cohort_runs`, with those that do.
  @discardableResult
  public func close(_ code: WorkshopCode, on day: Day = .today, note: String? = nil) async throws
    -> WorkshopClosing
  {
    try await office.perform("workshop close") { tx in
      let id = try tx.id(ofWorkshop: code)
      let day = try tx.day(day, at: id)
      let closed = try tx.execute(
        "update workshop set status = 'closed' where id = \(id) and status <> 'closed'")
      if closed == 0 {
        try tx.execute(
          """
          select break_rule('workshop_change_is_allowed', jsonb_build_object('workshop', \(code.rawValue)),
            'workshop')
          """)
      }
      try tx.execute("delete from workshop_role where workshop_id = \(id) and since >= \(day)")
      try tx.execute("update workshop_role set until = \(day) where workshop_id = \(id) and until > \(day)")
      try tx.reach([WorkshopMilestone(.closed, PartialDate(day), note: note)], id)
      let planned = try tx.rows(
        "select code from cohort where workshop_id = \(id) and status = 'planned' order by code",
        as: CohortCode.self)
      return WorkshopClosing(workshop: try tx.workshop(code), planned: planned)
    }
  }

  /// All of a workshop.
  public func show(_ code: WorkshopCode) async throws -> Workshop {
    try await office.read { tx in try tx.workshop(code) }
  }
}

extension WorkshopDetails {
  fileprivate func columns(_ tx: Transaction, in country: String) throws -> [Assignment] {
    [
      Assignment(
        "city_id", try city.map { try tx.id(of: $0, in: country) }, isCleared: cleared.contains(.city)),
      Assignment("time_zone", timeZone, isCleared: cleared.contains(.timeZone)),
      Assignment("status", status), Assignment("led_from_tianjin", isLedFromTianjin),
      Assignment("note", composed: note, isCleared: cleared.contains(.note)),
    ]
  }
}

extension Transaction {
  fileprivate func begin(_ roles: [NamedRole], in workshop: Int, on day: Day?) throws {
    for role in roles {
      let partner = try id(ofPartner: role.partner)
      try execute(
        """
        insert into workshop_role (workshop_id, partner_id, role, since)
        values (\(workshop), \(partner), \(role.role), coalesce(\(day), '-infinity'))
        """)
    }
  }

  fileprivate func end(_ role: NamedRole, in workshop: Int, _ code: WorkshopCode, on day: Day) throws {
    let ended = try execute(
      """
      update workshop_role r set until = \(day) from partner i
      where i.id = r.partner_id and i.code = \(role.partner) and r.workshop_id = \(workshop)
        and r.role = \(role.role) and r.until > \(day)
      """)
    if ended == 0 { throw try unknown(role, in: workshop, code, lastingUntil: day) }
  }

  fileprivate func drop(_ role: NamedRole, of workshop: Int, _ code: WorkshopCode) throws {
    let dropped = try execute(
      """
      delete from workshop_role where (workshop_id, partner_id, role, since) = (
        select r.workshop_id, r.partner_id, r.role, r.since
        from workshop_role r join partner i on i.id = r.partner_id
        where r.workshop_id = \(workshop) and i.code = \(role.partner) and r.role = \(role.role)
        order by r.since desc limit 1)
      """)
    if dropped == 0 { throw try unknown(role, in: workshop, code, lastingUntil: nil) }
  }

  private func unknown(
    _ role: NamedRole, in workshop: Int, _ code: WorkshopCode, lastingUntil day: Day?
  ) throws -> LubanError {
    let known = try rows(
      """
      select replace(r.role::text, '_', '-') || '=' || i.code
      from workshop_role r join partner i on i.id = r.partner_id
      where r.workshop_id = \(workshop) and r.until > coalesce(\(day), '-infinity') order by r.role, i.code
      """, as: String.self)
    let name = role.role.rawValue.split(separator: "_").joined(separator: "-")
    return .notFound(
      noun: "part in \(code)", code: "\(name)=\(role.partner)", nearest: known)
  }

  fileprivate func reach(_ milestones: [WorkshopMilestone], _ workshop: Int) throws {
    // Nobody else numbers them meanwhile.
    try execute("select from workshop where id = \(workshop) for no key update")
    for milestone in milestones {
      try execute(
        """
        insert into workshop_event (workshop_id, nth, kind, happened_on, note)
        select \(workshop), coalesce(max(nth), 0) + 1, \(milestone.kind), \(milestone.date),
          composed(\(milestone.note))
        from workshop_event where workshop_id = \(workshop)
        """)
    }
  }

  fileprivate func drop(_ milestone: WorkshopMilestone, of workshop: Int, _ code: WorkshopCode) throws {
    let dropped = try execute(
      """
      delete from workshop_event
      where workshop_id = \(workshop) and kind = \(milestone.kind) and happened_on = \(milestone.date)
      """)
    if dropped == 0 {
      let known = try rows(
        """
        select kind || '=' || happened_on from workshop_event where workshop_id = \(workshop)
        order by happened_on
        """,
        as: String.self)
      throw LubanError.notFound(
        noun: "milestone of \(code)", code: "\(milestone.kind.rawValue)=\(milestone.date)", nearest: known)
    }
  }
}
