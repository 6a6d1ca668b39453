import Luban
import Support
import Testing

@Suite("Seed of records")
struct RecordSeedTests {
  private let cohort: CohortCode = "UZ-TAS-LOG-2020A"

  /// A cohort of 28 with two classes, one of them of Chinese, an event and places at an enterprise.
  private func plannedTerm(_ office: Office) async throws {
    try await office.ground()
    try await office.schema.seed(.reference)
    try await office.partner("UZ-RAIL", kind: .enterprise)
    try await office.course("LOG-110")
    try await office.modules.add(NewModule(code: "UZ-HSK1", level: LanguageLevel("hsk2010:1"), hours: 40))
    try await office.programs.addToCurriculum(NewCurriculumItem(course: "LOG-110", term: 1), of: "LOG")
    try await office.programs.addToCurriculum(NewCurriculumItem(course: "UZ-HSK1", term: 1), of: "LOG")
    var rule = CompletionRuleDetails()
    rule.attendance = 70
    rule.language = LanguageLevel("hsk2010:2")
    rule.placementHours = 40
    rule.scale = "cis5"
    try await office.programs.state(rule, of: "LOG")
    try await office.cohort("UZ-TAS-LOG-2020A", year: 2020)
    try await office.people(28, born: "2000-01-01")
    _ = try await office.enrollments.enroll(
      (1...28).compactMap { StudentReference(String($0)) }, in: cohort, appliedOn: day("2020-06-01"))
    _ = try await office.enrollments.change(
      .students(students(3)), in: cohort, to: .withdrawn, on: day("2020-10-05"),
      reason: ChangeReason(code: "work"))
    for (course, time) in [("LOG-110", "Tue 09:00-12:00"), ("UZ-HSK1", "Mon 13:00-16:00")] {
      let code = classCode("UZ-TAS-LOG-2020A/\(course)")
      try await office.classes.add(
        code, ClassDetails { ($0.from, $0.to) = (day("2020-09-01"), day("2020-12-18")) })
      _ = try await office.sessions.schedule(code, NewSchedule(weekly: weekly(time)))
    }
    try await office.cultureEvents.add(
      "TEA-1", in: "UZ-TAS",
      CultureEventDetails {
        ($0.theme, $0.title, $0.beginsOn, $0.hours) = ("tea", "Tea day", day("2020-10-10"), 6)
      })
    for (code, places) in [("R-1", 20), ("R-2", 7)] as [(OfferCode, Int)] {
      try await office.placements.offer(
        code, in: "UZ-TAS",
        PlacementOfferDetails {
          ($0.partner, $0.title, $0.places, $0.beginsOn, $0.endsOn, $0.hours) = (
            "UZ-RAIL", "Freight yard", places, day("2021-02-01"), day("2021-02-26"), 80
          )
        })
    }
  }

  private func file(_ office: Office, _ kind: DemoRecords, seed: Int = 1) async throws -> String {
    let listing = try await office.schema.records(kind, of: cohort, seed: seed)
    return try await office.csv(listing, Page(sort: [], limit: nil))
  }

  /// Sends a file of a kind through its import, and tells what came of it.
  private func take(
    _ office: Office, _ kind: DemoRecords, _ noun: ImportForm, _ params: [String: String] = [:]
  ) async throws -> ImportOutcome {
    let text = try await file(office, kind)
    return try await withFile(text) { path in
      var request = ImportRequest(path: path, noun: noun)
      request.workshop = "UZ-TAS"
      request.params = params
      return try await office.imports.taken(request)
    }
  }

  @Test("the imports take every line, from the first class to what became of the graduates")
  func everyLine() async throws {
    try await withOffice { office in
      try await plannedTerm(office)
      let files: [(DemoRecords, ImportForm, [String: String])] = [
        (.attendance, .attendance, [:]), (.results, .results, [:]),
        (.language, .language, [:]), (.culture, .culture, [:]), (.placements, .placements, [:]),
        (.placementHours, .placementHours, [:]),
      ]
      for (kind, noun, params) in files {
        let outcome = try await take(office, kind, noun, params)
        #expect(outcome.refused == 0, "\(kind): \(problems(outcome))")
        #expect(outcome.created == outcome.lines && outcome.lines > 20, "\(kind): \(outcome.lines) lines")
      }
      let completed = try await office.enrollments.change(
        .states([.enrolled]), in: cohort, to: .completed, on: day("2022-06-30"), onlyQualified: true)
      #expect(!completed.done.isEmpty, "some have every part")
      #expect(completed.done.count < 27, "some lack one")
      let outcomes = try await take(office, .outcomes, .outcomes)
      #expect(outcomes.refused == 0 && outcomes.created > 20, "\(problems(outcomes))")
    }
  }

  @Test(
    "the same seed gives the same bytes, another one others", arguments: [DemoRecords.attendance, .results])
  func sameBytes(_ kind: DemoRecords) async throws {
    try await withOffice { office in
      try await plannedTerm(office)
      let first = try await file(office, kind)
      #expect(try await file(office, kind) == first)
      #expect(try await file(office, kind, seed: 2) != first)
      try await withOffice { other in
        try await plannedTerm(other)
        #expect(try await file(other, kind) == first)
      }
    }
  }

  @Test("what is entered meanwhile changes nothing of a file")
  func isIndependent() async throws {
    try await withOffice { office in
      try await plannedTerm(office)
      let before = try await file(office, .placements)
      _ = try await take(office, .placements, .placements)
      #expect(try await file(office, .placements) == before)
    }
  }

  @Test("a file holds only the days asked for")
  func days() async throws {
    try await withOffice { office in
      try await plannedTerm(office)
      let week = try await office.schema.records(
        .attendance, of: cohort, seed: 1, from: day("2020-09-07"), to: day("2020-09-13"))
      let dates = Set(try await office.rows(of: week, Page(columns: ["date"])).map { $0[0] ?? "" })
      #expect(dates == ["2020-09-07", "2020-09-08"])
    }
  }

  @Test("an unknown cohort is named")
  func unknownCohort() async throws {
    try await withOffice { office in
      try await plannedTerm(office)
      await #expect(throws: LubanError.self) {
        try await office.schema.records(.results, of: "UZ-TAS-LOG-2099A", seed: 1)
      }
    }
  }
}
