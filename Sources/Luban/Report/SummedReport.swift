import Messages
import Postgres

/// A report of figures that cohorts add up to, by any of its cuts.
///
/// What its figures count, how they add up and what a rate is made of stands in `report.indicator` under its
/// name. A new one is a source, its columns and a command.
public struct SummedReport: Sendable {
  /// Its name, which its figures have in `report.indicator`.
  public let name: String
  /// What its rows may be of.
  public let cuts: [ReportCut]
  /// The columns that tell rows of one cohort apart.
  private(set) var keys: [Column]
  /// The figure that all these rows share.
  let shared: String?
  /// Its figures.
  let columns: [Column]
  /// The counts of all cohorts of a day, as known at a time: a row for each, or for each with its keys.
  private(set) var source: Counts
  /// The same month by month, of a report that has rows by month.
  private let ofMonths: Counts?

  /// A query of counts.
  typealias Counts = @Sendable (_ day: Day, _ known: SQL) -> SQL

  init(
    _ name: String, by cuts: [ReportCut] = ReportCut.common, keys: [Column] = [],
    shared: String? = nil, _ columns: String,
    byMonth ofMonths: Counts? = nil, from source: @escaping Counts
  ) {
    self.name = name
    self.cuts = cuts
    self.keys = keys
    self.shared = shared
    self.columns = Listing.columns(columns, of: "\(name)_report")
    self.source = source
    self.ofMonths = ofMonths
  }

  /// The same, with a row of each cohort for each month.
  var monthly: SummedReport {
    guard let ofMonths else { return self }
    var monthly = self
    monthly.keys.append(Column("month", isChief: true))
    monthly.source = ofMonths
    return monthly
  }

  /// All there are.
  public static let all = [attendance, outcomes, program]
}

extension [ReportCut] {
  /// Refuses what rows of a report can't be of.
  func check(among cuts: [ReportCut], of report: String) throws {
    for cut in self where !cuts.contains(cut) {
      let others = cuts.map(\.rawValue).joined(separator: ", ")
      throw LubanError.usage("Report \(report) has no rows by \(cut.rawValue): there are those by \(others).")
    }
  }
}
