import Support
import Testing

@testable import Luban

/// Lives worked out by hand.
///
/// All began in A in September of 2024; its census was on 1 October 2024, that of the parallel
/// B on the same day, that of the later L on 1 October 2025. X is a cohort of another program, of the year of A.
///
/// | | life | A: census, retained, completed |
/// | --- | --- | --- |
/// | 1 | stays | yes, yes, no |
/// | 2 | completes | yes, yes, yes; here too |
/// | 3 | withdraws | yes, no, no |
/// | 4 | dies | yes, no, no; not in the adjusted census |
/// | 5 | to L between the two censuses | yes, yes, no; gone from here; not of the census of L again |
/// | 6 | to B before the census | no: of the census of B |
/// | 7 | to B after the census, completes there | yes, yes, yes; gone from here |
/// | 8 | to X after the census | yes, no, no; gone from here, not in the adjusted census |
/// | 9 | never came | no |
/// | 10 | withdraws, and returns into L | yes, yes, no |
/// | 11 | is on leave | yes, yes, no |
/// | 12 | is dismissed | yes, no, no |
@Suite("Figures of those who change cohorts")
struct ChainFigureTests {
  private let a: CohortCode = "UZ-TAS-LOG-2024A"
  private let b: CohortCode = "UZ-TAS-LOG-2024B"
  private let l: CohortCode = "UZ-TAS-LOG-2025A"
  private let x: CohortCode = "UZ-TAS-TRA-2024A"

  private func live(in office: Office) async throws {
    for (code, year) in [(a, 2024), (b, 2024), (l, 2025)] { try await office.cohort(code, year: year) }
    _ = try await office.programs.add(
      "TRA", edition: "2024",
      ProgramDetails {
        ($0.titles, $0.mode, $0.field, $0.level, $0.months) = (
          ["en": "Transport"], .degreeEducation, "0413", 5, 24
        )
      })
    _ = try await office.cohorts.plan(
      x, at: "UZ-TAS", of: "TRA",
      CohortDetails {
        ($0.intakeOn, $0.plannedEndOn, $0.capacity) = (day("2024-09-01"), day("2026-07-01"), 20)
      })
    _ = try await office.cohorts.open(x, on: day("2024-05-01"), override: "a test")
    try await office.people(12)
    _ = try await office.enrollments.enroll(
      students(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), in: a, appliedOn: day("2024-06-01"))
    try await office.change(2, in: a, to: .completed, on: "2026-06-20")
    try await office.change(3, in: a, to: .withdrawn, on: "2025-01-10")
    try await office.change(4, in: a, to: .withdrawn, on: "2025-01-10", code: "death")
    try await office.change(9, in: a, to: .withdrawn, on: "2024-09-10", code: "no_show")
    try await office.change(10, in: a, to: .withdrawn, on: "2024-12-01")
    try await office.change(11, in: a, to: .suspended, on: "2025-03-01")
    try await office.change(12, in: a, to: .dismissed, on: "2025-03-01")
    for (student, to, on) in [
      (5, l, "2025-09-05"), (6, b, "2024-09-10"), (7, b, "2024-11-10"), (8, x, "2024-12-01"),
    ] {
      let moved = try await office.enrollments.transfer(
        students(student), from: a, to: to, on: day(on), reason: "moved",
        override: to == x ? "another trade" : nil)
      #expect(moved.leftOut == [])
    }
    try await office.change(7, in: b, to: .completed, on: "2026-06-20")
    let back = try await office.enrollments.takeBack(students(10), whoLeft: a, into: l, on: day("2025-09-03"))
    #expect(back.leftOut == [])
  }

  private static let columns = [
    "cohort", "census_size", "retained", "retention", "completed_of_census", "completion", "census_here",
    "completed_here", "completion_here", "census_adjusted", "completion_adjusted", "census_due",
    "completed_on_time", "enrolled", "completed", "transferred_out", "transferred_in", "returned_in",
  ]

  @Test("a chain counts once, in the census of the cohort where it stood, and completes wherever it does")
  func figures() async throws {
    try await withOffice { office in
      try await live(in: office)
      var scope = ReportScope()
      scope.asOf = day("2026-08-01")
      #expect(
        try await office.csv(office.reports.cohorts(scope), Page(sort: ["cohort"], columns: Self.columns))
          == """
          \(Self.columns.joined(separator: ","))
          UZ-TAS-LOG-2024A,10,6,60.0,2,20.0,7,1,,8,,10,2,1,1,4,0,0
          UZ-TAS-LOG-2024B,1,1,,0,,1,0,,1,,1,0,1,1,0,2,0
          UZ-TAS-LOG-2025A,0,0,,0,,0,0,,0,,,,2,0,0,1,1
          UZ-TAS-TRA-2024A,0,0,,0,,0,0,,0,,0,0,1,0,0,1,0

          """)
      #expect(try await office.countsThatDifferFromTheirMembers(knownAt: try await office.now()) == [])
    }
  }

  @Test("before the census nothing is told but where people stand; a total is the sum of its column")
  func totals() async throws {
    try await withOffice { office in
      try await live(in: office)
      var scope = ReportScope()
      // L stands before its census, the others after theirs.
      scope.asOf = day("2025-09-20")
      let columns = [
        "cohort", "enrolled", "census_size", "women", "gender_known", "retained", "retention", "census_due",
        "on_time",
      ]
      #expect(
        try await office.csv(
          try await office.reports.cohortsWithTotals(scope), Page(sort: ["row", "cohort"], columns: columns))
            == """
            \(columns.joined(separator: ","))
            UZ-TAS-LOG-2024A,2,10,5,10,6,60.0,,
            UZ-TAS-LOG-2024B,2,1,1,1,1,,,
            UZ-TAS-LOG-2025A,2,,,,,,,
            UZ-TAS-TRA-2024A,1,0,0,0,0,,,
            total degree_education,7,11,6,11,7,63.6,,

            """)
      #expect(
        try await office.csv(
          try await office.reports.overview(scope, by: [.program]),
          Page(columns: ["program", "cohorts", "census_size", "retained", "retention"])) == """
            program,cohorts,census_size,retained,retention
            LOG,3,11,7,63.6
            TRA,1,0,0,

            """)
    }
  }

  @Test("a total as JSON keeps its row, whatever a column is called")
  func json() async throws {
    try await withOffice(.cohort) { office in
      let rows = Lines()
      try await office.copy(
        try await office.reports.cohortsWithTotals(), Page(columns: ["row", "cohort"]), as: .jsonLines
      ) { rows.append($0) }
      #expect(
        rows.all == [
          #"{"row":"cohort","cohort":"UZ-TAS-LOG-2026A"}"#,
          #"{"row":"total","cohort":"total degree_education"}"#,
        ])
    }
  }
}
