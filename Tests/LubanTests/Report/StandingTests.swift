import Luban
import Postgres
import Support
import Testing

@Suite("Listings of an earlier day and time")
struct StandingTests {
  private let a: CohortCode = "UZ-TAS-LOG-2024A"
  private let later: Day = day("2024-11-01")

  /// Roster, enrollments and cohorts as known at a time.
  private func told(_ office: Office, knownAt: KnownTime?, asOf: Day = .today) async throws -> String {
    var scope = ReportScope()
    (scope.asOf, scope.knownAt) = (asOf, knownAt)
    let columns = ["student", "full_name", "nationality", "state", "since", "applied_on"]
    return try await office.csv(office.reports.roster(scope), Page(columns: columns))
      + office.csv(
        office.enrollments.list(knownAt: knownAt), Page(columns: ["student", "name", "state", "override"]))
      + office.csv(
        office.cohorts.list(knownAt: knownAt),
        Page(columns: ["code", "status", "intake", "window_closes", "capacity", "seats_held", "waiting"]))
  }

  @Test("come back to the byte, whatever was enrolled, corrected, renamed or edited later")
  func known() async throws {
    try await withOffice { office in
      try await office.cohort(a, year: 2024, capacity: 3)
      try await office.people(4)
      let enrollments = office.enrollments
      _ = try await enrollments.enroll(students(1, 2), in: a, appliedOn: day("2024-06-01"))
      let then = try await office.now()
      let before = try await told(office, knownAt: then)
      #expect(before == (try await told(office, knownAt: nil)))
      #expect(before.contains("S-00002,Student 2,UZ,enrolled,2024-06-01,2024-06-01"))
      #expect(before.contains("UZ-TAS-LOG-2024A,open,2024-09-01,2024-10-01,3,2,0"))

      _ = try await enrollments.enroll(students(3, 4), in: a, appliedOn: day("2024-07-01"))
      _ = try await enrollments.change(.students(students(1)), in: a, to: .withdrawn, on: later)
      _ = try await enrollments.correct(event: 1, of: students(2)[0], in: a, to: nil, reason: "a test")
      _ = try await enrollments.enroll(students(2), in: a, appliedOn: day("2024-06-02"), override: "again")
      var person = StudentChanges()
      person.details.fullName = "Another"
      person.details.nationality = "KZ"
      person.renaming = .correction
      try await office.students.edit(students(2)[0], person)
      var cohort = CohortDetails()
      (cohort.capacity, cohort.intakeOn) = (5, day("2024-08-20"))
      _ = try await office.cohorts.edit(a, cohort)
      cohort = CohortDetails()
      cohort.windowClosesOn = day("2025-01-01")
      _ = try await office.cohorts.edit(a, cohort)
      try await office.cohorts.start(a, on: later)
      #expect(try await told(office, knownAt: then) == before)
      let now = try await told(office, knownAt: nil)
      #expect(now.contains("S-00002,Another,KZ,enrolled,2024-06-02,2024-06-02"))
      #expect(now.contains("UZ-TAS-LOG-2024A,running,2024-08-20,2025-01-01,5,3,0"))
      // The day before the withdrawal, as known now.
      #expect(
        try await told(office, knownAt: nil, asOf: day("2024-10-31"))
          .contains("S-00001,Student 1,UZ,enrolled,2024-06-01"))
    }
  }
}
