import Luban
import Support
import Testing

@Suite("Cohort report")
struct CohortReportTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  /// A story of 14 students with everything that can happen.
  private func story(_ office: Office) async throws {
    try await office.cohort(capacity: 12)
    try await office.people(14)
    let cohort: CohortCode = "UZ-TAS-LOG-2026A"
    let enrollments = office.enrollments
    _ = try await enrollments.enroll(
      students(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13), in: cohort, appliedOn: try day("2026-06-01"))
    _ = try await enrollments.enroll(students(14), in: cohort, as: .applied, appliedOn: try day("2026-06-02"))
    _ = try await enrollments.change(
      .students(students(1)), in: cohort, to: .withdrawn, on: try day("2026-09-10"),
      reason: ChangeReason(code: "no_show"))
    _ = try await enrollments.change(
      .students(students(2)), in: cohort, to: .withdrawn, on: try day("2026-11-01"),
      reason: ChangeReason(code: "work"))
    _ = try await enrollments.change(
      .students(students(3)), in: cohort, to: .suspended, on: try day("2026-11-02"),
      reason: ChangeReason(code: "health"))
    _ = try await enrollments.change(
      .students(students(4)), in: cohort, to: .completed, on: try day("2026-11-03"))
  }

  private func report(_ office: Office, asOf day: Day, knownAt: KnownTime? = nil) async throws -> String {
    var scope = ReportScope()
    scope.asOf = day
    scope.knownAt = knownAt
    return try await office.csv(
      office.reports.cohorts(scope),
      Page(columns: [
        "applications", "applied", "waitlisted", "enrolled", "suspended", "completed", "withdrawn",
        "no_shows",
        "census_size", "retained", "retention", "completed_of_census", "completion", "women",
      ]))
  }

  @Test("every figure as computed by hand, on three days")
  func figures() async throws {
    try await withOffice { office in
      try await story(office)
      let rows = try await [day("2026-08-01"), day("2026-10-15"), day("2026-11-20")].asyncMap {
        try await report(office, asOf: $0).split(separator: "\n")[1]
      }
      // Before the census no cohort is fixed, and nothing is told of it.
      #expect(rows[0] == "14,1,1,12,0,0,0,0,,,,,,")
      // The no-show left before the census; the first who waited took the seat, on that day, before the census.
      #expect(rows[1] == "14,1,0,12,0,0,0,1,12,12,100.0,0,0.0,6")
      #expect(rows[2] == "14,1,0,9,1,1,1,1,12,11,91.7,1,8.3,6")
    }
  }

  @Test("a report as of a past day is not moved by what happens later")
  func past() async throws {
    try await withOffice { office in
      try await story(office)
      let before = try await report(office, asOf: try day("2026-10-15"))
      _ = try await office.enrollments.change(
        .students(students(5, 6)), in: "UZ-TAS-LOG-2026A", to: .dismissed, on: try day("2026-11-25"),
        reason: ChangeReason(code: "conduct"))
      var changes = CohortDetails()
      changes.capacity = 20
      _ = try await office.cohorts.edit("UZ-TAS-LOG-2026A", changes)
      #expect(try await report(office, asOf: try day("2026-10-15")) == before)
    }
  }

  @Test("a back-dated correction changes what was true, and leaves what was known")
  func known() async throws {
    try await withOffice { office in
      try await story(office)
      let before = try await report(office, asOf: try day("2026-10-15"))
      let then = try await office.now()
      _ = try await office.enrollments.correct(
        event: 2, of: students(2)[0], in: "UZ-TAS-LOG-2026A", to: try day("2026-10-01"), reason: "wrong month"
      )
      #expect(try await report(office, asOf: try day("2026-10-15")) != before)
      #expect(try await report(office, asOf: try day("2026-10-15"), knownAt: then) == before)
    }
  }

  @Test("another gender or census day counts from now on, and leaves what was known")
  func knownPeople() async throws {
    try await withOffice { office in
      try await story(office)
      let before = try await report(office, asOf: try day("2099-01-01"))
      let then = try await office.now()
      var person = StudentChanges()
      person.details.gender = .other
      _ = try await office.students.edit(students(2)[0], person)
      var changes = CohortDetails()
      changes.censusDay = 5
      _ = try await office.cohorts.edit("UZ-TAS-LOG-2026A", changes)
      let after = try await report(office, asOf: try day("2099-01-01")).split(separator: "\n")[1]
      // The no-show left after day 5, so he is of the census; who took his seat came too late for it.
      #expect(after == "14,1,0,9,1,1,2,0,12,10,83.3,1,8.3,5")
      #expect(try await report(office, asOf: try day("2099-01-01"), knownAt: then) == before)
      #expect(try await office.schema.examine(isDeep: true).filter { !$0.isWell } == [])
    }
  }

  @Test("the states add up, and what is derived agrees with the events")
  func doctor() async throws {
    try await withOffice { office in
      try await story(office)
      let findings = try await office.schema.examine(isDeep: true)
      #expect(findings.filter { !$0.isWell } == [])
      #expect(findings.count > 8)
    }
  }
}

extension Array {
  fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
    var values: [Value] = []
    for element in self { values.append(try await transform(element)) }
    return values
  }
}
