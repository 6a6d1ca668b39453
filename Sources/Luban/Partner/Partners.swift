import Postgres

/// Partners: added, shown, changed, activated, suspended, ended, with their contacts.
public struct Partners: Sendable {
  let office: Office

  /// Adds a partner, with its city where the country has none of that name.
  ///
  /// - Parameter activeSince: the day from which it is active; a prospect where `nil`.
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown country, or a city that is
  ///   called nearly like a known one; ``LubanError/conflict(_:)`` for a code that is taken.
  @discardableResult
  public func add(
    _ code: PartnerCode, _ details: PartnerDetails, activeSince: Day? = nil
  ) async throws -> Partner {
    try await office.perform("partner add") { tx in
      let id = try tx.insert(
        into: "partner", [Assignment("code", code)] + (try details.columns(tx, in: nil)))
      try tx.rename(id, details.names, since: nil)
      if let activeSince { try tx.move(id, to: .active, on: try tx.day(activeSince, at: nil), reason: nil) }
      return try tx.partner(code)
    }
  }

  /// Other partners of the country that are called the same, in any language, and have not ended.
  public func namesakes(of code: PartnerCode) async throws -> [PartnerCode] {
    try await office.read { tx in
      try tx.rows(
        """
        select distinct o.code from partner p
        join partner_name n on n.partner_id = p.id and n.valid_to = 'infinity'
        join partner o on o.country = p.country and o.id <> p.id and o.status <> 'ended'
        join partner_name other on other.partner_id = o.id and other.valid_to = 'infinity'
          and fold(other.name) = fold(n.name)
        where p.code = \(code) order by o.code
        """, as: PartnerCode.self)
    }
  }

  /// Changes what is known of a partner.
  ///
  /// A changed name leaves the former one with the day on which it ended, unless it was wrong.
  @discardableResult
  public func edit(_ code: PartnerCode, _ changes: PartnerDetails) async throws -> Partner {
    try await office.perform("partner edit") { tx in
      let id = try tx.id(ofPartner: code)
      let country = try tx.one(
        "select country from partner where id = \(id) for no key update", as: String.self)
      try tx.update("partner", try changes.columns(tx, in: country), where: "id = \(id)")
      let since = try changes.renamedSince.map { try tx.day($0, at: nil) }
      try tx.rename(id, changes.names, since: since)
      try tx.execute(
        """
        select end_partner_name(\(id)::int, language, \(since))
        from unnest(\(changes.droppedNames)) dropped (language)
        """)
      return try tx.partner(changes.code ?? code)
    }
  }

  /// Makes a prospect or a suspended partner active from a day on.
  @discardableResult
  public func activate(_ code: PartnerCode, on day: Day = .today, reason: String? = nil) async throws
    -> Partner
  {
    try await move("partner activate", code, to: .active, on: day, reason: reason)
  }

  /// Suspends an active partner from a day on: it signs no agreement until it is active again.
  @discardableResult
  public func suspend(_ code: PartnerCode, on day: Day = .today, reason: String) async throws
    -> Partner
  {
    try await move("partner suspend", code, to: .suspended, on: day, reason: reason)
  }

  /// Ends a partnership for good.
  ///
  /// - Throws: ``LubanError/ruleBroken(_:)`` `partner_ends_when_nothing_hangs_on_it`, with the
  ///   agreements, parts in workshops and cohorts that do.
  @discardableResult
  public func end(_ code: PartnerCode, on day: Day = .today, reason: String) async throws -> Partner {
    try await move("partner end", code, to: .ended, on: day, reason: reason)
  }

  private func move(
    _ name: String, _ code: PartnerCode, to status: PartnerStatus, on day: Day, reason: String?
  ) async throws -> Partner {
    try await office.perform(name) { tx in
      try tx.move(try tx.id(ofPartner: code), to: status, on: try tx.day(day, at: nil), reason: reason)
      return try tx.partner(code)
    }
  }

  /// Adds a contact, who is given the next number of the partner.
  @discardableResult
  public func addContact(_ new: NewContact, to code: PartnerCode) async throws -> Partner {
    try await office.perform("partner contact add") { tx in
      let id = try tx.id(ofPartner: code)
      try tx.hold(id)
      try tx.execute(
        """
        insert into partner_contact (partner_id, nth, name, position, email, phone)
        select \(id), coalesce(max(nth), 0) + 1, composed(btrim(\(new.name))), composed(\(new.position)),
          \(new.email), \(new.phone)
        from partner_contact where partner_id = \(id)
        """)
      return try tx.partner(code)
    }
  }

  /// Changes a contact by the number that ``show(_:)`` tells: what is `nil`, or an empty name, stays.
  @discardableResult
  public func editContact(_ number: Int, of code: PartnerCode, _ changes: NewContact) async throws -> Partner
  {
    try await office.perform("partner contact edit") { tx in
      let id = try tx.id(ofPartner: code)
      let changed = try tx.execute(
        """
        update partner_contact
        set name = coalesce(nullif(composed(btrim(\(changes.name))), ''), name),
          position = coalesce(composed(\(changes.position)), position),
          email = coalesce(\(changes.email), email), phone = coalesce(\(changes.phone), phone)
        where partner_id = \(id) and nth = \(number)
        """)
      if changed == 0 { throw try tx.noContact(number, of: id, code) }
      return try tx.partner(code)
    }
  }

  /// Removes a contact by the number that ``show(_:)`` tells.
  @discardableResult
  public func removeContact(_ number: Int, of code: PartnerCode) async throws -> Partner {
    try await office.perform("partner contact remove") { tx in
      let id = try tx.id(ofPartner: code)
      let removed = try tx.execute(
        "delete from partner_contact where partner_id = \(id) and nth = \(number)")
      if removed == 0 { throw try tx.noContact(number, of: id, code) }
      return try tx.partner(code)
    }
  }

  /// All that is known of a partner.
  public func show(_ code: PartnerCode) async throws -> Partner {
    try await office.read { tx in try tx.partner(code) }
  }
}

extension Transaction {
  fileprivate func noContact(_ number: Int, of partner: Int, _ code: PartnerCode) throws -> LubanError {
    let known = try rows(
      "select nth::text from partner_contact where partner_id = \(partner) order by nth", as: String.self)
    return LubanError.notFound(
      noun: "contact of \(code) with number", code: String(number), nearest: known)
  }
}

extension PartnerDetails {
  fileprivate func columns(_ tx: Transaction, in present: String?) throws -> [Assignment] {
    let country = try country.map { try tx.country($0) }
    let city = try city.map { try tx.id(of: $0, in: country ?? present ?? "") }
    return [
      Assignment("code", code), Assignment("kind", kind), Assignment("country", country),
      Assignment("city_id", city, isCleared: cleared.contains(.city)),
      Assignment("website", website, isCleared: cleared.contains(.website)),
      Assignment("note", composed: note, isCleared: cleared.contains(.note)),
    ]
  }
}

extension Transaction {
  /// Nobody else numbers a partner's events or contacts meanwhile.
  fileprivate func hold(_ partner: Int) throws {
    try execute("select from partner where id = \(partner) for no key update")
  }

  fileprivate func rename(_ partner: Int, _ names: Titles, since day: Day?) throws {
    try execute(
      """
      select rename_partner(\(partner)::int, n.key, n.value, \(day)) from jsonb_each_text(\(names)) n
      """)
  }

  fileprivate func move(_ partner: Int, to status: PartnerStatus, on day: Day, reason: String?) throws {
    try hold(partner)
    try execute(
      """
      insert into partner_event (partner_id, nth, status, effective_on, reason)
      select \(partner), coalesce(max(nth), 0) + 1, \(status), \(day), composed(\(reason))
      from partner_event where partner_id = \(partner)
      """)
  }
}
