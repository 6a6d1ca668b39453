import Postgres

extension Workshops {
  /// Workshops as a listing, by code.
  ///
  /// - Parameter day: the day whose parts and agreements are meant.
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown partner or country.
  public func list(_ filter: WorkshopFilter = WorkshopFilter(), on day: Day = .today) async throws -> Listing
  {
    let country = try await office.read { tx in
      if let partner = filter.partner { _ = try tx.id(ofPartner: partner) }
      return try filter.country.map { try tx.country($0) }
    }
    return Listing(
      columns: [
        Column("code", "code of the workshop"),
        Column("title", "title in English, or in the first language there is"),
        Column("titles", "titles by language, as JSON", isShown: false),
        Column("country", "host country, ISO 3166-1"),
        Column("city", "city of the main site"),
        Column("time_zone", "time zone of the school", isShown: false),
        Column("status", "preparing, operating or closed"),
        Column("hosts", "codes of the hosts"),
        Column("leads", "codes of the Chinese leads"),
        Column("enterprises", "codes of the enterprises", isShown: false),
        Column("awarding_bodies", "codes of the awarding bodies", isShown: false),
        Column("led_from_tianjin", "yes where the Chinese lead is a Tianjin college", isShown: false),
        Column("signed", "date of the signature, as precisely as known", isShown: false),
        Column("unveiled", "date of the unveiling, as precisely as known", isShown: false),
        Column("in_operation", "date from which it was in operation, as precisely as known", isShown: false),
        Column("agreements", "agreements in force that cover it", .number, isShown: false),
        Column("cohorts", "cohorts that are open or running", .number),
        Column("seats_held", "seats held in its cohorts", .number),
        Column("students", "students on its books", .number, isShown: false),
        Column("note", "free remark", isShown: false),
        Column("source", "where the entry was taken from", isShown: false),
      ],
      order: ["code"],
      on: AskedDay(day),
      body: { day in
        """
        select w.code, main_title(w.titles) as title, w.titles, w.country, c.name_en as city, w.time_zone,
          w.status::text,
          \(fragment: Self.partners("host", on: day)) as hosts,
          \(fragment: Self.partners("lead", on: day)) as leads,
          \(fragment: Self.partners("enterprise", on: day)) as enterprises,
          \(fragment: Self.partners("awarding_body", on: day)) as awarding_bodies,
          case when w.led_from_tianjin then 'yes' else 'no' end as led_from_tianjin,
          \(fragment: Self.earliest("signed")) as signed, \(fragment: Self.earliest("unveiled")) as unveiled,
          \(fragment: Self.earliest("in_operation")) as in_operation,
          (select count(distinct a.id) from agreement_scope s join agreement a on a.id = s.agreement_id
            where s.workshop_id = w.id and agreement_in_force(a, \(day))) as agreements,
          (select count(*) from cohort o
            where o.workshop_id = w.id and o.status in ('open', 'running')) as cohorts,
          (select coalesce(sum(o.seats_held), 0) from cohort o where o.workshop_id = w.id) as seats_held,
          (select count(*) from student s where s.workshop_id = w.id) as students, w.note, w.source
        from workshop w left join city c on c.id = w.city_id
        where (\(country) is null or w.country = \(country))
          and (\(filter.status)::workshop_status is null or w.status = \(filter.status))
          and (\(filter.isLedFromTianjin) is null or w.led_from_tianjin = \(filter.isLedFromTianjin))
          and (\(filter.partner) is null or exists (
            select from workshop_role r join partner i on i.id = r.partner_id
            where r.workshop_id = w.id and i.code = \(filter.partner) and r.since <= \(day)
              and \(day) < r.until))
          and (\(filter.search) is null or strpos(w.code, upper(\(filter.search))) > 0 or exists (
            select from jsonb_each_text(w.titles) t where strpos(fold(t.value), fold(\(filter.search))) > 0))
        """
      })
  }

  private static func partners(_ role: String, on day: Day) -> SQL {
    """
    (select string_agg(i.code, ', ' order by i.code) from workshop_role r
      join partner i on i.id = r.partner_id
      where r.workshop_id = w.id and r.role = \(role)::workshop_role_kind and r.since <= \(day)
        and \(day) < r.until)
    """
  }

  private static func earliest(_ milestone: String) -> SQL {
    """
    (select min(e.happened_on::text) from workshop_event e
      where e.workshop_id = w.id and e.kind = \(milestone)::workshop_event_kind)
    """
  }
}
