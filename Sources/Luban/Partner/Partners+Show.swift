import Postgres

extension Transaction {
  /// A partner with all that hangs on it, as it is today.
  func institution(_ code: InstitutionCode) throws -> Institution {
    let id = try id(ofInstitution: code)
    let today = try day(.today, at: nil)
    let names = try institutionNames(of: id, on: today)
    let contacts = try rows(
      """
      select nth, name, position, email, phone from institution_contact where institution_id = \(id)
      order by nth
      """
    ) { row in
      InstitutionContact(
        number: try row.decode("nth"), name: try row.decode("name"), position: try row.decode("position"),
        email: try row.decode("email"), phone: try row.decode("phone"))
    }
    let agreements = try agreements(
      on: today,
      where: """
        exists (select from agreement_party p where (p.agreement_id, p.institution_id) = (a.id, \(id)))
        """)
    let roles = try institutionRoles(of: id, on: today)
    let programs = try institutionPrograms(of: id)
    let events = try institutionEvents(of: id)
    return try one(
      """
      select i.code, i.kind, i.country, c.name_en as city, i.status, i.website, i.note, i.source
      from institution i left join city c on c.id = i.city_id where i.id = \(id)
      """
    ) { row in
      Institution(
        code: try row.decode("code"), kind: try row.decode("kind"), country: try row.decode("country"),
        city: try row.decode("city"), status: try row.decode("status"), names: names.present,
        otherNames: names.others, website: try row.decode("website"), note: try row.decode("note"),
        source: try row.decode("source"), contacts: contacts, agreements: agreements, roles: roles,
        programs: programs, events: events)
    }
  }

  private func institutionNames(of id: Int, on day: Day) throws -> (
    present: Titles, others: [Institution.OtherName]
  ) {
    let present = try rows(
      """
      select language, name from institution_name
      where institution_id = \(id) and valid_from <= \(day) and \(day) < valid_to
      """, as: (String.self, String.self))
    let others = try rows(
      """
      select language, name, nullif(valid_from, '-infinity') as since, nullif(valid_to, 'infinity') as until
      from institution_name where institution_id = \(id) and not (valid_from <= \(day) and \(day) < valid_to)
      order by valid_from desc, language
      """
    ) { row in
      Institution.OtherName(
        language: try row.decode("language"), name: try row.decode("name"), from: try row.decode("since"),
        until: try row.decode("until"))
    }
    return (Titles(Dictionary(present.map { ($0.0, $0.1) }) { $1 }), others)
  }

  private func institutionRoles(of id: Int, on day: Day) throws -> [InstitutionRole] {
    try rows(
      """
      select w.code, main_title(w.titles) as title, r.role, nullif(r.since, '-infinity') as since,
        nullif(r.until, 'infinity') as until
      from workshop_role r join workshop w on w.id = r.workshop_id where r.institution_id = \(id)
      order by r.until > \(day) desc, w.code, r.role, r.since
      """
    ) { row in
      InstitutionRole(
        workshop: try row.decode("code"), title: try row.decode("title"), role: try row.decode("role"),
        since: try row.decode("since"), until: try row.decode("until"))
    }
  }

  private func institutionPrograms(of id: Int) throws -> [InstitutionProgram] {
    try rows(
      """
      select p.code, e.edition, x.part
      from (
        select edition_id, 'stage: ' || place as part from program_stage where institution_id = \(id)
        union all
        select edition_id, side || ' certificate: ' || title from program_certificate
        where institution_id = \(id)
      ) x
      join program_edition e on e.id = x.edition_id
      join program p on p.id = e.program_id
      order by p.code, e.edition desc, x.part
      """
    ) { row in
      InstitutionProgram(
        program: try row.decode("code"), edition: try row.decode("edition"), part: try row.decode("part"))
    }
  }

  private func institutionEvents(of id: Int) throws -> [InstitutionEvent] {
    try rows(
      """
      select status, effective_on, reason, to_char(recorded_at, 'YYYY-MM-DD HH24:MI') as recorded_at,
        recorded_by
      from institution_event where institution_id = \(id) order by nth
      """
    ) { row in
      InstitutionEvent(
        status: try row.decode("status"), effectiveOn: try row.decode("effective_on"),
        reason: try row.decode("reason"), recordedAt: try row.decode("recorded_at"),
        recordedBy: try row.decode("recorded_by"))
    }
  }
}
