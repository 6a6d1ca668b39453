import Postgres

/// A figure of a report as `report.indicator` has it: what it is made of, and how rows add up.
struct ReportFigure: Sendable {
  let id: String
  /// Whether a total is the sum of its column.
  let adds: Bool
  /// Whether it may tell of few people: a count of them, a list of counts, a rate.
  let isWithheld: Bool
  /// Of a rate: the columns that it is made of, and the function of the schema `report` that makes it.
  let rate: (numerator: String, denominator: String, percent: String)?

  /// What it is of a group of rows of the report: the sum of its column, or the rate of two such sums, so
  /// that a rate is what its own two counts say in every row, and never averaged; else nothing.
  var ofGroup: SQL? {
    if let rate {
      return """
        report.\(identifier: rate.percent)(sum(\(identifier: rate.numerator)),
          sum(\(identifier: rate.denominator)))
        """
    }
    return adds ? "trim_scale(sum(\(identifier: id)))" : nil
  }
}

extension Reports {
  /// The figures of a report by their names.
  func figures(of report: String) async throws -> [String: ReportFigure] {
    let figures = try await office.read { tx in
      try tx.rows(
        """
        select id, adds, numerator, denominator, percent,
          is_people or percent is not null or id like '%\\_list' as is_withheld
        from report.indicator where report = \(report)
        """
      ) { row in
        let numerator: String? = try row.decode("numerator")
        let denominator: String? = try row.decode("denominator")
        let percent: String? = try row.decode("percent")
        return ReportFigure(
          id: try row.decode("id"), adds: try row.decode("adds"), isWithheld: try row.decode("is_withheld"),
          rate: numerator.flatMap { numerator in
            denominator.flatMap { denominator in percent.map { (numerator, denominator, $0) } }
          })
      }
    }
    return Dictionary(figures.map { ($0.id, $0) }) { first, _ in first }
  }
}
