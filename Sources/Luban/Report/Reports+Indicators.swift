import Postgres

extension Reports {
  /// What the figures of the reports count, in the order of their columns.
  ///
  /// - Parameters:
  ///   - names: only these, with the counts that they are made of or a part of.
  ///   - headings: what people read above the columns of the reports.
  public func indicators(_ names: [String] = [], headings: [String: String] = [:]) -> Listing {
    Listing(
      columns: [
        Column("report", "reports that have it"),
        Column("indicator", "name of the column", words: headings),
        Column("counts", "what it counts", isChief: true),
        Column("numerator", "count above the line, of a rate", words: headings),
        Column("denominator", "count below the line", words: headings),
        Column("part_of", "count that it is a part of", words: headings),
        Column("source", "definition that it follows, where there is one"),
        Column("place", "its place among the columns of the report", isShown: false),
        Column("key", "report and column", isShown: false),
      ],
      order: ["report", "place", "key"],
      body: """
        select string_agg(report, ', ' order by report) as report, id as indicator,
          format(wording(counts)) as counts, numerator, denominator, part_of, source, min(place) as place,
          min(report) || '.' || id as key
        from report.indicator i
        where \(names.isEmpty) or id = any (\(names)) or exists (
          select from report.indicator asked where asked.report = i.report and asked.id = any (\(names))
            and i.id in (asked.numerator, asked.denominator, asked.part_of))
        group by id, counts, numerator, denominator, part_of, source
        """)
  }

  /// The names of all figures that are explained.
  public func indicatorNames() async throws -> [String] {
    try await office.read {
      try $0.rows("select distinct id from report.indicator order by id", as: String.self)
    }
  }
}
