import Postgres

/// Periods that are closed: what the reports said then is kept, in counts, beside what is known now.
public struct Periods: Sendable {
  let office: Office

  /// Closes a year: keeps what its reports say of each workshop.
  ///
  /// - Parameters:
  ///   - asOf: the day for which the figures are true.
  ///   - knownAt: a time before whoever is writing began, see ``Office/knownMoment(_:)``.
  ///   - release: version of the program.
  ///   - workshop: only this one; each of them where `nil`.
  ///   - reason: why it is closed again, if it is.
  /// - Throws: ``LubanError/conflict(_:)`` for a year that is closed already, ``LubanError/ruleBroken(_:)``
  ///   for a day to come.
  public func close(
    _ year: Int, asOf: Day, knownAt: KnownTime, by release: String, at workshop: WorkshopCode? = nil,
    again reason: String? = nil
  ) async throws -> PeriodClosing {
    var scope = ReportScope()
    (scope.workshop, scope.asOf, scope.knownAt) = (workshop, asOf, knownAt)
    let (counts, known) = (try await office.reports.counts(year, scope), scope.known)
    return try await office.perform("period close") { tx in
      tx.deadline = office.bulkDeadline
      let id = try workshop.map { try tx.id(ofWorkshop: $0) }
      let workshops = try tx.rows(
        """
        select w.code
        from close_period(
          \(year)::int, \(asOf), \(fragment: known), \(release)::text, \(id)::int, composed(\(reason))) c
        join workshop w on w.id = c.workshop_id order by w.code
        """, as: WorkshopCode.self)
      let figures = try tx.execute(
        """
        insert into closed_figure (workshop_id, year, nth, report, record, indicator, value)
        select c.workshop_id, c.year, c.nth, f.report, f.record, f.indicator, f.value
        from (\(fragment: counts)) f
        join standing_closing c on c.workshop_id = f.workshop_id and c.year = \(year)::int
          and c.recorded_at = now()
        """)
      return PeriodClosing(
        year: year, asOf: asOf, knownAt: knownAt.iso, workshops: workshops, figures: figures)
    }
  }

  /// Closings as a listing, by year and workshop.
  public func list(year: Int? = nil, workshop: WorkshopCode? = nil) -> Listing {
    Listing(
      "closing",
      """
      year workshop closing as_of known_at figures* reason (release definitions) recorded_at recorded_by \
      (key)
      """, by: "year workshop closing key",
      where: [.equals("year", year), .equals("workshop", workshop)])
  }

  /// What was kept of a year, a row a figure.
  ///
  /// - Parameter closing: the number of the closing; the last one of each workshop where `nil`.
  public func figures(_ year: Int, workshop: WorkshopCode? = nil, closing: Int? = nil) -> Listing {
    Listing(
      "closed_figure", "workshop (closing as_of) report record indicator value* (year key)",
      by: "workshop closing report record key",
      where: [
        .equals("year", year), .equals("workshop", workshop), .equals("closing", closing),
        .condition(closing == nil ? "listing.stands" : nil),
      ])
  }

  /// Whether a year was closed as of a day, at a workshop or at all that there were then.
  public func isClosed(asOf day: Day, at workshop: WorkshopCode? = nil) async throws -> Bool {
    try await office.read { tx in
      let id = try workshop.map { try tx.id(ofWorkshop: $0) }
      return try tx.one("select is_day_of_closing(\(day), \(id)::int)", as: Bool.self)
    }
  }
}
