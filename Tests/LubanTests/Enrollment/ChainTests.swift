import Luban
import Postgres
import Support
import Testing

/// Transfers and returns: one person, in one place on every day.
@Suite("Transfers and returns")
struct ChainTests {
  private let a: CohortCode = "UZ-TAS-LOG-2024A"
  private let b: CohortCode = "UZ-TAS-LOG-2024B"

  /// Student 1 with a mark in A, and B beside it.
  private func office(_ office: Office, seats: Int = 30) async throws {
    try await office.taughtCohort(2)
    try await office.grade(1, "LOG-110", "5", on: "2024-12-01")
    try await office.cohort(b, year: 2024, capacity: seats)
  }

  private func transfer(_ office: Office, from: CohortCode, to: CohortCode, on: String) async throws {
    let outcome = try await office.enrollments.transfer(
      students(1), from: from, to: to, on: day(on), reason: "evenings")
    #expect(outcome.leftOut == [] && outcome.done.map(\.state) == [.enrolled])
  }

  private func figures(_ office: Office, asOf: String = "2026-11-01", knownAt: KnownTime? = nil) async throws
    -> String
  {
    var scope = ReportScope()
    scope.asOf = day(asOf)
    scope.knownAt = knownAt
    return try await office.csv(
      office.reports.cohorts(scope),
      Page(columns: [
        "cohort", "applications", "enrolled", "withdrawn", "transferred_out", "transferred_in", "returned_in",
        "census_size", "retained",
      ]))
  }

  private func passed(_ office: Office, _ cohort: CohortCode, asOf: String) async throws -> [Int] {
    try await office.results.show(students(1)[0], workshop: "UZ-TAS", cohort: cohort, asOf: day(asOf))
      .map(\.passedCourses)
  }

  @Test(
    "a transfer that never was is taken back from either end, and is in no figure since", arguments: [0, 1])
  func void(end: Int) async throws {
    try await withOffice { office in
      try await self.office(office)
      let before = try await figures(office)
      try await transfer(office, from: a, to: b, on: "2025-01-10")
      let known = try await office.now()
      let meanwhile = try await figures(office)
      #expect(meanwhile != before)
      let corrected = try await office.enrollments.correct(
        event: end == 0 ? 2 : 1, of: students(1)[0], in: end == 0 ? a : b, to: nil, reason: "never")
      #expect(corrected.state == (end == 0 ? .enrolled : .annulled))
      #expect(try await figures(office) == before)
      #expect(try await figures(office, knownAt: known) == meanwhile)
      #expect(try await office.csv(office.enrollments.list()).contains(b.rawValue) == false)
      // It begins again in the same row.
      try await transfer(office, from: a, to: b, on: "2025-02-10")
      let begun = try await office.enrollments.show(students(1)[0], in: b)
      #expect(begun.events.map(\.nth) == [1, 2, 3] && begun.appliedOn == day("2025-02-10"))
    }
  }

  @Test("a transfer is moved to another day by both ends, and so is what follows it")
  func redate() async throws {
    try await withOffice { office in
      try await self.office(office)
      try await transfer(office, from: a, to: b, on: "2025-01-10")
      #expect(try await passed(office, b, asOf: "2025-01-09") == [0])
      #expect(try await passed(office, b, asOf: "2025-01-10") == [1])
      _ = try await office.enrollments.correct(
        event: 1, of: students(1)[0], in: b, to: day("2024-12-20"), reason: "the letter")
      #expect(try await office.enrollments.show(students(1)[0], in: a).since == day("2024-12-20"))
      #expect(try await office.enrollments.show(students(1)[0], in: b).appliedOn == day("2024-12-20"))
      #expect(try await passed(office, b, asOf: "2024-12-20") == [1])
      // The mark of the first of December would fall outside.
      await #expect(throws: LubanError.self) {
        try await office.enrollments.correct(
          event: 2, of: students(1)[0], in: b, to: day("2024-11-20"), reason: "earlier")
      }
    }
  }

  @Test(
    "who was transferred comes back while the seat elsewhere is given up, and takes along what was earned")
  func backAgain() async throws {
    try await withOffice { office in
      try await self.office(office)
      try await transfer(office, from: a, to: b, on: "2025-01-10")
      let back = try await office.enrollments.takeBack(
        students(1), whoLeft: a, on: day("2025-03-01"), reason: ChangeReason(text: "mornings"))
      #expect(back.leftOut == [] && back.done.map(\.state) == [.enrolled])
      let inB = try await office.enrollments.show(students(1)[0], in: b)
      #expect(inB.state == .transferred && inB.continuedIn == a && inB.continues == nil)
      #expect(try await office.enrollments.show(students(1)[0], in: a).continues == b)
      #expect(try await passed(office, b, asOf: "2025-02-01") == [1])
      #expect(try await passed(office, b, asOf: "2025-03-01") == [0])
      #expect(
        try await figures(office) == """
          cohort,applications,enrolled,withdrawn,transferred_out,transferred_in,returned_in,census_size,retained
          UZ-TAS-LOG-2024A,2,2,0,0,0,0,2,2
          UZ-TAS-LOG-2024B,1,0,0,1,1,0,0,0

          """)
      // And forth again: the way there is a return, as the refusal says.
      let forth = try await office.enrollments.transfer(
        students(1), from: a, to: b, on: day("2025-04-01"), reason: "evenings")
      #expect(forth.leftOut.flatMap(\.rules).map(\.name) == ["enrollment_comes_back_by_return"])
      let there = try await office.enrollments.takeBack(students(1), whoLeft: b, on: day("2025-04-01"))
      #expect(there.done.map(\.cohort) == [b])
      #expect(try await passed(office, b, asOf: "2025-04-01") == [1])
      // The last of them is taken back; the one before it only when nothing follows.
      _ = try await office.enrollments.correct(
        event: 4, of: students(1)[0], in: a, to: nil, reason: "stayed after all")
      #expect(try await office.enrollments.show(students(1)[0], in: a).state == .enrolled)
    }
  }

  @Test("who withdrew returns into the same cohort, the gap kept, commenced once and retained again")
  func sameCohort() async throws {
    try await withOffice { office in
      try await self.office(office)
      _ = try await office.enrollments.change(
        .students(students(1)), in: a, to: .suspended, on: day("2024-12-10"))
      _ = try await office.enrollments.change(
        .students(students(1)), in: a, to: .withdrawn, on: day("2025-01-10"))
      let back = try await office.enrollments.takeBack(students(1), whoLeft: a, on: day("2025-03-01"))
      #expect(back.done.map(\.state) == [.suspended])
      let head =
        "cohort,applications,enrolled,withdrawn,transferred_out,transferred_in,returned_in,census_size,retained\n"
      let other = "UZ-TAS-LOG-2024B,0,0,0,0,0,0,0,0\n"
      #expect(
        try await figures(office, asOf: "2025-02-01") == head + "UZ-TAS-LOG-2024A,2,1,1,0,0,0,2,1\n" + other)
      #expect(
        try await figures(office, asOf: "2025-03-01") == head + "UZ-TAS-LOG-2024A,2,1,0,0,0,0,2,2\n" + other)
    }
  }

  @Test("who withdrew returns into another cohort, counted as returned and never as transferred")
  func otherCohort() async throws {
    try await withOffice { office in
      try await self.office(office)
      _ = try await office.enrollments.change(
        .students(students(1)), in: a, to: .withdrawn, on: day("2025-01-10"))
      let back = try await office.enrollments.takeBack(
        students(1), whoLeft: a, into: b, on: day("2025-03-01"))
      #expect(back.done.map(\.state) == [.enrolled] && back.done.map(\.cohort) == [b])
      #expect(
        try await figures(office) == """
          cohort,applications,enrolled,withdrawn,transferred_out,transferred_in,returned_in,census_size,retained
          UZ-TAS-LOG-2024A,2,1,1,0,0,0,2,2
          UZ-TAS-LOG-2024B,1,1,0,0,0,1,0,0

          """)
      #expect(try await passed(office, b, asOf: "2025-02-28") == [0])
      #expect(try await passed(office, b, asOf: "2025-03-01") == [1])
      // From there back to the first: nobody holds two seats.
      let home = try await office.enrollments.takeBack(students(1), whoLeft: a, on: day("2025-05-01"))
      #expect(home.done.map(\.cohort) == [a])
      #expect(try await office.enrollments.show(students(1)[0], in: b).state == .transferred)
    }
  }

  @Test("a no-show who comes back after the census is of no census, and attends")
  func noShow() async throws {
    try await withOffice { office in
      try await office.taughtCohort(2)
      _ = try await office.enrollments.change(
        .students(students(1)), in: a, to: .withdrawn, on: day("2024-09-20"),
        reason: ChangeReason(code: "no_show"))
      _ = try await office.enrollments.takeBack(students(1), whoLeft: a, on: day("2024-11-01"))
      try await office.grade(1, "LOG-110", "5", on: "2024-12-01")
      #expect(
        try await figures(office) == """
          cohort,applications,enrolled,withdrawn,transferred_out,transferred_in,returned_in,census_size,retained
          UZ-TAS-LOG-2024A,2,2,0,0,0,0,1,1

          """)
    }
  }

  @Test("a return needs a seat, and who waits is not passed over")
  func seat() async throws {
    try await withOffice { office in
      try await self.office(office, seats: 1)
      _ = try await office.enrollments.change(
        .students(students(1)), in: a, to: .withdrawn, on: day("2025-01-10"))
      try await office.people(1)
      _ = try await office.enrollments.enroll(students(3), in: b, appliedOn: day("2024-06-01"))
      let full = try await office.enrollments.takeBack(
        students(1), whoLeft: a, into: b, on: day("2025-03-01"))
      #expect(full.leftOut.flatMap(\.rules).map(\.name) == ["cohort_seats_within_capacity"])
      #expect(full.done == [])
    }
  }
}
