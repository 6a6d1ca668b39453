import Postgres

extension Agreements {
  /// Agreements as a listing, by number.
  ///
  /// - Parameter day: the day on which they are looked at.
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown partner or workshop.
  public func list(_ filter: AgreementFilter = AgreementFilter(), on day: Day = .today) async throws
    -> Listing
  {
    try await office.read { tx in
      if let partner = filter.partner { _ = try tx.id(ofInstitution: partner) }
      if let workshop = filter.workshop { _ = try tx.id(ofWorkshop: workshop) }
    }
    return Listing(
      columns: [
        Column("number", "number of the agreement"),
        Column("kind", "memorandum, joint_training, credit_recognition or equipment"),
        Column("state", "pending, in_force, expired or ended"),
        Column("parties", "codes of the partners that signed it"),
        Column("covers", "workshops it covers, with the program unless all"),
        Column("signed", "day of the signature", .day, isShown: false),
        Column("effective", "first day in force", .day),
        Column("until", "first day no longer in force, because it expires or was ended", .day),
        Column("expires", "first day no longer in force by its own terms", .day, isShown: false),
        Column("ended", "day it was ended before its time", .day, isShown: false),
        Column("end_reason", "why it was ended", isShown: false),
        Column("renews", "the agreement it renews", isShown: false),
        Column("renewed_by", "the agreement that renews it"),
        Column("note", "free remark", isShown: false),
      ],
      order: ["number"],
      on: AskedDay(day, workshop: filter.workshop),
      body: { day in
        """
        select a.number, a.kind::text, agreement_state(a, \(day)) as state,
          (select string_agg(i.code, ', ' order by i.code) from agreement_party p
            join institution i on i.id = p.institution_id where p.agreement_id = a.id) as parties,
          array_to_string(agreement_scopes(a.id), ', ') as covers, a.signed_on as signed,
          a.effective_on as effective,
          nullif(agreement_until(a), 'infinity') as until, a.expires_on as expires, a.ended_on as ended,
          a.end_reason, f.number as renews, n.number as renewed_by, a.note
        from agreement a
        left join agreement f on f.id = a.renews_id
        left join agreement n on n.renews_id = a.id
        where (\(filter.kind)::agreement_kind is null or a.kind = \(filter.kind))
          and (\(filter.partner) is null or exists (
            select from agreement_party p join institution i on i.id = p.institution_id
            where p.agreement_id = a.id and i.code = \(filter.partner)))
          and (\(filter.workshop) is null or exists (
            select from agreement_scope s join workshop w on w.id = s.workshop_id
            where s.agreement_id = a.id and w.code = \(filter.workshop)))
          and (not \(filter.isInForce) or agreement_in_force(a, \(day)))
          and (\(filter.expiresWithin)::int is null
            or agreement_in_force(a, \(day)) and agreement_until(a) <= \(day) + \(filter.expiresWithin)::int)
        """
      })
  }
}

extension Transaction {
  /// An agreement as it stands today.
  func agreement(_ number: AgreementNumber) throws -> Agreement {
    let id = try id(ofAgreement: number)
    let today = try day(.today, at: nil)
    let parties = try rows(
      """
      select i.code, coalesce(institution_title(i.id, \(today)), i.code) as name
      from agreement_party p join institution i on i.id = p.institution_id
      where p.agreement_id = \(id) order by i.code
      """
    ) { row in Agreement.Party(code: try row.decode("code"), name: try row.decode("name")) }
    let cohorts = try rows(
      """
      select code from cohort c where status in ('open', 'running') and cohort_is_in_scope(c, \(id)::int)
      order by code
      """, as: CohortCode.self)
    return try one(
      """
      select a.number, a.kind, agreement_state(a, \(today)) as state, agreement_scopes(a.id) as covers,
        a.signed_on, a.effective_on, a.expires_on, a.ended_on, a.end_reason, f.number as renews,
        n.number as renewed_by, a.note
      from agreement a
      left join agreement f on f.id = a.renews_id
      left join agreement n on n.renews_id = a.id
      where a.id = \(id)
      """
    ) { row in
      Agreement(
        number: try row.decode("number"), kind: try row.decode("kind"), state: try row.decode("state"),
        parties: parties, covers: try row.decode("covers"), signedOn: try row.decode("signed_on"),
        effectiveOn: try row.decode("effective_on"), expiresOn: try row.decode("expires_on"),
        endedOn: try row.decode("ended_on"), endReason: try row.decode("end_reason"),
        renews: try row.decode("renews"), renewedBy: try row.decode("renewed_by"),
        note: try row.decode("note"), cohorts: cohorts)
    }
  }

  /// Agreements `a` for which a condition holds, those in force first.
  func agreements(on day: Day, where condition: SQL) throws -> [AgreementSummary] {
    try rows(
      """
      select a.number, a.kind, agreement_state(a, \(day)) as state, a.effective_on,
        nullif(agreement_until(a), 'infinity') as until, agreement_scopes(a.id) as covers
      from agreement a where \(fragment: condition) order by agreement_in_force(a, \(day)) desc, a.number
      """
    ) { row in
      AgreementSummary(
        number: try row.decode("number"), kind: try row.decode("kind"), state: try row.decode("state"),
        effectiveOn: try row.decode("effective_on"), until: try row.decode("until"),
        covers: try row.decode("covers"))
    }
  }
}
