import Postgres

/// Partner institutions: added, shown, changed, activated, suspended, ended, with their contacts.
public struct Partners: Sendable {
  let office: Office

  /// Adds a partner, with its city where the country has none of that name.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown country, or a city that is
  ///   called nearly like a known one; ``LubanError/conflict(_:)`` for a code that is taken.
  @discardableResult
  public func add(_ new: NewInstitution) async throws -> Institution {
    try await office.perform("partner add") { tx in
      let country = try tx.country(new.country)
      let city = try new.city.map { try tx.id(of: $0, in: country) }
      let id = try tx.one(
        """
        insert into institution (code, kind, country, city_id, website, note)
        values (\(new.code), \(new.kind), \(country), \(city), \(new.website), composed(\(new.note)))
        returning id
        """, as: Int.self)
      try tx.rename(id, new.names, since: nil)
      if let day = new.activeSince {
        try tx.move(id, to: .active, on: try tx.day(day, at: nil), reason: nil)
      }
      return try tx.institution(new.code)
    }
  }

  /// Changes what is known of a partner.
  ///
  /// A changed name leaves the former one with the day on which it ended, unless it was wrong.
  @discardableResult
  public func edit(_ code: InstitutionCode, _ changes: InstitutionChanges) async throws -> Institution {
    try await office.perform("partner edit") { tx in
      let id = try tx.id(ofInstitution: code)
      let country = try changes.country.map { try tx.country($0) }
      let present = try tx.one("select country from institution where id = \(id)", as: String.self)
      let city = try changes.city.map { try tx.id(of: $0, in: country ?? present) }
      let isCleared = changes.cleared.contains
      try tx.execute(
        """
        update institution set code = coalesce(\(changes.code), code), kind = coalesce(\(changes.kind), kind),
          country = coalesce(\(country), country),
          city_id = case when not \(isCleared(.city)) then coalesce(\(city)::int, city_id) end,
          website = case when not \(isCleared(.website)) then coalesce(\(changes.website), website) end,
          note = case when not \(isCleared(.note)) then coalesce(composed(\(changes.note)), note) end
        where id = \(id)
        """)
      let since = try changes.renamedSince.map { try tx.day($0, at: nil) }
      try tx.rename(id, changes.names, since: since)
      try tx.execute(
        """
        select end_institution_name(\(id)::int, language, \(since))
        from unnest(\(changes.droppedNames)) dropped (language)
        """)
      return try tx.institution(changes.code ?? code)
    }
  }

  /// Makes a prospect or a suspended partner active from a day on.
  @discardableResult
  public func activate(_ code: InstitutionCode, on day: Day = .today, reason: String? = nil) async throws
    -> Institution
  {
    try await move("partner activate", code, to: .active, on: day, reason: reason)
  }

  /// Suspends an active partner from a day on: it signs no agreement until it is active again.
  @discardableResult
  public func suspend(_ code: InstitutionCode, on day: Day = .today, reason: String) async throws
    -> Institution
  {
    try await move("partner suspend", code, to: .suspended, on: day, reason: reason)
  }

  /// Ends a partnership for good.
  ///
  /// - Throws: ``LubanError/ruleBroken(_:)`` `partner_ends_when_nothing_hangs_on_it`, with the
  ///   agreements, parts in workshops and cohorts that do.
  @discardableResult
  public func end(_ code: InstitutionCode, on day: Day = .today, reason: String) async throws -> Institution {
    try await move("partner end", code, to: .ended, on: day, reason: reason)
  }

  private func move(
    _ name: String, _ code: InstitutionCode, to status: InstitutionStatus, on day: Day, reason: String?
  ) async throws -> Institution {
    try await office.perform(name) { tx in
      try tx.move(try tx.id(ofInstitution: code), to: status, on: try tx.day(day, at: nil), reason: reason)
      return try tx.institution(code)
    }
  }

  /// Adds a contact, who is given the next number of the partner.
  @discardableResult
  public func addContact(_ new: NewContact, to code: InstitutionCode) async throws -> Institution {
    try await office.perform("partner contact add") { tx in
      let id = try tx.id(ofInstitution: code)
      try tx.hold(id)
      try tx.execute(
        """
        insert into institution_contact (institution_id, nth, name, position, email, phone)
        select \(id), coalesce(max(nth), 0) + 1, composed(btrim(\(new.name))), composed(\(new.position)),
          \(new.email), \(new.phone)
        from institution_contact where institution_id = \(id)
        """)
      return try tx.institution(code)
    }
  }

  /// Removes a contact by the number that ``show(_:)`` tells.
  @discardableResult
  public func removeContact(_ number: Int, of code: InstitutionCode) async throws -> Institution {
    try await office.perform("partner contact remove") { tx in
      let id = try tx.id(ofInstitution: code)
      let removed = try tx.execute(
        "delete from institution_contact where institution_id = \(id) and nth = \(number)")
      if removed == 0 {
        let known = try tx.rows(
          "select nth::text from institution_contact where institution_id = \(id) order by nth",
          as: String.self)
        throw LubanError.notFound(
          noun: "contact of \(code) with number", code: String(number), nearest: known)
      }
      return try tx.institution(code)
    }
  }

  /// All that is known of a partner.
  public func show(_ code: InstitutionCode) async throws -> Institution {
    try await office.read { tx in try tx.institution(code) }
  }
}

extension Transaction {
  /// Nobody else numbers a partner's events or contacts meanwhile.
  fileprivate func hold(_ institution: Int) throws {
    try execute("select from institution where id = \(institution) for no key update")
  }

  fileprivate func rename(_ institution: Int, _ names: Titles, since day: Day?) throws {
    try execute(
      """
      select rename_institution(\(institution)::int, n.key, n.value, \(day)) from jsonb_each_text(\(names)) n
      """)
  }

  fileprivate func move(_ institution: Int, to status: InstitutionStatus, on day: Day, reason: String?) throws
  {
    try hold(institution)
    try execute(
      """
      insert into institution_event (institution_id, nth, status, effective_on, reason)
      select \(institution), coalesce(max(nth), 0) + 1, \(status), \(day), composed(\(reason))
      from institution_event where institution_id = \(institution)
      """)
  }
}
