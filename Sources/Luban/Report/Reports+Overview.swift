import Postgres

extension Reports {
  /// The overview: what the cohorts of the report add up to, by country, workshop and so on.
  ///
  /// Each mode of education has rows of its own, which are never added up into one.
  ///
  /// - Parameter cuts: by what; a row for each of their combinations that there is.
  func overview(_ scope: ReportScope = ReportScope(), by cuts: [ReportCut]) async throws -> Listing {
    let figures = try await figures(of: "cohort")
    let told = CohortReport.columns.compactMap { column in
      figures[column.name]?.ofGroup.map { (column: column, sum: $0) }
    }
    let sums = told.map { "\(fragment: $0.sum) as \(identifier: $0.column.name)" as SQL }
    let cuts = ReportCuts(cuts: cuts, scope: scope)
    return Listing(
      columns: cuts.columns + [
        Column("mode", isChief: true), Column("workshops", isShown: false), Column("cohorts"),
      ]
        + told.map(\.column)
        + [Column("key", isShown: false)],
      order: cuts.names + ["key"], on: scope.asked
    ) { day in
      """
      select \(fragment: cuts.told) mode, count(distinct workshop) as workshops, count(*) as cohorts,
        \(fragment: .joined(sums, separator: ", ")), \(fragment: cuts.key) as key
      from (\(fragment: cuts.cohorts(cohortRows(scope, day), on: day))) cohort
      group by \(fragment: cuts.keys)
      """
    }.adding(up: ReportRows("cohort", by: cuts))
  }
}
