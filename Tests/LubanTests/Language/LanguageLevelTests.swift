import Luban
import Postgres
import Support
import Testing

@Suite("Language levels of students")
struct LanguageLevelTests {
  private let student = students(1)[0]

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }
  private func hsk(_ level: Int) -> LanguageLevel { LanguageLevel(framework: "hsk2010", level: "\(level)") }

  /// A cohort of UZ-TAS with so many students, whose program asks for HSK 3 and teaches a module that ends in it.
  private func story(_ office: Office, students count: Int = 1) async throws {
    try await office.ground()
    try await office.modules.add(NewModule(code: "M-HSK3", level: hsk(3), hours: 100))
    try await office.programs.addToCurriculum(NewCurriculumItem(course: "M-HSK3", term: 1), of: "LOG")
    try await office.database.write { tx in
      try tx.execute(
        """
        insert into completion_rule (edition_id, scale, language_framework, language_level)
        select id, 'percent', 'hsk2010', '3' from program_edition
        """)
    }
    try await office.cohort("UZ-TAS-LOG-2024A", year: 2024)
    try await office.people(count)
    _ = try await office.enrollments.enroll(
      (1...count).map { students($0)[0] }, in: "UZ-TAS-LOG-2024A", appliedOn: try day("2024-06-01"))
  }

  private func levels(
    _ office: Office, on text: String, knownAt: KnownTime? = nil,
    _ columns: [String] = ["level", "shown_by", "entry", "gain", "target", "reached"]
  ) async throws -> [String] {
    var scope = LanguageLevelScope()
    scope.student = student
    scope.day = try day(text)
    scope.knownAt = knownAt
    let csv = try await office.csv(
      try await office.languageCertificates.levels(scope), Page(columns: columns))
    return csv.split(separator: "\n").dropFirst().map(String.init)
  }

  private func add(
    _ office: Office, _ level: LanguageLevel, _ text: String, _ score: Double,
    _ purpose: LanguageCertificatePurpose? = nil,
    until: Day? = nil
  ) async throws {
    var details = LanguageCertificateDetails(score: score)
    details.purpose = purpose
    details.validUntil = until
    try await office.languageCertificates.add(level, of: student, on: try day(text), details)
  }

  @Test("are listed of who has one or a higher one of its framework")
  func least() async throws {
    try await withOffice { office in
      try await story(office)
      try await add(office, hsk(2), "2025-01-10", 150)
      func listed(_ level: LanguageLevel) async throws -> Int {
        var scope = LanguageLevelScope()
        (scope.day, scope.least) = (try day("2025-02-01"), level)
        return try await office.rows(of: office.languageCertificates.levels(scope)).count
      }
      var found: [Int] = []
      for level in 1...3 { found.append(try await listed(hsk(level))) }
      #expect(found == [1, 1, 0])
      #expect(try await listed(LanguageLevel(framework: "hsk2025", level: "1")) == 0)
    }
  }

  @Test("nothing is gained where nothing is known of the entry; who was tested and failed began at none")
  func entry() async throws {
    try await withOffice { office in
      try await story(office)
      try await add(office, hsk(2), "2025-01-10", 150)
      #expect(try await levels(office, on: "2025-02-01") == ["hsk2010:2,external test,,,hsk2010:3,no"])
      try await add(office, hsk(1), "2024-09-05", 40, .placementTest)
      #expect(try await levels(office, on: "2024-12-01") == [",,none,0,hsk2010:3,no"])
      #expect(try await levels(office, on: "2025-02-01") == ["hsk2010:2,external test,none,2,hsk2010:3,no"])
    }
  }

  @Test("a placement test after the census is no longer one of the entry")
  func lateEntry() async throws {
    try await withOffice { office in
      try await story(office)
      try await add(office, hsk(1), "2024-10-01", 120, .placementTest)
      #expect(
        try await levels(office, on: "2025-02-01") == ["hsk2010:1,placement test,hsk2010:1,0,hsk2010:3,no"])
      try await office.languageCertificates.correct(
        hsk(1), of: student, on: try day("2024-10-01"),
        {
          var correction = LanguageCertificateCorrection(reason: "wrong day")
          correction.takenOn = Day("2024-10-02")
          return correction
        }())
      #expect(try await levels(office, on: "2025-02-01") == ["hsk2010:1,placement test,,,hsk2010:3,no"])
    }
  }

  @Test("a level is the highest that was passed and is still valid, on its own days")
  func validity() async throws {
    try await withOffice { office in
      try await story(office)
      try await add(office, hsk(2), "2024-12-10", 150)
      try await add(office, hsk(3), "2025-03-10", 180, until: try day("2027-03-10"))
      try await add(office, hsk(4), "2025-06-10", 179)
      let columns = ["level", "since", "reached", "reached_on"]
      #expect(try await levels(office, on: "2024-12-09", columns) == [",,no,"])
      #expect(try await levels(office, on: "2024-12-10", columns) == ["hsk2010:2,2024-12-10,no,"])
      let reached = ["hsk2010:3,2025-03-10,yes,2025-03-10"]
      #expect(try await levels(office, on: "2025-03-10", columns) == reached)
      #expect(try await levels(office, on: "2027-03-10", columns) == reached)
      #expect(try await levels(office, on: "2027-03-11", columns) == ["hsk2010:2,2024-12-10,no,"])
    }
  }

  @Test("a level of another framework, however high, reaches no target and is told apart")
  func frameworks() async throws {
    try await withOffice { office in
      try await story(office)
      var stated = LanguageCertificateDetails()
      stated.stated = .pass
      try await office.languageCertificates.add(
        LanguageLevel(framework: "hsk2025", level: "7-9"), of: student, on: try day("2025-07-01"), stated)
      #expect(
        try await levels(office, on: "2025-08-01")
          == [",,,,hsk2010:3,no", "hsk2025:7-9,\"external test, as stated\",,,,"])
    }
  }

  @Test("a passed module shows the level it ends in, from the day of its result")
  func module() async throws {
    try await withOffice { office in
      try await story(office)
      try await office.database.write { tx in
        try tx.execute(
          """
          insert into class (workshop_id, cohort_id, edition_id, course_id, term, begins_on, ends_on)
          select c.workshop_id, c.id, c.edition_id, k.id, 1, '2024-09-02', '2025-01-20'
          from cohort c, course k where k.code = 'M-HSK3'
          """)
        try tx.execute(
          """
          insert into result (workshop_id, enrollment_id, course_id, attempt, scale, mark, value, passed, graded_on)
          select e.workshop_id, e.id, k.id, 1, 'percent', '80', 80, true, '2025-01-20'
          from enrollment e, course k where k.code = 'M-HSK3'
          """)
      }
      #expect(try await levels(office, on: "2025-01-19") == [",,,,hsk2010:3,no"])
      #expect(try await levels(office, on: "2025-01-20") == ["hsk2010:3,module M-HSK3,,,hsk2010:3,yes"])
    }
  }

  @Test("a level shown at entry counts from the application on, and gain is counted from it")
  func shownAtEntry() async throws {
    try await withOffice { office in
      try await story(office)
      var changes = StudentChanges()
      changes.details.level = hsk(1)
      _ = try await office.students.edit(student, changes)
      #expect(try await levels(office, on: "2024-05-31") == [",,,,hsk2010:3,no"])
      #expect(
        try await levels(office, on: "2024-06-01") == ["hsk2010:1,shown at entry,hsk2010:1,0,hsk2010:3,no"])
      try await add(office, hsk(3), "2025-03-10", 200)
      #expect(
        try await levels(office, on: "2025-04-01") == ["hsk2010:3,external test,hsk2010:1,2,hsk2010:3,yes"])
    }
  }

  @Test("what was known yesterday stays when a test is corrected, and when it is removed")
  func knownAt() async throws {
    try await withOffice { office in
      try await story(office)
      try await add(office, hsk(3), "2025-03-10", 180)
      let before = try await office.now()
      var correction = LanguageCertificateCorrection(reason: "a point less")
      correction.details.score = 179
      let corrected = try await office.languageCertificates.correct(
        hsk(3), of: student, on: try day("2025-03-10"), correction)
      #expect(!corrected.isPassed && corrected.note == "a point less")
      let between = try await office.now()
      try await office.languageCertificates.remove(
        hsk(3), of: student, on: try day("2025-03-10"), reason: "of a namesake")
      let columns = ["level", "reached"]
      #expect(try await levels(office, on: "2025-04-01", columns) == [",no"])
      #expect(try await levels(office, on: "2025-04-01", knownAt: between, columns) == [",no"])
      #expect(
        try await levels(office, on: "2025-04-01", knownAt: before, columns) == ["hsk2010:3,yes"])
      let tests = try await office.database.read { tx in
        try tx.rows(
          """
          select t.known_at || ' ' || count(k.id) || ' ' || coalesce(sum(k.score), 0)
          from (values (1, \(before)), (2, \(between)), (3, 'infinity')) t (nth, known_at)
          left join lateral report.known_language(t.known_at::timestamptz) k on true
          group by t.nth, t.known_at order by t.nth
          """, as: String.self)
      }
      #expect(tests == ["\(before) 1 180", "\(between) 1 179", "infinity 0 0"])
      let reasons = try await office.database.read { tx in
        try tx.rows(
          "select before ->> 'note' from revision where table_name = 'language_certificate' order by id",
          as: String?.self)
      }
      #expect(reasons == [nil, "a point less", "of a namesake"])
    }
  }

  @Test("each source is asked what a level is in the terms of CEFR, and none of them is believed")
  func comparison() async throws {
    try await withOffice { office in
      func claims(_ level: LanguageLevel) async throws -> [String] {
        let listing = try await office.languageCertificates.comparison(of: level)
        let csv = try await office.csv(listing, Page(columns: ["level", "says", "cefr"]))
        return csv.split(separator: "\n").dropFirst().map(String.init)
      }
      let four = try await claims(hsk(4))
      #expect(four == ["hsk2010:4,the publisher,B2", "hsk2010:4,\"Fachverband Chinesisch, 2010\",A2"])
      let b1 = try await claims(LanguageLevel(framework: "cefr", level: "B1"))
      #expect(b1 == ["hsk2010:3,the publisher,B1", "hsk2010:5,\"Fachverband Chinesisch, 2010\",B1"])
      let silent = try await claims(LanguageLevel(framework: "hsk2025", level: "4"))
      #expect(silent == ["hsk2025:4,the publisher,", "hsk2025:4,\"Fachverband Chinesisch, 2010\","])
    }
  }

  @Test("attainment is of the census and of those tested, whoever left; a pass rate is of tests")
  func cohortFigures() async throws {
    try await withOffice { office in
      try await story(office, students: 12)
      for number in 1...11 {
        // The tenth fails, the eleventh only the first time.
        let scores = number == 11 ? [170.0, 190] : [number == 10 ? 179 : 200]
        for (score, taken) in zip(scores, ["2024-12-12", "2025-05-20"]) {
          try await office.languageCertificates.add(
            hsk(3), of: students(number)[0], on: try day(taken), LanguageCertificateDetails(score: score))
        }
      }
      _ = try await office.enrollments.change(
        .students(students(1)), in: "UZ-TAS-LOG-2024A", to: .withdrawn, on: try day("2025-06-01"))
      func figures(_ asOf: String, _ columns: [String]) async throws -> String {
        var scope = ReportScope()
        scope.asOf = try day(asOf)
        let text = try await office.csv(
          office.reports.cohorts(scope), Page(columns: columns.map { "language_" + $0 }))
        return text.split(separator: "\n").dropFirst().joined()
      }
      let attainment = ["students", "reached", "attainment", "tested", "tested_reached", "attainment_tested"]
      #expect(try await figures("2025-06-30", attainment) == "11,10,83.3,11,10,90.9")
      #expect(try await figures("2025-03-31", attainment) == "12,9,75.0,11,9,81.8")
      let passes = ["tests", "tests_passed", "test_pass"]
      #expect(try await figures("2025-06-30", passes) == "12,10,83.3")
      #expect(try await figures("2025-03-31", passes) == "11,9,81.8")
      // Before the census nobody is of it yet.
      #expect(try await figures("2024-09-15", ["students", "reached", "attainment"]) == "12,,")
    }
  }
}
