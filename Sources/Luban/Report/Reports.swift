import Postgres

/// Reports: figures with what they are made of, as of a day and as known at a time.
public struct Reports: Sendable {
  let office: Office

  /// The cohort report: one row a cohort; formulas in docs/reference/indicators.md.
  public func cohorts(_ scope: ReportScope = ReportScope()) -> Listing {
    Listing(columns: CohortReport.columns, order: ["intake", "cohort"], on: scope.asked) {
      cohortRows(scope, $0)
    }.adding(up: ReportRows("cohort", by: ["cohort"]))
  }

  /// The same with a row for each mode of education, which are never added up into one.
  ///
  /// A total is the sum of its column, and its rates are what its own counts say.
  func cohortsWithTotals(_ scope: ReportScope = ReportScope()) async throws -> Listing {
    let figures = try await figures(of: "cohort")
    let names = CohortReport.columns.map { column -> SQL in "\(identifier: column.name)" }
    let totals = CohortReport.columns.map { column -> SQL in
      switch column.name {
      case "cohort": "format(wording('total {0}'), wording(mode))"
      case "mode": "mode"
      default: figures[column.name]?.ofGroup ?? "null"
      }
    }
    return Listing(
      columns: [Column("row", isShown: false)] + CohortReport.columns,
      order: ["row", "intake", "cohort"], on: scope.asked
    ) { day in
      """
      with cohorts as (\(fragment: cohortRows(scope, day)))
      select 'cohort' as row, \(fragment: .joined(names, separator: ", ")) from cohorts
      union all
      select 'total', \(fragment: .joined(totals, separator: ", ")) from cohorts group by mode
      """
    }.adding(up: ReportRows("cohort", by: ["cohort", "mode"]))
  }

  /// The cohorts of a scope on a day.
  func cohortRows(_ scope: ReportScope, _ day: Day) -> SQL {
    """
    select r.* from list.cohort_report(\(day), \(fragment: scope.known)) r
    where \(fragment: scope.condition(on: day))
    """
  }

  /// The roster: one row for each enrollment of the cohorts, with what a class list needs.
  ///
  /// As it is now, unless the scope names a past day or a time.
  public func roster(_ scope: ReportScope = ReportScope()) -> Listing {
    let standing = Standing(asOf: scope.asOf == .today ? nil : scope.asOf, knownAt: scope.knownAt)
    return Listing(
      columns: RosterReport.columns, order: ["cohort", "student"], on: scope.asked
    ) { RosterReport.body(scope, standing, on: $0) }
  }
}

/// What a report is about.
public struct ReportScope: Sendable {
  /// Of a workshop.
  public var workshop: WorkshopCode?
  /// One cohort.
  public var cohort: CohortCode?
  /// Of a country, by its two letters.
  public var country: String?
  /// Of members and partners of the Shanghai Cooperation Organization on that day.
  public var isSCO = false
  /// Of workshops in sister and friendly cities of Tianjin.
  public var isSisterCity = false
  /// Of a program.
  public var program: ProgramCode?
  /// Of a mode of education.
  public var mode: String?
  /// Only people of this gender.
  public var gender: Gender?
  /// Only people of this nationality, by the two letters of the country.
  public var nationality: String?
  /// With an intake on this day or later.
  public var intakeFrom: Day?
  /// With an intake on this day or earlier.
  public var intakeTo: Day?
  /// The day for which it is true.
  public var asOf: Day = .today
  /// As far as had been recorded by then; `nil` for all that is known.
  public var knownAt: KnownTime?

  /// Everything, today.
  public init() {}

  var known: SQL { "coalesce(\(knownAt), now())" }
  var asked: AskedDay {
    var asked = AskedDay(asOf, workshop: workshop)
    asked.cohort = cohort
    asked.others = [NamedCode(program), country.map(NamedCode.country)].compactMap(\.self)
    return asked
  }

  /// The condition on rows that have `workshop`, `country`, `program`, `mode` and `intake`.
  func condition(on day: Day) -> SQL {
    """
    \(fragment: placeCondition(on: day))
      and (\(cohort) is null or r.cohort = \(cohort))
      and (\(program) is null or r.program = \(program))
      and (\(mode) is null or r.mode = \(mode))
      and (\(intakeFrom) is null or r.intake >= \(intakeFrom))
      and (\(intakeTo) is null or r.intake <= \(intakeTo))
    """
  }

  /// Whether it is of some people alone.
  var isOfSome: Bool { gender != nil || nationality != nil }

  /// The condition on students `s`.
  var condition: SQL {
    """
    (\(gender?.rawValue) is null or s.gender::text = \(gender?.rawValue))
      and (\(nationality) is null or s.nationality = read_country(\(nationality)))
    """
  }

  /// Whether it names workshops.
  var isOfPlaces: Bool { workshop != nil || country != nil || isSCO || isSisterCity }

  /// The condition on rows that have `workshop` and `country`.
  func placeCondition(on day: Day) -> SQL {
    """
    (\(workshop) is null or r.workshop = \(workshop))
      and (\(country) is null or r.country = read_country(\(country)))
      and (not \(isSCO) or r.country in (
        select s.country from country_sco s where s.since <= \(day) and (s.until is null
          or \(day) < s.until)))
      and (not \(isSisterCity) or r.workshop in (
        select w.code from report.known_workshop(\(fragment: known)) w
        join sister_city s on s.city_id = w.city_id))
    """
  }
}
