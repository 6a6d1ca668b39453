import Postgres

/// What the report on quality looks for.
public struct QualityFinding: Sendable {
  /// Its name, as in `gender_missing`.
  public let id: String
  /// What mends it.
  public let actions: [Action]

  /// Its actions in one text, as a list of cases has them.
  public var mend: String {
    actions.map { action in action.value.map { "\(action.name)(\($0))" } ?? action.name }.joined(
      separator: " ")
  }
}

extension Reports {
  /// What rows of the report on quality may be of: workshops, what they are told by, and cohorts.
  static let cutsOfQuality: [ReportCut] = [.workshop, .country, .sco, .sisterCity, .program, .cohort]

  /// All findings there are, in their order.
  public func qualityFindings() async throws -> [QualityFinding] {
    try await office.read { tx in
      try tx.rows("select id, actions from report.finding order by place") { row in
        QualityFinding(id: try row.decode("id"), actions: try row.decode("actions"))
      }
    }
  }

  /// What is to be mended before reports are made: a row for each finding, with what was looked at.
  ///
  /// - Parameters:
  ///   - cuts: by what; a row for each of their combinations that there is.
  ///   - withAll: with findings of which nothing was found.
  /// - Throws: ``LubanError/usage(_:actions:)`` for a cut that the report does not have.
  public func quality(
    _ scope: ReportScope = ReportScope(), by cuts: [ReportCut] = [.workshop], withAll: Bool = false
  ) throws -> Listing {
    try cuts.check(among: Self.cutsOfQuality, of: "quality")
    let cuts = ReportCuts(cuts: cuts, scope: scope)
    let keys = SQL.joined(cuts.names.map { "\(identifier: $0)" }, separator: ", ")
    let told = SQL.joined(
      cuts.columns.map { column -> SQL in
        cuts.names.contains(column.name)
          ? "\(identifier: column.name)" : "min(\(identifier: column.name)) as \(identifier: column.name)"
      }, separator: ", ")
    return Listing(
      columns: cuts.columns + Self.columnsOfQuality + [Column("key", isShown: false)],
      order: cuts.names + ["place", "key"], on: scope.asked
    ) { day in
      """
      with \(fragment: qualityScope(scope, day)), counted as (
        select c.finding, c.workshop_id, c.cohort_id, count(*) as looked_at,
          count(*) filter (where c.is_found) as found
        from report.finding_case(\(day), \(fragment: scope.known)) c
        where c.workshop_id = any (array(select workshop_id from place))
        group by c.finding, c.workshop_id, c.cohort_id
      )
      select \(fragment: told), f.id as finding, format(wording(f.says)) as finding_name,
        sum(n.found)::bigint as found, sum(n.looked_at)::bigint as looked_at,
        format(wording(f.among)) as among, f.place,
        array_to_string(array[\(fragment: keys)]::text[] || f.id, '/', '-') as key
      from counted n
      join place using (workshop_id)
      left join cohort using (workshop_id, cohort_id)
      join report.finding f on f.id = n.finding
      where cohort.cohort is not null or not \(scope.isOfCohorts)
      group by \(fragment: keys), f.id
      having \(withAll) or sum(n.found) > 0
      """
    }
  }

  /// The columns of the report on quality.
  public static let columnsOfQuality = Listing.columns(
    "finding finding_name* found* looked_at (among)", of: "quality_report")

  /// What a finding found: each thing to be mended, with what mends it.
  ///
  /// - Parameters:
  ///   - finding: its name; `nil` for all.
  ///   - words: what people read in place of actions, by ``QualityFinding/mend``.
  public func toMend(
    _ finding: String? = nil, _ scope: ReportScope = ReportScope(), words: [String: String] = [:]
  ) -> Listing {
    Listing(
      columns: [
        Column("workshop"), Column("cohort"), Column("student", isChief: true),
        Column("finding", isShown: finding == nil), Column("about"), Column("told", isChief: true),
        Column("mend", isChief: true, words: words), Column("key", isShown: false),
      ],
      order: ["workshop", "cohort", "place", "key"], on: scope.asked
    ) { day in
      """
      with \(fragment: qualityScope(scope, day))
      select place.workshop, cohort.cohort, shown_number(s.number) as student, f.id as finding, c.about,
        c.told, array_to_string(f.actions, ' ') as mend, f.place,
        array_to_string(array[place.workshop, cohort.cohort, f.id, shown_number(s.number), c.about], '/', '-')
          as key
      from report.finding_case(\(day), \(fragment: scope.known)) c
      join place using (workshop_id)
      left join cohort using (workshop_id, cohort_id)
      join report.finding f on f.id = c.finding
      left join report.known_student(\(fragment: scope.known)) s
        on (s.workshop_id, s.id) = (c.workshop_id, c.student_id)
      where c.is_found and (\(finding) is null or c.finding = \(finding))
        and (cohort.cohort is not null or not \(scope.isOfCohorts))
        and c.workshop_id = any (array(select workshop_id from place))
      """
    }
  }

  /// The workshops of a scope, and the cohorts: of a scope that names cohorts, only workshops that have them.
  private func qualityScope(_ scope: ReportScope, _ day: Day) -> SQL {
    """
    cohort as materialized (
      select r.workshop_id, r.cohort_id, r.cohort, r.program, r.program_name
      from (\(fragment: cohortRows(scope, day))) r
    ), place as materialized (
      select r.* from report.told_workshop(\(day), \(fragment: scope.known)) r
      where \(fragment: scope.placeCondition(on: day))
        and (not \(scope.isOfCohorts) or r.workshop_id in (select workshop_id from cohort))
    )
    """
  }
}

extension ReportScope {
  /// Whether it names cohorts, and not just their workshops.
  fileprivate var isOfCohorts: Bool {
    cohort != nil || program != nil || mode != nil || intakeFrom != nil || intakeTo != nil
  }
}
