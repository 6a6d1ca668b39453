import Postgres

extension Partners {
  /// Partners as a listing, by code.
  ///
  /// - Parameter day: the day whose names, parts and agreements are meant.
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown workshop or country.
  public func list(_ filter: PartnerFilter = PartnerFilter(), on day: Day = .today) async throws
    -> Listing
  {
    let country = try await office.read { tx in
      if let workshop = filter.workshop { _ = try tx.id(ofWorkshop: workshop) }
      return try filter.country.map { try tx.country($0) }
    }
    return Listing(
      columns: [
        Column("code", "code of the partner"),
        Column("name", "name in English, or in the first language there is"),
        Column("names", "names by language, as JSON", isShown: false),
        Column("kind", "school, college, university, enterprise, awarding_body or authority"),
        Column("country", "country, ISO 3166-1"),
        Column("city", "city it stands in"),
        Column("status", "prospect, active, suspended or ended"),
        Column("roles", "its parts in workshops"),
        Column("agreements", "agreements in force", .number),
        Column("contacts", "persons to write to or call", .number, isShown: false),
        Column("website", "web address", isShown: false),
        Column("note", "free remark", isShown: false),
        Column("source", "where the entry was taken from", isShown: false),
      ],
      order: ["code"],
      on: AskedDay(day, workshop: filter.workshop),
      body: { day in
        """
        select i.code, partner_title(i.id, \(day)) as name,
          (select jsonb_object_agg(n.language, n.name) from partner_name n
            where n.partner_id = i.id and n.valid_from <= \(day) and \(day) < n.valid_to) as names,
          i.kind::text, i.country, c.name_en as city, i.status::text,
          (select string_agg(replace(r.role::text, '_', ' ') || ' of ' || w.code, ', '
            order by w.code, r.role)
            from workshop_role r join workshop w on w.id = r.workshop_id
            where r.partner_id = i.id and r.since <= \(day) and \(day) < r.until) as roles,
          (select count(*) from agreement_party p join agreement a on a.id = p.agreement_id
            where p.partner_id = i.id and agreement_in_force(a, \(day))) as agreements,
          (select count(*) from partner_contact k where k.partner_id = i.id) as contacts,
          i.website, i.note, i.source
        from partner i left join city c on c.id = i.city_id
        where (\(country) is null or i.country = \(country))
          and (\(filter.kind)::partner_kind is null or i.kind = \(filter.kind))
          and (\(filter.status)::partner_status is null or i.status = \(filter.status))
          and (\(filter.workshop) is null and \(filter.role)::workshop_role_kind is null or exists (
            select from workshop_role r join workshop w on w.id = r.workshop_id
            where r.partner_id = i.id and r.since <= \(day) and \(day) < r.until
              and (\(filter.workshop) is null or w.code = \(filter.workshop))
              and (\(filter.role)::workshop_role_kind is null or r.role = \(filter.role))))
          and (\(filter.search) is null or strpos(i.code, upper(\(filter.search))) > 0 or exists (
            select from partner_name n
            where n.partner_id = i.id and strpos(fold(n.name), fold(\(filter.search))) > 0))
        """
      })
  }
}
