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
        Column("report", "report that has it", isShown: false),
        Column("indicator", "name of the column", words: headings),
        Column("counts", "what it counts", isChief: true),
        Column("numerator", "count above the line, of a rate", words: headings),
        Column("denominator", "count below the line", words: headings),
        Column("part_of", "count that it is a part of", words: headings),
        Column("source", "definition that it follows, where there is one"),
        Column("place", "its place among the columns of the report", isShown: false),
      ],
      order: ["place"],
      body: """
        select report, id as indicator, format(wording(counts)) as counts, numerator, denominator, part_of,
          source, place
        from report.indicator
        where \(names.isEmpty) or id = any (\(names)) or id in (
          select unnest(array[numerator, denominator, part_of])
          from report.indicator where id = any (\(names)))
        """)
  }

  /// The names of all figures that are explained.
  public func indicatorNames() async throws -> [String] {
    try await office.read { try $0.rows("select id from report.indicator order by place", as: String.self) }
  }
}
