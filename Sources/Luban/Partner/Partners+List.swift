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
    let part = [filter.workshop?.rawValue, filter.role?.rawValue].compactMap { $0 }.joined(separator: " ")
    return Listing(
      "partner",
      "code name (names) kind country city status roles agreements (contacts website note source)",
      by: "code",
      on: AskedDay(day, workshop: filter.workshop),
      where: [
        .equals("country", country), .equals("kind", filter.kind), .equals("status", filter.status),
        .contains("parts", part.isEmpty ? nil : part), .named(filter.search),
      ])
  }
}
