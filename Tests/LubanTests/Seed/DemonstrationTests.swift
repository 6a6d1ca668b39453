import Support
import Testing

@testable import Luban

@Suite("Demonstration")
struct DemonstrationTests {
  private static func report(_ office: Office, asOf day: String = "2026-06-30") async throws -> String {
    var scope = ReportScope()
    scope.asOf = try #require(Day(day))
    return try await office.csv(try await office.reports.cohortsWithTotals(scope))
  }

  private static func counts(_ office: Office) async throws -> [Int] {
    try await office.database.read { tx in
      try tx.rows(
        """
        select count(*) from student union all select count(*) from enrollment_event union all
        select count(*) from cohort union all select count(*) from course union all select count(*) from agreement
        """, as: Int.self)
    }
  }

  @Test("the same seed gives the same report, byte for byte, in another office")
  func isDeterministic() async throws {
    try await withOffice { one in
      try await withOffice { other in
        _ = try await one.schema.demonstrate(students: 120, seed: 7)
        _ = try await other.schema.demonstrate(students: 120, seed: 7)
        let report = try await Self.report(one)
        #expect(report == (try await Self.report(other)))
        #expect(try await one.csv(one.reports.roster()) == (try await other.csv(other.reports.roster())))
      }
    }
  }

  @Test("another seed gives other people")
  func differsBySeed() async throws {
    try await withOffice { one in
      try await withOffice { other in
        _ = try await one.schema.demonstrate(students: 60, seed: 1)
        _ = try await other.schema.demonstrate(students: 60, seed: 2)
        #expect(try await one.csv(one.reports.roster()) != (try await other.csv(other.reports.roster())))
      }
    }
  }

  @Test("the same command again adds nothing")
  func isIdempotent() async throws {
    try await withOffice { office in
      let first = try await office.schema.demonstrate(students: 100)
      let counts = try await Self.counts(office)
      let second = try await office.schema.demonstrate(students: 100)
      #expect(first.isNew && !second.isNew)
      #expect(first.enrollments == second.enrollments && first.cohorts == second.cohorts)
      #expect(try await Self.counts(office) == counts)
    }
  }

  @Test("another demonstration is refused, and the one that is there stays")
  func isOne() async throws {
    try await withOffice { office in
      _ = try await office.schema.demonstrate(students: 50)
      let counts = try await Self.counts(office)
      for (students, seed, hasRecords) in [(51, 1, true), (50, 2, true), (50, 1, false)] {
        let error = await #expect(throws: LubanError.self) {
          try await office.schema.demonstrate(students: students, seed: seed, hasRecords: hasRecords)
        }
        guard case .conflict(let rule) = error else { throw Unexpected(error) }
        #expect(rule.name == "demo_is_one" && rule.detail == "seed 1, 50 students")
      }
      #expect(try await Self.counts(office) == counts)
    }
  }

  @Test("an office with students of its own is left alone")
  func sparesRealOffices() async throws {
    try await withOffice { office in
      try await office.people(2)
      let error = await #expect(throws: LubanError.self) { try await office.schema.demonstrate() }
      guard case .ruleBroken(let rule) = error else { throw Unexpected(error) }
      #expect(rule.name == "demo_goes_into_an_empty_office" && rule.detail == "2 students")
      #expect(try await Self.counts(office)[2] == 0)
    }
  }

  @Test("the doctor finds nothing, and every state is there")
  func isWell() async throws {
    try await withOffice { office in
      _ = try await office.schema.demonstrate(students: 1000)
      let findings = try await office.schema.examine(isDeep: true)
      #expect(findings.filter { !$0.isWell } == [])
      let (statuses, states, reasons, corrections, transfers) = try await office.database.read { tx in
        try tx.one(
          """
          select (select count(distinct status) from cohort), (select count(distinct state) from enrollment),
            (select count(distinct reason_code) from enrollment_event),
            (select count(*) from enrollment_event where voids is not null),
            (select count(*) from enrollment_link)
          """, as: (Int.self, Int.self, Int.self, Int.self, Int.self))
      }
      // All but cancelled, and all that an enrollment can be in.
      #expect(statuses == 4 && states == 11 && reasons >= 8 && corrections > 0 && transfers > 0)
    }
  }

  @Test("what was entered late is missing from a report as known earlier")
  func isBitemporal() async throws {
    try await withOffice { office in
      _ = try await office.schema.demonstrate(students: 1000)
      var scope = ReportScope()
      scope.asOf = try #require(Day("2025-10-31"))
      let known = try await office.csv(office.reports.cohorts(scope))
      scope.knownAt = try await office.knownMoment("2025-11-01T00:00:00Z").time
      let knownThen = try await office.csv(office.reports.cohorts(scope))
      #expect(known != knownThen)
    }
  }
}

/// An error of another kind than the test is about.
private struct Unexpected: Error {
  let error: (any Error)?
  init(_ error: (any Error)?) { self.error = error }
}
