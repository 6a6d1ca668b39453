import Postgres

/// How the rows of a report add up, so that what is published of it can be told from what would tell of few.
struct ReportRows: Sendable {
  /// The report, which its figures have in `report.indicator`.
  let report: String
  /// The columns that tell its groups apart.
  let keys: [String]
  /// The columns that tell rows of one group apart, the last one in order: points of time, levels.
  let steps: [String]
  /// The figure that all rows of a group share, and the one that counts those of the next row, too.
  let shared: String?
  let nested: String?
  /// Whether one may be of the same people as another.
  let isOverlapping: Bool

  init(
    _ report: String, by keys: [String], steps: [String] = [], shared: String? = nil, nested: String? = nil,
    isOverlapping: Bool = false
  ) {
    self.report = report
    self.keys = keys
    self.steps = steps
    self.shared = shared
    self.nested = nested
    self.isOverlapping = isOverlapping
  }

  init(
    _ report: String, by cuts: ReportCuts, steps: [String] = [], shared: String? = nil, nested: String? = nil
  ) {
    self.init(
      report, by: cuts.names + ["mode"], steps: steps, shared: shared, nested: nested,
      isOverlapping: cuts.cuts.contains(.partner))
  }

  /// The same, of groups that more columns tell apart.
  func apart(by more: [String], isOverlapping: Bool) -> ReportRows {
    ReportRows(
      report, by: keys + more, steps: steps, shared: shared, nested: nested, isOverlapping: isOverlapping)
  }
}

extension Listing {
  /// The same, whose rows add up so.
  func adding(up rows: ReportRows) -> Listing {
    var listing = self
    listing.reportRows = rows
    return listing
  }
}

extension Reports {
  /// The rows of a report as they may be shown to everybody: without the counts of one to four people, and
  /// without those by which they could be computed ([ADR
  /// 55](../../../docs/adr/0055-figures-for-the-public.md)).
  ///
  /// In its rows stands `[c]` for what is not told, in JSON as a text.
  ///
  /// - Throws: ``LubanError/usage(_:actions:)`` for what is no report of figures.
  public func published(_ listing: Listing) async throws -> Listing {
    guard let rows = listing.reportRows else {
      throw LubanError.usage("Only figures are published.")
    }
    let figures = try await figures(of: rows.report).filter(\.isWithheld)
    return listing.published(rows, withholding: Set(figures.map(\.id)))
  }
}

extension Listing {
  private func list(_ names: [String], separator: SQL = ", ") -> SQL {
    .joined(names.map { "\(identifier: $0)" }, separator: separator)
  }

  /// All rows are looked at before any is left out; a number that is not told is no number, `NaN`, so that
  /// those beside it stay what they are.
  fileprivate func published(_ rows: ReportRows, withholding figures: Set<String>) -> Listing {
    let names = columns.map(\.name)
    let shown = names.map { name -> SQL in
      guard figures.contains(name) else { return "told.\(identifier: name)" }
      let withheld: SQL = name.hasSuffix("_list") ? "'[c]'" : "'NaN'::numeric"
      return """
        case when \(name) = any (w.figures) then \(fragment: withheld) else told.\(identifier: name) end
          as \(identifier: name)
        """
    }
    let record: SQL = "array[\(fragment: list(rows.keys))]::text[]"
    let step: SQL = "array[\(fragment: list(rows.steps))]::text[]"
    let nextStep: SQL =
      rows.nested == nil
      ? "null"
      : """
      lead(\(fragment: step)) over (partition by \(fragment: list(rows.keys + rows.steps.dropLast()))
        order by \(fragment: list(Array(rows.steps.suffix(1)))))
      """
    let total: SQL = names.contains("mode") ? "mode" : "null"
    let isTotal: SQL = names.contains("row") ? "\"row\" = 'total'" : "false"
    let body = body
    var listing = Listing(columns: columns, order: order, on: day ?? AskedDay(.today)) { [order] day in
      """
      with told as materialized (
        select row_number() over (order by \(fragment: list(order))) as nth,
          \(fragment: nextStep) as next_step, body.*
        from (\(fragment: body(day))) body
      ), w as materialized (
        select * from report.withheld(\(rows.report), (
            select jsonb_agg(jsonb_build_object('nth', nth, 'record', \(fragment: record)::text,
                'step', \(fragment: step)::text, 'next_step', next_step::text, 'total', \(fragment: total),
                'is_total', \(fragment: isTotal), 'cells', to_jsonb(told)) order by nth)
            from told), \(rows.shared), \(rows.nested), \(rows.isOverlapping))
      )
      select \(fragment: .joined(shown, separator: ", ")) from told left join w using (nth)
      """
    }
    listing.withheld = figures.filter { !$0.hasSuffix("_list") }
    return listing
  }
}
