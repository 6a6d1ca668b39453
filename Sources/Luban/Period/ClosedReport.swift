import Postgres

/// A report of which a closing keeps the figures: one whose rows can be of workshops, so that what all of
/// them keep adds up to what the report says of all.
struct ClosedReport: Sendable {
  let name: String
  /// The columns that tell its rows of one workshop apart.
  let record: [String]
  let rows: @Sendable (_ reports: Reports, _ scope: ReportScope, _ year: Int) async throws -> Listing

  static let all = [
    ClosedReport(name: "overview", record: ["mode"]) { reports, scope, _ in
      try await reports.overview(scope, by: [.workshop])
    },
    ClosedReport(name: "language", record: ["mode", "framework", "level"]) { reports, scope, _ in
      reports.language(scope, by: [.workshop])
    },
    ClosedReport(name: "culture", record: ["mode"]) { reports, scope, _ in
      reports.culture(scope, by: [.workshop])
    },
    ClosedReport(name: "attendance", record: ["mode"]) { reports, scope, _ in
      try await reports.sums(.attendance, scope, by: [.workshop])
    },
    ClosedReport(name: "outcomes", record: ["mode", "months"]) { reports, scope, _ in
      try await reports.sums(.outcomes, scope, by: [.workshop])
    },
    ClosedReport(name: "program", record: ["mode", "program", "edition"]) { reports, scope, _ in
      try await reports.sums(.program, scope, by: [.workshop, .edition])
    },
    ClosedReport(name: "year", record: ["year"]) { reports, scope, year in
      try await reports.year(year, scope)
    },
  ]
}

extension Reports {
  /// The counts of all reports that a closing keeps, a row each: workshop, report, record, indicator, value.
  func counts(_ year: Int, _ scope: ReportScope) async throws -> SQL {
    var parts: [SQL] = []
    for report in ClosedReport.all {
      let listing = try await report.rows(self, scope, year)
      guard let rows = listing.reportRows else {
        throw LubanError.internal("\(report.name) adds up to nothing")
      }
      let record = SQL.joined(report.record.map { "r.\(identifier: $0)" }, separator: ", ")
      parts.append(
        """
        select w.id as workshop_id, \(report.name)::text as report,
          concat_ws('/', \(fragment: record)) as record, f.indicator, f.value
        from (\(fragment: listing.body(scope.asOf))) r
        join report.known_workshop(\(fragment: scope.known)) w on w.code = r.workshop
        cross join lateral report.counts_of(\(rows.report), to_jsonb(r)) f
        """)
    }
    return .joined(parts, separator: " union all ")
  }
}
