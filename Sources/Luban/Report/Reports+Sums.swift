import Postgres

extension Reports {
  /// The sums of a report by country, workshop and so on; each mode of education has rows of its own.
  ///
  /// - Parameters:
  ///   - cuts: by what; a row for each of their combinations that there is.
  ///   - withTotals: with a row of all cohorts of each mode, each once, whatever it is that rows are of.
  func sums(
    _ report: SummedReport, _ scope: ReportScope = ReportScope(), by cuts: [ReportCut],
    withTotals: Bool = false
  ) async throws -> Listing {
    let report = cuts.contains(.month) ? report.monthly : report
    let figures = try await figures(of: report.name)
    let sums = report.columns.map { column -> SQL in
      let sum: SQL = figures[column.name]?.ofGroup ?? "null"
      return "\(fragment: sum) as \(identifier: column.name)"
    }
    let cuts = ReportCuts(cuts: cuts, scope: scope)
    let rows = SummedRows(report: report, cuts: cuts, sums: .joined(sums, separator: ", "))
    let keys = report.keys.map(\.name)
    return Listing(
      columns: (withTotals ? [Column("row", isShown: false)] : []) + cuts.columns + [
        Column("mode", isChief: true)
      ]
        + report.keys + [Column("cohorts")] + report.columns + [Column("key", isShown: false)],
      order: (withTotals ? ["row"] : []) + cuts.names + keys + ["key"], on: scope.asked
    ) { day in
      let cohorts = cohortRows(scope, day)
      let totals: SQL =
        withTotals ? "union all \(fragment: rows.totals(cohorts))" : ""
      // What cohorts have is counted once, for rows and totals.
      return """
        with figure as materialized (\(fragment: report.source(day, scope.known)))
        \(fragment: rows.groups(cohorts, on: day, withTotals: withTotals))
        \(fragment: totals)
        """
    }.adding(up: ReportRows(report.name, by: cuts, steps: keys, shared: report.shared))
  }
}

/// The rows of such a report.
private struct SummedRows: Sendable {
  let report: SummedReport
  let cuts: ReportCuts
  let sums: SQL

  /// The keys of the report, behind a comma.
  private var keys: SQL {
    .joined(report.keys.map { ", \(identifier: $0.name)" }, separator: "")
  }
  /// One text for the keys of the report, behind that of the group; short numbers are in order.
  private var key: SQL {
    .joined(
      report.keys.map { key in
        let text: SQL = "\(identifier: key.name)::text"
        return " || ' ' || lpad(\(fragment: text), greatest(length(\(fragment: text)), 4), '0')"
      }, separator: "")
  }

  /// A row for each group of cohorts.
  func groups(_ cohorts: SQL, on day: Day, withTotals: Bool) -> SQL {
    // Where a total stands in it, the first column is a text.
    let told: SQL =
      withTotals
      ? "'group' as row, \(fragment: cuts.told(isFirstText: true))" : cuts.told(isFirstText: false)
    return """
      select \(fragment: told) mode\(fragment: keys), count(*) as cohorts, \(fragment: sums),
        \(fragment: cuts.key)\(fragment: key) as key
      from (\(fragment: figures(of: cuts.cohorts(cohorts, on: day), cuts.columns.map(\.name)))) one
      group by \(fragment: cuts.keys)\(fragment: keys)
      """
  }

  /// A row for all cohorts of each mode.
  func totals(_ cohorts: SQL) -> SQL {
    let others: SQL = .joined(
      cuts.columns.enumerated().map { place, _ in
        place == 0 ? "format(wording('total {0}'), wording(mode))," : "null,"
      }, separator: " ")
    return """
      select 'total', \(fragment: others) mode\(fragment: keys),
        count(*), \(fragment: sums), mode\(fragment: key)
      from (\(fragment: figures(of: cohorts, []))) one
      group by mode\(fragment: keys)
      """
  }

  /// What tells a cohort, and its counts: of names that both may have, those of the report.
  private func figures(of cohorts: SQL, _ told: [String]) -> SQL {
    let names = SQL.joined(told.map { "\(identifier: $0)," }, separator: " ")
    return """
      select * from (
        select \(fragment: names) mode, intake, workshop_id, cohort_id
        from (\(fragment: cohorts)) every) cohort
      join figure using (workshop_id, cohort_id)
      """
  }
}
