/// A report of figures, with what its rows are of.
public enum FigureReport: Sendable {
  /// A row a cohort.
  case cohort
  /// Cohorts added up.
  case overview(by: [ReportCut])
  /// Persons by level; only levels of the framework, where one is given.
  case language(by: [ReportCut], framework: String?)
  /// Cohorts added up in other figures.
  case sum(SummedReport, by: [ReportCut])
  /// A row a partner, in the period since a day; that of its year where none is given.
  case partner(since: Day?)
  /// What workshops publish of a year; that of the day where none is given.
  case year(Int?, by: [ReportCut])
  /// Culture events and who took part.
  case culture(by: [ReportCut])

  /// One of each that has figures of its own, of all there is.
  public static let all =
    [.cohort, .language(by: [], framework: nil), .partner(since: nil), .year(nil, by: []), .culture(by: [])]
    + SummedReport.all.map { FigureReport.sum($0, by: []) }

  /// Its name.
  public var name: String {
    switch self {
    case .cohort: "cohort"
    case .overview: "overview"
    case .language: "language"
    case .sum(let report, _): report.name
    case .partner: "partner"
    case .year: "year"
    case .culture: "culture"
    }
  }

  /// What its rows may be of.
  var possibleCuts: [ReportCut] {
    switch self {
    case .overview, .language, .culture: ReportCut.common
    case .sum(let report, _): report.cuts
    case .year: Reports.cutsOfYear
    case .cohort, .partner: []
    }
  }

  /// What its rows are of, where that can be chosen.
  var cuts: [ReportCut] {
    switch self {
    case .overview(let cuts), .language(let cuts, _), .sum(_, let cuts), .year(_, let cuts),
      .culture(let cuts):
      cuts
    case .cohort, .partner: []
    }
  }

  /// The name under which `report.indicator` has its figures.
  public var figures: String {
    if case .overview = self { return "cohort" }
    return name
  }
}

extension Reports {
  /// What the columns of a report are called.
  public func columns(of report: FigureReport) -> [Column] {
    switch report {
    case .cohort, .overview: CohortReport.columns
    case .language: language(by: []).columns
    case .sum(let report, _): report.columns
    case .partner: partners().columns
    case .year: Self.columnsOfYear
    case .culture: culture(by: []).columns
    }
  }
}
