import Postgres

extension Agreements {
  /// Agreements as a listing, by code.
  ///
  /// - Parameters:
  ///   - kind: of this kind.
  ///   - partner: signed by this partner.
  ///   - workshop: that cover this workshop, or one of its programs.
  ///   - number: with this on the paper, or a part of it.
  ///   - isInForce: in force on the day.
  ///   - expiresWithin: in force on the day, and expiring within so many days.
  ///   - day: the day on which they are looked at.
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown partner or workshop.
  public func list(
    kind: AgreementKind? = nil, partner: PartnerCode? = nil, workshop: WorkshopCode? = nil,
    number: String? = nil, isInForce: Bool = false,
    expiresWithin: Int? = nil, on day: Day = .today
  ) async throws -> Listing {
    try await office.read { tx in
      if let partner { _ = try tx.id(ofPartner: partner) }
      if let workshop { _ = try tx.id(ofWorkshop: workshop) }
    }
    return Listing(
      "agreement",
      """
      code (number) kind state parties covers (signed) effective until* (expires ended end_reason renews) \
      renewed_by (note)
      """, by: "code", on: AskedDay(day, workshop: workshop),
      where: [
        .equals("kind", kind), .contains("partners", partner), .contains("workshops", workshop),
        .condition(number.map { "strpos(fold(listing.number), fold(\($0))) > 0" }),
        .equals("state", isInForce || expiresWithin != nil ? "in_force" : nil),
        .upTo("days_left", expiresWithin),
      ])
  }
}

extension Transaction {
  /// An agreement as it stands today.
  func agreement(_ code: AgreementCode) throws -> Agreement {
    let id = try id(ofAgreement: code)
    let today = try day(.today, at: nil)
    let parties = try rows(
      """
      select i.code, coalesce(partner_title(i.id, \(today)), i.code) as name
      from agreement_party p join partner i on i.id = p.partner_id
      where p.agreement_id = \(id) order by i.code
      """, of: Agreement.Party.self)
    let cohorts = try rows(
      """
      select code from cohort c where status in ('open', 'running') and cohort_is_in_scope(c, \(id)::int)
      order by code
      """, as: CohortCode.self)
    return try one(
      """
      select a.code, a.number, a.kind, agreement_state(a, \(today)) as state,
        agreement_scopes(a.id) as covers, a.signed_on, a.effective_on, a.expires_on,
        a.ended_on, a.end_reason, f.code as renews, n.code as renewed_by, a.note,
        agreements_of_number(a) as same_number
      from agreement a
      left join agreement f on f.id = a.renews_id
      left join agreement n on n.renews_id = a.id
      where a.id = \(id)
      """, of: Agreement.self, with: ["parties": parties, "cohorts": cohorts])
  }

  /// Agreements `a` for which a condition holds, those in force first.
  func agreements(on day: Day, where condition: SQL) throws -> [AgreementSummary] {
    try rows(
      """
      select a.code, a.kind, agreement_state(a, \(day)) as state, a.effective_on,
        nullif(agreement_until(a), 'infinity') as until, agreement_scopes(a.id) as covers
      from agreement a where \(fragment: condition) order by agreement_in_force(a, \(day)) desc, a.code
      """, of: AgreementSummary.self)
  }
}
