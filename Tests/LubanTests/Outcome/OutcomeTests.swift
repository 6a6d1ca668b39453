import Luban
import Postgres
import Support
import Testing

@Suite("Outcomes of graduates")
struct OutcomeTests {
  private let cohort: CohortCode = "UZ-TAS-LOG-2022A"
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  /// Twelve graduates, of whom the first eleven gave consent and an address, and one who withdrew.
  private func story(_ office: Office) async throws {
    try await office.cohort("UZ-TAS-LOG-2022A", year: 2022)
    try await office.people(13)
    _ = try await office.enrollments.enroll(
      students(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13), in: cohort, appliedOn: try day("2022-06-01"))
    _ = try await office.enrollments.change(
      .students(students(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)), in: cohort, to: .completed,
      on: try day("2024-06-30"))
    _ = try await office.enrollments.change(
      .students(students(13)), in: cohort, to: .withdrawn, on: try day("2024-06-01"),
      reason: ChangeReason(code: "work"))
    try await office.database.write { tx in
      try tx.execute(
        """
        update student set email = 's' || number || '@example.org', consent_on = '2022-06-01' where number <> 12
        """)
    }
  }

  private func add(
    _ office: Office, _ student: Int, _ status: OutcomeStatus, on text: String = "2025-06-20",
    inField: Bool? = nil
  ) async throws {
    var details = OutcomeDetails()
    details.status = status
    details.answeredOn = try day(text)
    details.isInField = inField
    try await office.outcomes.add(students(student)[0], in: cohort, months: 12, details)
  }

  private func rates(
    _ office: Office, on text: String, knownAt: KnownTime? = nil, _ columns: [String]
  ) async throws -> [String] {
    var filter = OutcomeFilter()
    filter.asOf = try day(text)
    filter.knownAt = knownAt
    let csv = try await office.csv(try await office.outcomes.rates(filter), Page(columns: columns))
    return csv.split(separator: "\n").dropFirst().map(String.init)
  }

  @Test("a survey asks who completed and is due, and writes to those with consent and an address")
  func survey() async throws {
    try await withOffice { office in
      try await story(office)
      await expectBroken("survey_asks_somebody") {
        try await office.outcomes.survey(cohort, months: 12, on: day("2025-05-29"))
      }
      let listing = try await office.outcomes.survey(cohort, months: 12, on: try day("2025-05-30"))
      let list = try await office.csv(listing, Page(columns: ["student", "email"])).split(separator: "\n")
      #expect(list.count == 12 && list[1] == "S-00001,s1@example.org")
      let columns = ["months", "completers", "contacted", "reachable", "answered"]
      #expect(try await rates(office, on: "2025-05-30", columns) == ["6,12,0,0,0", "12,12,12,11,0"])
      #expect(try await rates(office, on: "2025-05-29", columns) == ["6,12,0,0,0"])
    }
  }

  @Test("rates as computed by hand, with bounds for those who did not answer")
  func figures() async throws {
    try await withOffice { office in
      try await story(office)
      _ = try await office.outcomes.survey(cohort, months: 12, on: try day("2025-05-30"))
      for student in 1...5 { try await add(office, student, .employed, inField: student <= 3) }
      try await add(office, 6, .selfEmployed)
      try await add(office, 7, .furtherStudy)
      for student in 8...10 { try await add(office, student, .seeking) }
      try await add(office, 11, .unknown)
      let columns = [
        "months", "answered", "response_of_reachable", "response", "placement", "placement_low",
        "placement_high", "employment", "in_field", "field_known", "in_field_rate",
      ]
      // Of 12, 10 answered: 7 placed of 10, between 7 and 9 of 12; fewer than 10 in a known field.
      #expect(
        try await rates(office, on: "2025-06-30", columns) == [
          "6,0,,0.0,,0.0,100.0,,0,0,", "12,10,90.9,83.3,70.0,58.3,75.0,60.0,3,5,",
        ])
      #expect(try await rates(office, on: "2025-06-19", ["months", "answered"]) == ["6,0", "12,0"])
    }
  }

  @Test("a figure as known before a correction stays what it was")
  func knownAt() async throws {
    try await withOffice { office in
      try await story(office)
      try await add(office, 1, .employed, inField: true)
      let before = try await office.now()
      var details = OutcomeDetails()
      details.status = .seeking
      let corrected = try await office.outcomes.correct(
        students(1)[0], in: cohort, months: 12, details, reason: "asked again")
      #expect(corrected.status == .seeking && corrected.isInField == nil)
      let columns = ["months", "answered", "working", "in_field", "seeking"]
      #expect(try await rates(office, on: "2025-07-01", columns)[1] == "12,1,0,0,1")
      try await office.outcomes.remove(students(1)[0], in: cohort, months: 12, reason: "a namesake's")
      #expect(try await rates(office, on: "2025-07-01", columns)[1] == "12,0,0,0,0")
      #expect(try await rates(office, on: "2025-07-01", knownAt: before, columns)[1] == "12,1,1,1,0")
    }
  }
}
