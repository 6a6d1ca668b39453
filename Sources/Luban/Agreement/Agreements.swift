import Postgres

/// Agreements: added, corrected, renewed, ended.
///
/// A cohort opens where one in force covers its program.
public struct Agreements: Sendable {
  let office: Office

  /// Adds an agreement.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown partner, workshop or program;
  ///   ``LubanError/conflict(_:)`` for a code that is taken; ``LubanError/ruleBroken(_:)`` for fewer than
  ///   two parties, one that was suspended or ended on the day of the signature, dates out of order.
  @discardableResult
  public func add(
    _ code: AgreementCode, of parties: [PartnerCode], _ details: AgreementDetails
  ) async throws -> Agreement {
    try await office.perform("agreement add") { tx in
      let id = try tx.insert(into: "agreement", [Assignment("code", code)] + details.columns)
      try tx.sign(id, by: parties)
      try tx.cover(details.covers, by: id)
      return try tx.agreement(code)
    }
  }

  /// Corrects an agreement, or lets it cover more or less; who signed it stays.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for what it should cover no more and does not
  ///   cover.
  @discardableResult
  public func edit(_ code: AgreementCode, _ changes: AgreementDetails) async throws -> Agreement {
    try await office.perform("agreement edit") { tx in
      let id = try tx.id(ofAgreement: code)
      // First, so that who is just opening a cohort under it is waited for.
      try tx.execute("select from agreement where id = \(id) for no key update")
      try tx.update("agreement", changes.columns, where: "id = \(id)")
      for scope in changes.droppedCovers { try tx.uncover(scope, by: id, code) }
      try tx.cover(changes.covers, by: id)
      return try tx.agreement(code)
    }
  }

  /// Renews an agreement under a new code; the former one stays as it is.
  ///
  /// - Throws: ``LubanError/usage(_:)`` where no first day is given and the former agreement does not
  ///   expire; ``LubanError/conflict(_:)`` where it was renewed already.
  @discardableResult
  public func renew(_ code: AgreementCode, as renewal: AgreementRenewal) async throws -> Agreement {
    try await office.perform("agreement renew") { tx in
      let former = try tx.agreement(code)
      guard let effectiveOn = renewal.effectiveOn ?? former.endedOn ?? former.expiresOn else {
        throw LubanError.usage("\(former.code) does not expire: say from when it is renewed.")
      }
      let formerID = try tx.id(ofAgreement: code)
      let details = AgreementDetails {
        ($0.kind, $0.signedOn, $0.effectiveOn) = (former.kind, renewal.signedOn, effectiveOn)
        ($0.number, $0.expiresOn, $0.note) = (renewal.number, renewal.expiresOn, renewal.note)
      }
      let id = try tx.insert(
        into: "agreement",
        details.columns + [Assignment("code", renewal.code), Assignment("renews_id", formerID)])
      try tx.sign(id, by: renewal.parties.isEmpty ? former.parties.map(\.code) : renewal.parties)
      try tx.cover(renewal.covers.isEmpty ? former.covers : renewal.covers, by: id)
      return try tx.agreement(renewal.code)
    }
  }

  /// Ends an agreement before its time: open and running cohorts go on, new ones do not open under it.
  ///
  /// - Parameter day: the first day on which it is no longer in force.
  @discardableResult
  public func end(_ code: AgreementCode, on day: Day = .today, reason: String) async throws
    -> AgreementEnding
  {
    try await office.perform("agreement end") { tx in
      let id = try tx.id(ofAgreement: code)
      let day = try tx.day(day, at: nil)
      try tx.execute(
        "update agreement set ended_on = \(day), end_reason = composed(\(reason)) where id = \(id)")
      // After the update, which waits for cohorts that are just being opened under it.
      let agreement = try tx.agreement(code)
      let uncovered = try tx.rows(
        """
        select code from cohort c where status = 'planned' and agreement_override is null
          and cohort_is_in_scope(c, \(id)::int) and not agreement_covers(workshop_id, program_id, \(day))
        order by code
        """, as: CohortCode.self)
      return AgreementEnding(agreement: agreement, goingOn: agreement.cohorts, uncovered: uncovered)
    }
  }

  /// One agreement.
  public func show(_ code: AgreementCode) async throws -> Agreement {
    try await office.read { tx in try tx.agreement(code) }
  }
}

extension AgreementDetails {
  fileprivate var columns: [Assignment] {
    [
      Assignment("number", composed: number, isCleared: cleared.contains(.number)),
      Assignment("kind", kind), Assignment("effective_on", effectiveOn),
      Assignment("signed_on", signedOn, isCleared: cleared.contains(.signed)),
      Assignment("expires_on", expiresOn, isCleared: cleared.contains(.expires)),
      Assignment("note", composed: note, isCleared: cleared.contains(.note)),
    ]
  }
}

extension Transaction {
  func id(ofAgreement code: AgreementCode) throws -> Int {
    guard let id = try first("select id from agreement where code = \(code)", as: Int.self) else {
      throw try notFound("agreement", code.rawValue, among: "select code from agreement")
    }
    return id
  }

  fileprivate func sign(_ agreement: Int, by parties: [PartnerCode]) throws {
    // In the order of their keys, in which everybody locks them.
    let ids = Set(try parties.map { try id(ofPartner: $0) }).sorted()
    try execute(
      """
      insert into agreement_party (agreement_id, partner_id)
      select \(agreement), partner from unnest(\(ids)) party (partner)
      """)
  }

  fileprivate func uncover(_ scope: AgreementScope, by agreement: Int, _ code: AgreementCode) throws {
    let dropped = try execute(
      """
      delete from agreement_scope s using workshop w
      where s.agreement_id = \(agreement) and w.id = s.workshop_id and w.code = \(scope.workshop)
        and s.program_id is not distinct from (select id from program where code = \(scope.program))
        and (\(scope.program) is null or s.program_id is not null)
      """)
    if dropped == 0 {
      let known = try one("select agreement_scopes(\(agreement)::int)", as: [String].self)
      throw LubanError.notFound(
        noun: "part of what \(code) covers called", code: scope.description, nearest: known)
    }
  }

  fileprivate func cover(_ scopes: [AgreementScope], by agreement: Int) throws {
    for scope in Set(scopes) {
      let workshop = try id(ofWorkshop: scope.workshop)
      let program = try scope.program.map { try id(ofProgram: $0) }
      try execute(
        """
        insert into agreement_scope (workshop_id, agreement_id, program_id)
        values (\(workshop), \(agreement), \(program))
        """)
    }
  }
}
