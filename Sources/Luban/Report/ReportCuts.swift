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
  /// An edition of a program.
  case edition
  /// A host or Chinese lead: a cohort is one of all that take part in its workshop.
  case partner
  /// The year in which cohorts began.
  case intakeYear = "intake-year"
  /// A cohort.
  case cohort
  /// The gender of people, as they state it.
  case gender
  /// The nationality of people, by their passport.
  case nationality

  /// A year, to whose end all is told, as far as the day.
  case year
  /// A month in which something was held.
  case month

  /// Those of cohorts, people and years, which most reports have.
  static let common = allCases.filter { $0 != .month }

  /// Whether it puts cohorts together.
  var isOfCohorts: Bool { !isOfPeople && self != .year && self != .month }

  /// Whether it is of people: then only counts of these are told.
  var isOfPeople: Bool { self == .gender || self == .nationality }

  /// The columns that tell it, of which the first ones make it.
  var columns: [Column] {
    switch self {
    case .country: [Column("country"), Column("country_name")]
    case .sco: [Column("sco")]
    case .sisterCity: [Column("sister_city")]
    case .workshop: [Column("workshop"), Column("workshop_name")]
    case .program: [Column("program"), Column("program_name")]
    case .edition: [Column("program"), Column("edition"), Column("program_name")]
    case .partner: [Column("partner"), Column("partner_name")]
    case .intakeYear: [Column("intake_year")]
    case .cohort: [Column("cohort")]
    case .gender: [Column("gender")]
    case .nationality: [Column("nationality")]
    case .year: [Column("year")]
    case .month: [Column("month")]
    }
  }

  /// The names of the columns that rows are grouped by.
  var keys: [String] { columns.prefix(self == .edition ? 2 : 1).map(\.name) }
}

/// The cohorts of a report in groups, each mode of education by itself.
struct ReportCuts: Sendable {
  /// By what they are grouped: what is no cohort's is told apart within the rows of these
  /// (``Reports/rows(of:_:withTotals:)``).
  let cuts: [ReportCut]
  let scope: ReportScope

  init(cuts: [ReportCut], scope: ReportScope) {
    self.cuts = cuts.filter(\.isOfCohorts)
    self.scope = scope
  }

  /// The columns that tell a group, without its mode.
  var columns: [Column] {
    var columns: [Column] = []
    for column in cuts.flatMap(\.columns) where !columns.contains(where: { $0.name == column.name }) {
      columns.append(Column(column.name, isChief: names.contains(column.name)))
    }
    return columns
  }

  /// The names of the columns that make a group, without its mode.
  var names: [String] {
    cuts.flatMap(\.keys).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }

  /// All that makes a group.
  var keys: SQL { .joined((names + ["mode"]).map { "\(identifier: $0)" }, separator: ", ") }

  /// One text for each group.
  var key: SQL { "array_to_string(array[\(fragment: keys)]::text[], '/', '-')" }

  /// What tells a group, to be selected from ``cohorts(_:on:)`` by group, before what else is: of names that
  /// changed, the last.
  var told: SQL { told(isFirstText: false) }

  /// The same, with the first column as a text or as it is.
  func told(isFirstText: Bool) -> SQL {
    .joined(
      columns.enumerated().map { place, column -> SQL in
        guard names.contains(column.name) else {
          return
            "(array_agg(\(identifier: column.name) order by intake desc))[1] as \(identifier: column.name),"
        }
        return isFirstText && place == 0 ? "\(identifier: column.name)::text," : "\(identifier: column.name),"
      }, separator: " ")
  }

  /// All columns that tell a cohort's group, and its intake, of whichever group it is.
  var everyColumn: SQL {
    .joined((columns.map(\.name) + ["intake"]).map { "\(identifier: $0)" }, separator: ", ")
  }

  /// What tells a group of ``everyColumn`` by one text, ``key``.
  var toldByKey: SQL {
    .joined(
      columns.map {
        "(array_agg(\(identifier: $0.name) order by intake desc))[1] as \(identifier: $0.name),"
      },
      separator: " ")
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
