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
      "workshop",
      """
      code title (titles) country city (time_zone) status hosts leads (enterprises awarding_bodies \
      led_from_tianjin signed unveiled in_operation agreements) cohorts seats_held (students note source)
      """, by: "code", on: AskedDay(day),
      where: [
        .equals("country", country), .equals("status", filter.status),
        .equals("is_led_from_tianjin", filter.isLedFromTianjin), .contains("partners", filter.partner),
        .condition(filter.hasAgreement.map { $0 ? "listing.agreements > 0" : "listing.agreements = 0" }),
        .named(filter.search),
      ])
  }
}
