import Postgres

/// The rows of a report without their figures, down to what members are found by: cohorts, workshops,
/// partners at workshops.
struct MemberGroups: Sendable {
  /// The columns that make a row.
  let columns: [Column]
  /// What members are joined by.
  let keys: [String]
  /// These rows, with what they are joined by and the code of the workshop.
  let rows: @Sendable (Day) -> SQL

  /// Whether they are of cohorts, with the code of each.
  var areOfCohorts: Bool { keys.contains("cohort_id") }
}

extension MemberGroups {
  /// Those of a report that have members of a kind.
  init(_ report: FigureReport, _ kind: MemberKind, _ reports: Reports, _ scope: ReportScope) {
    switch report {
    case .cohort:
      self.init(cohorts: []) { reports.cohortRows(scope, $0) }
    case .overview(let cuts), .sum(_, let cuts), .culture(let cuts):
      let cuts = ReportCuts(cuts: cuts, scope: scope)
      self.init(cohorts: Self.told(cuts)) { cuts.cohorts(reports.cohortRows(scope, $0), on: $0) }
    case .language(let cuts, let framework):
      let cuts = ReportCuts(cuts: cuts, scope: scope)
      self.init(cohorts: Self.told(cuts)) { day in
        let cohorts = cuts.cohorts(reports.cohortRows(scope, day), on: day)
        return kind == .person ? Self.shown(cohorts, cuts, framework, on: day) : cohorts
      }
    case .partner:
      self.init(partners: kind, reports, scope)
    case .year(_, let cuts):
      self.init(
        columns: ReportCuts(cuts: cuts, scope: scope).names.map { Column($0) }, keys: ["workshop_id"]
      ) { Self.places(scope, $0) }
    }
  }

  private init(cohorts columns: [Column], rows: @escaping @Sendable (Day) -> SQL) {
    self.init(columns: columns, keys: ["workshop_id", "cohort_id"], rows: rows)
  }

  /// Those of partners: by what they host or lead, by what they award, or by whom they send and take in.
  private init(partners kind: MemberKind, _ reports: Reports, _ scope: ReportScope) {
    let partner = Column("partner")
    switch kind {
    case .present:
      let cuts = ReportCuts(cuts: [.partner], scope: scope)
      self.init(cohorts: [partner]) { cuts.cohorts(reports.cohortRows(scope, $0), on: $0) }
    case .awarded:
      self.init(cohorts: [partner]) { day in
        """
        select r.workshop_id, r.workshop, r.cohort_id, r.cohort, i.code::text as partner
        from (\(fragment: reports.cohortRows(scope, day))) r
        join report.known_cohort(\(day), \(fragment: scope.known)) c
          on (c.workshop_id, c.cohort_id) = (r.workshop_id, r.cohort_id)
        join report.awarding_body(\(fragment: scope.known)) k on k.edition_id = c.edition_id
        join report.known_partner(\(fragment: scope.known)) i on i.id = k.partner_id
        """
      }
    default:
      self.init(columns: [partner], keys: ["workshop_id", "partner_id"]) { day in
        """
        select r.workshop_id, r.workshop, i.id as partner_id, i.code::text as partner
        from (\(fragment: Self.places(scope, day))) r
        cross join report.known_partner(\(fragment: scope.known)) i
        """
      }
    }
  }

  /// The columns that make a group of cohorts, and their mode, which is the same in most reports.
  private static func told(_ cuts: ReportCuts) -> [Column] {
    cuts.names.map { Column($0) } + [Column("mode", isShown: false)]
  }

  private static func places(_ scope: ReportScope, _ day: Day) -> SQL {
    """
    select r.* from report.told_workshop(\(day), \(fragment: scope.known)) r
    where \(fragment: scope.placeCondition(on: day))
    """
  }

  /// Of cohorts those in whose group somebody has shown a level, or tried to: others have no row.
  private static func shown(
    _ cohorts: SQL, _ cuts: ReportCuts, _ framework: String?, on day: Day
  ) -> SQL {
    """
    with every as materialized (select c.*, \(fragment: cuts.key) as key from (\(fragment: cohorts)) c)
    select * from every where key in (
      select e.key from every e
      join report.person_member(\(day), \(fragment: cuts.scope.known)) p
        on (p.workshop_id, p.cohort_id) = (e.workshop_id, e.cohort_id)
      join report.language_evidence(\(fragment: cuts.scope.known)) v
        on (v.workshop_id, v.student_id) = (p.workshop_id, p.student_id)
      where v.shown_on <= \(day) and (\(framework) is null or v.framework = \(framework)))
    """
  }
}
