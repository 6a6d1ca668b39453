import Luban
import Support
import Testing

@Suite("Stretches of a cohort")
struct StretchTests {
  private static let columns = [
    "intake", "planned_end", "capacity", "census_on", "census_size", "retained", "retention", "on_time",
    "language_entry_known", "language_reached", "language_attainment", "language_tested", "language_gained",
  ]

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  /// Twelve students of a cohort with a language target, tested, and one of them withdrawn in October.
  private func story(_ office: Office) async throws {
    try await office.cohort(capacity: 12)
    try await office.people(12)
    try await office.database.write { tx in
      try tx.execute(
        """
        insert into completion_rule (edition_id, language_framework, language_level)
        select edition_id, 'hsk2010', '1' from cohort
        """)
    }
    _ = try await office.enrollments.enroll(
      students(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), in: "UZ-TAS-LOG-2026A",
      appliedOn: try day("2026-06-01"))
    _ = try await office.enrollments.change(
      .students(students(1)), in: "UZ-TAS-LOG-2026A", to: .withdrawn, on: try day("2026-09-20"),
      reason: ChangeReason(code: "no_show"))
    try await office.database.write { tx in
      try tx.execute(
        """
        insert into language_certificate (workshop_id, student_id, framework, level, taken_on, purpose, score)
        select workshop_id, id, 'hsk2010', '1', case when number < 8 then '2026-08-20' else '2026-09-15' end::date,
          case when number < 8 then 'external' else 'placement_test' end::language_certificate_purpose, 150
        from student where number > 1
        """)
    }
  }

  private func report(_ office: Office, asOf day: String, knownAt: KnownTime? = nil) async throws -> String {
    var scope = ReportScope()
    scope.asOf = try self.day(day)
    scope.knownAt = knownAt
    return try await office.csv(office.reports.cohorts(scope), Page(columns: Self.columns))
  }

  /// What figures that have no column in the cohort report say.
  private func figures(_ office: Office, asOf day: String, knownAt: KnownTime) async throws -> [String] {
    try await office.database.read { tx in
      try tx.rows(
        """
        select r::text from report.risk(\(try self.day(day)), \(knownAt, as: .timestamptz)) r
        union all
        select g::text from report.language_gain(\(try self.day(day)), \(knownAt, as: .timestamptz)) g
        order by 1
        """, as: String.self)
    }
  }

  @Test(
    "a correction of each field holds for all days, and leaves every figure as it was known",
    arguments: ["intake", "planned end", "capacity", "census day"])
  func correction(field: String) async throws {
    try await withOffice { office in
      try await story(office)
      let days = ["2026-09-12", "2026-11-01", "2026-11-20"]
      let then = try await office.now()
      var before: [String] = []
      for day in days {
        before.append(try await report(office, asOf: day))
        before += try await figures(office, asOf: day, knownAt: then)
      }
      var changes = CohortDetails()
      switch field {
      case "intake": changes.intakeOn = try day("2026-08-10")
      case "planned end": changes.plannedEndOn = try day("2026-11-10")
      case "capacity": changes.capacity = 20
      default: changes.censusDay = 0
      }
      changes.windowClosesOn = try day("2026-09-10")
      try await office.cohorts.edit("UZ-TAS-LOG-2026A", changes)
      var after: [String] = []
      for day in days {
        after.append(try await report(office, asOf: day, knownAt: then))
        after += try await figures(office, asOf: day, knownAt: then)
        #expect(try await report(office, asOf: day) != report(office, asOf: day, knownAt: then), "\(day)")
      }
      #expect(after == before)
      #expect(try await office.cohorts.show("UZ-TAS-LOG-2026A").stretches.map(\.since) == [nil])
      #expect(try await office.schema.examine(isDeep: true).filter { !$0.isWell } == [])
    }
  }

  @Test("a change since a day leaves the days before it, as known now and ever after")
  func since() async throws {
    try await withOffice { office in
      try await story(office)
      let before = try await report(office, asOf: "2026-10-14")
      var changes = CohortDetails()
      changes.capacity = 20
      changes.censusDay = 5
      changes.since = try day("2026-10-15")
      try await office.cohorts.edit("UZ-TAS-LOG-2026A", changes)
      #expect(try await report(office, asOf: "2026-10-14") == before)
      let after = try await report(office, asOf: "2026-10-15").split(separator: "\n")[1]
      #expect(after.hasPrefix("2026-09-01,2028-07-01,20,2026-09-06,12,11,91.7,"))
      let cohort = try await office.cohorts.show("UZ-TAS-LOG-2026A")
      #expect(cohort.capacity == 20)
      #expect(cohort.stretches.map(\.since) == [nil, Day("2026-10-15")])
      #expect(cohort.stretches.map(\.capacity) == [12, 20])
      // What begins before another stretch lasts until that.
      var earlier = CohortDetails()
      earlier.capacity = 15
      earlier.since = try day("2026-10-01")
      try await office.cohorts.edit("UZ-TAS-LOG-2026A", earlier)
      #expect(
        try await office.cohorts.show("UZ-TAS-LOG-2026A").stretches.map(\.capacity) == [12, 15, 20])
      #expect(try await office.cohorts.show("UZ-TAS-LOG-2026A").capacity == 20)
      #expect(try await report(office, asOf: "2026-10-14").contains(",15,"))
    }
  }

  @Test("without a day the stretch that holds now is corrected, over all its days")
  func newest() async throws {
    try await withOffice { office in
      try await story(office)
      var changes = CohortDetails()
      changes.capacity = 20
      changes.since = try day("2026-10-15")
      try await office.cohorts.edit("UZ-TAS-LOG-2026A", changes)
      var correction = CohortDetails()
      correction.capacity = 22
      try await office.cohorts.edit("UZ-TAS-LOG-2026A", correction)
      #expect(try await office.cohorts.show("UZ-TAS-LOG-2026A").stretches.map(\.capacity) == [12, 22])
      #expect(try await report(office, asOf: "2026-10-14").contains(",12,"))
      #expect(try await report(office, asOf: "2026-10-15").contains(",22,"))
    }
  }

  @Test("windows and languages have no day since when")
  func present() async throws {
    try await withOffice(.cohort) { office in
      var changes = CohortDetails()
      changes.languages = ["ru"]
      changes.since = try day("2026-10-15")
      await #expect(throws: LubanError.self) { try await office.cohorts.edit("UZ-TAS-LOG-2026A", changes) }
    }
  }
}
