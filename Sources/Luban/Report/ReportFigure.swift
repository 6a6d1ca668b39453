import Postgres

/// A figure of a report as `report.indicator` has it: what it counts, what it is made of, how rows add up.
public struct ReportFigure: Sendable {
  /// The name of its column.
  public let id: String
  /// What it counts, a phrase of the database in every language.
  public let counts: String
  /// Whether a total is the sum of its column.
  let adds: Bool
  /// Whether it may tell of few people: a count of them, a list of counts, a rate.
  let isWithheld: Bool
  /// What is listed of those whom it counts; nothing where it counts no people.
  let members: MemberKind?
  /// Whether it is a share of persons: not of hours or sessions, which come and go together.
  public let isOfPersons: Bool
  /// Of a rate: the columns that it is made of, and the function of the schema `report` that makes it.
  public let rate: (numerator: String, denominator: String, percent: String)?

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
  /// The figures of a report, in the order of its columns.
  public func figures(of report: String) async throws -> [ReportFigure] {
    try await office.read { tx in
      try tx.rows(
        """
        select id, format(wording(counts)) as counts, adds, numerator, denominator, percent, members,
          is_people or percent is not null or id like '%\\_list' as is_withheld,
          coalesce((select d.is_people from report.indicator d
            where (d.report, d.id) = (i.report, i.denominator)), false) as is_of_persons
        from report.indicator i where report = \(report) order by place
        """
      ) { row in
        let numerator: String? = try row.decode("numerator")
        let denominator: String? = try row.decode("denominator")
        let percent: String? = try row.decode("percent")
        return ReportFigure(
          id: try row.decode("id"), counts: try row.decode("counts"), adds: try row.decode("adds"),
          isWithheld: try row.decode("is_withheld"),
          members: (try row.decode("members") as String?).flatMap { MemberKind(rawValue: $0) },
          isOfPersons: try row.decode("is_of_persons"),
          rate: numerator.flatMap { numerator in
            denominator.flatMap { denominator in percent.map { (numerator, denominator, $0) } }
          })
      }
    }
  }

  /// The figures of a report, in the order of its columns; of an overview those to which cohorts add up.
  public func figures(of report: FigureReport) async throws -> [ReportFigure] {
    let figures = try await figures(of: report.figures)
    guard case .overview = report else { return figures }
    return figures.filter { $0.ofGroup != nil }
  }
}

extension [ReportFigure] {
  /// The one of a name.
  subscript(name: String) -> ReportFigure? { first { $0.id == name } }
}
