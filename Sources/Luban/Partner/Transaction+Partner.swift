import Postgres

extension Transaction {
  /// A partner with all that hangs on it, as it is today.
  func partner(_ code: PartnerCode) throws -> Partner {
    let id = try id(ofPartner: code)
    let today = try day(.today, at: nil)
    let names = try partnerNames(of: id, on: today)
    let contacts = try rows(
      """
      select nth as number, name, position, email, phone from partner_contact where partner_id = \(id)
      order by nth
      """, of: PartnerContact.self)
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
      select i.code, i.kind, i.country, city_title(c.id) as city, i.status, i.website, i.note, i.source
      from partner i left join city c on c.id = i.city_id where i.id = \(id)
      """, of: Partner.self,
      with: [
        "names": names.present, "otherNames": names.others, "contacts": contacts, "agreements": agreements,
        "roles": roles, "programs": programs, "events": events,
      ])
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
      select language, name, nullif(valid_from, '-infinity') as from, nullif(valid_to, 'infinity') as until
      from partner_name where partner_id = \(id) and not (valid_from <= \(day) and \(day) < valid_to)
      order by valid_from desc, language
      """, of: Partner.OtherName.self)
    return (Titles(Dictionary(present.map { ($0.0, $0.1) }) { $1 }), others)
  }

  private func partnerRoles(of id: Int, on day: Day) throws -> [PartnerRole] {
    try rows(
      """
      select w.code as workshop, main_title(w.titles) as title, r.role, nullif(r.since, '-infinity') as since,
        nullif(r.until, 'infinity') as until
      from workshop_role r join workshop w on w.id = r.workshop_id where r.partner_id = \(id)
      order by r.until > \(day) desc, w.code, r.role, r.since
      """, of: PartnerRole.self)
  }

  private func partnerPrograms(of id: Int) throws -> [PartnerProgram] {
    try rows(
      """
      select p.code as program, e.edition, x.part
      from (
        select edition_id, format(wording('stage: {0}'), place) as part
        from program_stage where partner_id = \(id)
        union all
        select edition_id, case side when 'host' then format(wording('host certificate: {0}'), title)
          else format(wording('Chinese certificate: {0}'), title) end
        from program_certificate
        where partner_id = \(id)
      ) x
      join program_edition e on e.id = x.edition_id
      join program p on p.id = e.program_id
      order by p.code, e.edition desc, x.part
      """, of: PartnerProgram.self)
  }

  private func partnerEvents(of id: Int) throws -> [PartnerEvent] {
    try rows(
      """
      select status, effective_on, reason, to_char(recorded_at, 'YYYY-MM-DD HH24:MI"Z"') as recorded_at,
        recorded_by
      from partner_event where partner_id = \(id) order by nth
      """, of: PartnerEvent.self)
  }
}
