import Postgres

extension Reports {
  /// The rows of a report, of all that it can be asked for: its cuts, those of people and years among them,
  /// some people alone, totals.
  ///
  /// - Parameter withTotals: with rows that add the others up, of a report that has such.
  /// - Throws: ``LubanError/usage(_:actions:)`` for a cut or for totals that the report does not have, or for
  ///   people of a report that counts none; ``LubanError/notFound(noun:code:nearest:actions:)`` for a
  ///   nationality that is none.
  public func rows(
    of report: FigureReport, _ scope: ReportScope = ReportScope(), withTotals: Bool = false
  ) async throws -> Listing {
    try await check(scope, of: report)
    let isOfPeople = report.cuts.contains(where: \.isOfPeople) || scope.isOfSome
    if withTotals, isOfPeople || report.cuts.contains(.year) {
      throw LubanError.usage(
        "Totals are of everybody on one day: not of a gender, of a nationality or by year.")
    }
    let all =
      switch report {
      case .cohort: withTotals ? try await cohortsWithTotals(scope) : cohorts(scope)
      case .overview(let cuts): try await overview(scope, by: cuts)
      case .language(let cuts, let framework): language(scope, by: cuts, framework: framework)
      case .sum(let sum, let cuts): try await sums(sum, scope, by: cuts, withTotals: withTotals)
      case .partner(let since): partners(scope, since: since)
      case .year(let year, let cuts): try await self.year(year, scope, by: cuts, withTotals: withTotals)
      case .culture(let cuts): culture(scope, by: cuts)
      }
    let rows = isOfPeople ? try await counted(all, in: report, scope) : all
    return report.cuts.contains(.year) ? try await yearly(rows, scope) : rows
  }

  /// Refuses cuts that a report does not have, and a nationality that is none: of such nobody would be told.
  func check(_ scope: ReportScope, of report: FigureReport) async throws {
    try report.cuts.check(among: report.possibleCuts, of: report.name)
    if let nationality = scope.nationality {
      _ = try await office.read { try $0.country(nationality) }
    }
  }

  /// Rows of a day for the end of each year since the first intake, the last of them for the day itself.
  ///
  /// - Parameter others: what its query has beside its columns, and is kept.
  func yearly(_ rows: Listing, _ scope: ReportScope, with others: [String] = []) async throws -> Listing {
    let last = try await office.actualDay(scope.asOf, at: scope.workshop, of: scope.cohort)
    let ends = try await office.read { tx in
      try tx.rows(
        """
        select make_date(year, 12, 31)
        from (select min(r.intake) as first from (\(fragment: cohortRows(scope, last))) r) one,
          generate_series(extract(year from first)::int, extract(year from \(last))::int - 1) year
        order by year
        """, as: Day.self)
    }
    let place = rows.columns.firstIndex { $0.name == "mode" } ?? 0
    let told = (rows.columns.map(\.name) + others).filter { $0 != "key" }.map {
      "r.\(identifier: $0)," as SQL
    }
    let steps = rows.reportRows?.steps ?? []
    let yearly = Listing(
      columns: rows.columns[..<place] + [Column("year", isChief: true)] + rows.columns[place...],
      order: rows.order.filter { $0 != "key" && !steps.contains($0) } + ["year"] + steps + ["key"],
      on: scope.asked
    ) { day in
      let ofYears = (ends + [day]).map { end in
        "select extract(year from \(end))::int as year, r.* from (\(fragment: rows.body(end))) r" as SQL
      }
      return """
        select \(fragment: .joined(told, separator: " ")) r.year, concat_ws('/', r.key, r.year) as key
        from (\(fragment: .joined(ofYears, separator: " union all "))) r
        """
    }
    // Who is there at the end of one year may be at the end of the next.
    return rows.reportRows.map { yearly.adding(up: $0.apart(by: ["year"], isOverlapping: true)) } ?? yearly
  }
}
