import Postgres

/// What a row of a report is of.
public enum ReportCut: String, Sendable, Hashable, CaseIterable {
  /// A host country.
  case country
  /// A standing in the Shanghai Cooperation Organization.
  case sco
  /// A kind of tie to Tianjin.
  case sisterCity = "sister-city"
  /// A workshop.
  case workshop
  /// A program.
  case program
  /// A host or Chinese lead: a cohort is one of all that take part in its workshop.
  case partner
  /// The year in which cohorts began.
  case intakeYear = "intake-year"
  /// A cohort.
  case cohort

  /// The columns that tell it, the first of which rows are grouped by.
  var columns: [Column] {
    switch self {
    case .country: [Column("country"), Column("country_name")]
    case .sco: [Column("sco")]
    case .sisterCity: [Column("sister_city")]
    case .workshop: [Column("workshop"), Column("workshop_name")]
    case .program: [Column("program"), Column("program_name")]
    case .partner: [Column("partner"), Column("partner_name")]
    case .intakeYear: [Column("intake_year")]
    case .cohort: [Column("cohort")]
    }
  }
}

/// The cohorts of a report in groups, each mode of education by itself.
struct ReportCuts: Sendable {
  let cuts: [ReportCut]
  let scope: ReportScope

  /// The columns that tell a group, without its mode.
  var columns: [Column] {
    var columns: [Column] = []
    for column in cuts.flatMap(\.columns) where !columns.contains(where: { $0.name == column.name }) {
      columns.append(column)
    }
    return columns
  }

  /// The names of the columns that make a group, without its mode.
  var names: [String] { cuts.map { $0.columns[0].name } }

  /// All that makes a group.
  var keys: SQL { .joined((names + ["mode"]).map { "\(identifier: $0)" }, separator: ", ") }

  /// One text for each group.
  var key: SQL { "array_to_string(array[\(fragment: keys)]::text[], '/', '-')" }

  /// What tells a group, to be selected from ``cohorts(_:on:)`` by group: of names that changed, the last.
  var told: SQL {
    .joined(
      columns.map { column in
        names.contains(column.name)
          ? "\(identifier: column.name)"
          : "(array_agg(\(identifier: column.name) order by intake desc))[1] as \(identifier: column.name)"
      }, separator: ", ")
  }

  /// The cohorts with all that they may be grouped by.
  func cohorts(_ rows: SQL, on day: Day) -> SQL {
    let isByPartner = cuts.contains(.partner)
    let named: SQL = isByPartner ? ", part.partner, part.partner_name" : ""
    return """
      select r.*, extract(year from r.intake)::int as intake_year \(fragment: named)
      from (\(fragment: rows)) r
      \(fragment: isByPartner ? partners(on: day) : "")
      """
  }

  /// Those who host or lead a workshop on the day, each once.
  private func partners(on day: Day) -> SQL {
    """
    join (
      select distinct w.code, p.code as partner, p.name as partner_name
      from report.known_workshop_role(\(fragment: scope.known)) role
      join report.known_workshop(\(fragment: scope.known)) w on w.id = role.workshop_id
      join report.partner_called(\(day), \(fragment: scope.known)) p on p.id = role.partner_id
      where role.role in ('host', 'lead') and role.since <= \(day) and \(day) < role.until
    ) part on part.code = r.workshop
    """
  }
}
