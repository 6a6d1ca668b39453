import Luban
import Postgres
import Support
import Testing

@Suite("Figures of results")
struct ResultFigureTests {
  private let cohort: CohortCode = "UZ-TAS-LOG-2024A"

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func transcript(_ office: Office, _ student: Int, asOf day: String, knownAt: KnownTime? = nil)
    async throws
    -> StudentTranscript
  {
    try #require(
      try await office.results.show(
        students(student)[0], workshop: "UZ-TAS", asOf: Day(day) ?? .today, knownAt: knownAt
      ).first)
  }

  @Test(
    "the best attempt counts, or the latest, as the rule of the edition says",
    arguments: [("best", "4"), ("latest", "2")])
  func countedAttempt(rule: String, mark: String) async throws {
    try await withOffice { office in
      try await office.taughtCohort(counts: rule)
      try await office.grade(1, "LOG-110", "3", on: "2024-12-01")
      try await office.grade(1, "LOG-110", "4", on: "2024-12-10")
      try await office.grade(1, "LOG-110", "2", on: "2024-12-20")
      let line = try #require(try await transcript(office, 1, asOf: "2025-01-01").courses.first)
      #expect(line.mark == mark)
      #expect(line.attempts == 3)
      // As of a day on which there had been two.
      let earlier = try #require(try await transcript(office, 1, asOf: "2024-12-15").courses.first)
      #expect(earlier.mark == "4" && earlier.attempts == 2 && earlier.attempt == 2)
    }
  }

  @Test("average by weight over marks of the main scale, credits of what was passed")
  func averageAndCredits() async throws {
    try await withOffice(.taughtCohort) { office in
      try await office.grade(1, "LOG-110", "5", on: "2024-12-01")
      try await office.grade(1, "LOG-210", "2", on: "2024-12-02")
      let first = try await transcript(office, 1, asOf: "2025-01-01")
      // (5 × 1 + 2 × 2) / 3
      #expect(first.average == 3 && first.averageOf == 2 && first.scale == "cis5")
      #expect(first.credits == 4 && first.passedCourses == 1 && first.failedCourses == 1)
      // What was recognized is passed, and in no average.
      _ = try await office.results.add(
        ResultReference(students(2)[0], "LOG-210", cohort: cohort), mark: nil, on: try day("2024-06-01"),
        .recognized(evidence: "a port school"))
      try await office.grade(2, "LOG-110", "4", on: "2024-12-01")
      let second = try await transcript(office, 2, asOf: "2025-01-01")
      #expect(second.average == 4 && second.averageOf == 1 && second.credits == 10)
      let third = try await transcript(office, 3, asOf: "2025-01-01")
      #expect(third.average == nil && third.credits == 0 && third.courses.map(\.mark) == [nil, nil])
    }
  }

  @Test("a scale of words that has no average has none")
  func noAverage() async throws {
    try await withOffice { office in
      try await office.taughtCohort(scale: "pass-fail")
      try await office.grade(1, "LOG-110", "зачёт", on: "2024-12-01")
      let transcript = try await transcript(office, 1, asOf: "2025-01-01")
      #expect(transcript.average == nil && transcript.averageOf == 0 && transcript.credits == 4)
    }
  }

  @Test("a figure as known before a correction stays as it was")
  func knownBefore() async throws {
    try await withOffice(.taughtCohort) { office in
      try await office.grade(1, "LOG-110", "3", on: "2024-12-01")
      let before = try await office.now()
      try await office.results.correct(
        ResultReference(students(1)[0], "LOG-110", cohort: cohort), ResultChanges(mark: "5"),
        reason: "added up wrongly")
      try await office.grade(1, "LOG-210", "5", on: "2024-12-02")
      #expect(try await transcript(office, 1, asOf: "2025-01-01").average == 5)
      let then = try await transcript(office, 1, asOf: "2025-01-01", knownAt: before)
      #expect(then.average == 3 && then.averageOf == 1)
      // Corrected twice and removed, it is still what it was then.
      try await office.results.correct(
        ResultReference(students(1)[0], "LOG-110", cohort: cohort), ResultChanges(mark: "4"), reason: "again")
      try await office.results.remove(
        ResultReference(students(1)[0], "LOG-110", cohort: cohort), reason: "another student's")
      #expect(try await transcript(office, 1, asOf: "2025-01-01", knownAt: before) == then)
    }
  }

  @Test(
    "what was earned before a transfer counts in the cohort that continues, and its pass rate is of the first"
  )
  func transfer() async throws {
    try await withOffice(.taughtCohort) { office in
      try await office.grade(1, "LOG-110", "5", on: "2024-12-01")
      try await office.cohort("UZ-TAS-LOG-2024B", year: 2024, plannedEndOn: "2026-07-02")
      _ = try await office.enrollments.transfer(
        students(1), from: cohort, to: "UZ-TAS-LOG-2024B", on: try day("2024-12-10"), reason: "moved",
        override: "a test")
      let transcripts = try await office.results.show(
        students(1)[0], workshop: "UZ-TAS", asOf: try day("2025-01-01"))
      #expect(transcripts.map(\.cohort) == [cohort, "UZ-TAS-LOG-2024B"])
      #expect(transcripts.map(\.credits) == [4, 4])
      let rates = try await office.csv(
        office.results.rates(asOf: try day("2025-01-01")), Page(columns: ["cohort", "course", "passed"]))
      #expect(
        rates == """
          cohort,course,passed
          UZ-TAS-LOG-2024A,LOG-110,1
          UZ-TAS-LOG-2024A,LOG-210,0

          """)
    }
  }

  @Test(
    "the pass rate: passed of passed, failed and withdrawn after the census; recognized in neither; empty below 10"
  )
  func passRate() async throws {
    try await withOffice { office in
      try await office.taughtCohort(13)
      for student in 1...7 { try await office.grade(student, "LOG-110", "4", on: "2024-12-01") }
      try await office.grade(8, "LOG-110", "2", on: "2024-12-01")
      _ = try await office.results.add(
        ResultReference(students(9)[0], "LOG-110", cohort: cohort), mark: nil, on: try day("2024-06-01"),
        .recognized(evidence: "a port school"))
      // After the census on 1 October, and before it.
      for (student, day) in [(10, "2024-10-02"), (11, "2024-10-01")] {
        _ = try await office.enrollments.change(
          .students(students(student)), in: cohort, to: .withdrawn, on: Day(day) ?? .today)
      }
      let columns = ["course", "graded", "passed", "failed", "withdrawn", "recognized", "pass_rate"]
      func rates(_ day: String) async throws -> String {
        try await office.csv(
          office.results.rates(course: "LOG-110", asOf: Day(day) ?? .today), Page(columns: columns))
      }
      #expect(try await rates("2024-12-31").hasSuffix("\nLOG-110,8,7,1,1,1,\n"))
      try await office.grade(12, "LOG-110", "3", on: "2025-01-10")
      #expect(try await rates("2025-01-10").hasSuffix("\nLOG-110,9,8,1,1,1,80.0\n"))
      #expect(try await rates("2025-01-09").hasSuffix("\nLOG-110,8,7,1,1,1,\n"))
      // A class that has not begun has no row.
      #expect(try await rates("2024-08-31") == columns.joined(separator: ",") + "\n")
    }
  }

  @Test("the pass rate as known at a time is of the classes that were known to have begun then")
  func knownClasses() async throws {
    try await withOffice { office in
      try await office.taughtCohort(1)
      func rates(knownAt: KnownTime? = nil) async throws -> String {
        try await office.csv(
          office.results.rates(asOf: try day("2024-10-15"), knownAt: knownAt),
          Page(columns: ["course", "graded"]))
      }
      let was = try await rates()
      #expect(was == "course,graded\nLOG-110,0\nLOG-210,0\n")
      let then = try await office.now()
      var later = ClassDetails()
      later.from = try day("2024-11-02")
      try await office.classes.edit(ClassCode(cohort: cohort, course: "LOG-210"), later)
      try await office.classes.remove(ClassCode(cohort: cohort, course: "LOG-110"))
      #expect(try await rates() == "course,graded\n")
      #expect(try await rates(knownAt: then) == was)
    }
  }
}
