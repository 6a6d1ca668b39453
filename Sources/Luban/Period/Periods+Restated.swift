import Postgres

extension Periods {
  /// The figures of a closed year that are told otherwise now, a row each.
  ///
  /// What was kept is laid beside what the reports of today say of the same day as known at the closing, and
  /// as known now: between the first two are other definitions, between the last two other data. A row that
  /// only one of them has tells nothing by its zeros.
  ///
  /// - Parameter knownAt: what is now; see ``Office/knownMoment(_:)``.
  /// - Throws: ``LubanError/notFound(noun:code:nearest:actions:)`` for a year that is not closed.
  public func restated(_ year: Int, workshop: WorkshopCode? = nil, knownAt: KnownTime) async throws -> Listing
  {
    var (then, now): ([SQL], [SQL]) = ([], [])
    let closings = try await closings(year, at: workshop)
    for closing in closings {
      var scope = ReportScope()
      scope.workshop = workshop
      (scope.asOf, scope.knownAt) = (closing.asOf, closing.knownAt)
      then.append(closing.own(of: try await office.reports.counts(year, scope)))
      scope.knownAt = knownAt
      now.append(closing.own(of: try await office.reports.counts(year, scope)))
    }
    let ids = closings.flatMap(\.workshops)
    return Listing(
      columns: [
        Column("workshop", "code of the workshop"),
        Column("report", "report that has the figure"),
        Column("record", "what tells its row from the others of the workshop"),
        Column("indicator", "name of the figure"),
        Column("kept", "what was kept", isChief: true), Column("now", "what is known now", isChief: true),
        Column("by_data", "how much of the difference is by what was recorded since", isChief: true),
        Column("by_definition", "how much of it is by other definitions", isChief: true),
        Column("key", "workshop, report, row and figure", isShown: false),
      ], order: ["key"],
      body: """
        with kept as (
          select f.workshop_id, f.report, f.record, f.indicator, f.value
          from closed_figure f join standing_closing c using (workshop_id, year, nth)
          where c.year = \(year)::int and c.workshop_id = any (\(ids))
        ), known_then as materialized (\(fragment: .joined(then, separator: " union all ")))
        , known_now as materialized (\(fragment: .joined(now, separator: " union all ")))
        select w.code as workshop, report, record, indicator, trim_scale(k.value) as kept,
          trim_scale(n.value) as now, trim_scale(d.by_data) as by_data,
          trim_scale(d.by_definition) as by_definition,
          concat_ws('/', w.code, report, record, indicator) as key
        from kept k
        full join known_then t using (workshop_id, report, record, indicator)
        full join known_now n using (workshop_id, report, record, indicator)
        join workshop w on w.id = workshop_id
        cross join lateral (select coalesce(n.value, 0) - coalesce(t.value, 0) as by_data,
          coalesce(t.value, 0) - coalesce(k.value, 0) as by_definition) d
        where d.by_data <> 0 or d.by_definition <> 0
        """)
  }

  /// What was recorded since a year was closed and can be in its figures: by whom, when, why.
  ///
  /// What one command did to rows of a kind for one reason is one row. What all workshops share stands in
  /// rows without a workshop.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:actions:)`` for a year that is not closed.
  public func changes(_ year: Int, workshop: WorkshopCode? = nil, knownAt: KnownTime) async throws -> Listing
  {
    let changes = try await closings(year, at: workshop).map { closing -> SQL in
      """
      select * from report.change(\(closing.knownAt), \(knownAt), \(closing.asOf))
      where workshop_id is null or workshop_id = any (\(closing.workshops))
      """
    }
    return Listing(
      columns: [
        Column("workshop", "code of the workshop; empty for what all share"),
        Column("recorded_at", "when it was recorded, UTC"),
        Column("recorded_by", "role that recorded it; empty where that is not kept"),
        Column("batch", "import that brought it", isShown: false),
        Column("kind", "table of the rows", isChief: true),
        Column("change", "added, changed, corrected or removed", isChief: true),
        Column("what", "state of an enrollment; else fields that were changed"),
        Column("rows", "how many rows"),
        Column("about", "what they are of; the first of many", isChief: true),
        Column("first_day", "first day of them", isShown: false),
        Column("last_day", "last day of them"),
        Column("reason", "why"),
        Column("reports", "reports that read such rows"),
        Column("key", "number of the row", isShown: false),
      ], order: ["key"],
      body: """
        select w.code as workshop, to_char(c.recorded_at, 'YYYY-MM-DD HH24:MI:SS"Z"') as recorded_at,
          c.recorded_by, shown_batch(w.code, b.number) as batch, c.kind, c.change, c.what, c.rows, c.about,
          c.first_day, c.last_day, nullif(c.reason, '') as reason, report.told_by(c.kind) as reports,
          lpad((row_number() over (order by w.code nulls first, c.recorded_at, c.kind, c.change, c.what,
            c.reason, c.batch_id))::text, 6, '0') as key
        from (\(fragment: .joined(changes, separator: " union "))) c
        left join workshop w on w.id = c.workshop_id
        left join import_batch b on (b.workshop_id, b.id) = (c.workshop_id, c.batch_id)
        """)
  }

  /// The closings that stand of a year, those of one day and time together.
  private func closings(_ year: Int, at workshop: WorkshopCode?) async throws -> [StandingClosing] {
    try await office.read { tx in
      let id = try workshop.map { try tx.id(ofWorkshop: $0) }
      let closings = try tx.rows(
        """
        select as_of, known_at, array_agg(workshop_id order by workshop_id) from standing_closing
        where year = \(year)::int and (\(id)::int is null or workshop_id = \(id)::int)
        group by as_of, known_at order by as_of, known_at
        """, as: (Day.self, KnownTime.self, [Int].self))
      guard !closings.isEmpty else {
        throw LubanError.notFound(
          noun: "closing of", code: String(year), nearest: [], actions: [Action("list", "period")])
      }
      return closings.map { StandingClosing(asOf: $0.0, knownAt: $0.1, workshops: $0.2) }
    }
  }
}

/// What workshops closed together.
private struct StandingClosing {
  let asOf: Day
  let knownAt: KnownTime
  let workshops: [Int]

  /// Those of some counts that are of these workshops.
  func own(of counts: SQL) -> SQL {
    "select * from (\(fragment: counts)) f where f.workshop_id = any (\(workshops))"
  }
}
