import Postgres

extension Transaction {
  /// A partner with all that hangs on it, as it is today.
  func partner(_ code: PartnerCode) throws -> Partner {
    let id = try id(ofPartner: code)
    let today = try day(.today, at: nil)
    let names = try partnerNames(of: id, on: today)
    let contacts = try rows(
      """
      select nth, name, position, email, phone from partner_contact where partner_id = \(id)
      order by nth
      """
    ) { row in
      PartnerContact(
        number: try row.decode("nth"), name: try row.decode("name"), position: try row.decode("position"),
        email: try row.decode("email"), phone: try row.decode("phone"))
    }
    let agreements = try agreements(
      on: today,
      where: """
        exists (select from agreement_party p where (p.agreement_id, p.partner_id) = (a.id, \(id)))
        """)
    let roles = try partnerRoles(of: id, on: today)
    let programs = try partnerPrograms(of: id)
    let events = try partnerEvents(of: id)
    return try one(
      """
      select i.code, i.kind, i.country, c.name_en as city, i.status, i.website, i.note, i.source
      from partner i left join city c on c.id = i.city_id where i.id = \(id)
      """
    ) { row in
      Partner(
        code: try row.decode("code"), kind: try row.decode("kind"), country: try row.decode("country"),
        city: try row.decode("city"), status: try row.decode("status"), names: names.present,
        otherNames: names.others, website: try row.decode("website"), note: try row.decode("note"),
        source: try row.decode("source"), contacts: contacts, agreements: agreements, roles: roles,
        programs: programs, events: events)
    }
  }

  private func partnerNames(of id: Int, on day: Day) throws -> (
    present: Titles, others: [Partner.OtherName]
  ) {
    let present = try rows(
      """
      select language, name from partner_name
      where partner_id = \(id) and valid_from <= \(day) and \(day) < valid_to
      """, as: (String.self, String.self))
    let others = try rows(
      """
      select language, name, nullif(valid_from, '-infinity') as since, nullif(valid_to, 'infinity') as until
      from partner_name where partner_id = \(id) and not (valid_from <= \(day) and \(day) < valid_to)
      order by valid_from desc, language
      """
    ) { row in
      Partner.OtherName(
        language: try row.decode("language"), name: try row.decode("name"), from: try row.decode("since"),
        until: try row.decode("until"))
    }
    return (Titles(Dictionary(present.map { ($0.0, $0.1) }) { $1 }), others)
  }

  private func partnerRoles(of id: Int, on day: Day) throws -> [PartnerRole] {
    try rows(
      """
      select w.code, main_title(w.titles) as title, r.role, nullif(r.since, '-infinity') as since,
        nullif(r.until, 'infinity') as until
      from workshop_role r join workshop w on w.id = r.workshop_id where r.partner_id = \(id)
      order by r.until > \(day) desc, w.code, r.role, r.since
      """
    ) { row in
      PartnerRole(
        workshop: try row.decode("code"), title: try row.decode("title"), role: try row.decode("role"),
        since: try row.decode("since"), until: try row.decode("until"))
    }
  }

  private func partnerPrograms(of id: Int) throws -> [PartnerProgram] {
    try rows(
      """
      select p.code, e.edition, x.part
      from (
        select edition_id, 'stage: ' || place as part from program_stage where partner_id = \(id)
        union all
        select edition_id, side || ' certificate: ' || title from program_certificate
        where partner_id = \(id)
      ) x
      join program_edition e on e.id = x.edition_id
      join program p on p.id = e.program_id
      order by p.code, e.edition desc, x.part
      """
    ) { row in
      PartnerProgram(
        program: try row.decode("code"), edition: try row.decode("edition"), part: try row.decode("part"))
    }
  }

  private func partnerEvents(of id: Int) throws -> [PartnerEvent] {
    try rows(
      """
      select status, effective_on, reason, to_char(recorded_at, 'YYYY-MM-DD HH24:MI') as recorded_at,
        recorded_by
      from partner_event where partner_id = \(id) order by nth
      """
    ) { row in
      PartnerEvent(
        status: try row.decode("status"), effectiveOn: try row.decode("effective_on"),
        reason: try row.decode("reason"), recordedAt: try row.decode("recorded_at"),
        recordedBy: try row.decode("recorded_by"))
    }
  }
}
