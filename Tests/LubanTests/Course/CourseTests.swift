import Luban
import Support
import Testing

@Suite("Courses")
struct CourseTests {
  @Test("a course is added with titles, hours, credits and prerequisites")
  func adding() async throws {
    try await withOffice { office in
      try await office.courses.add(
        "LOG-110", CourseDetails { ($0.titles, $0.theory) = (["en": "Logistics"], 48) })
      let course = try await office.courses.add(
        "log-210",
        CourseDetails {
          ($0.titles, $0.theory, $0.practice, $0.credits, $0.requires) = (
            ["en": "Warehouses", "zh": "仓储管理"], 40, 80.25, 6.5, ["LOG-110"]
          )
        })
      #expect(course.code == "LOG-210")
      #expect(course.titles == ["zh": "仓储管理", "en": "Warehouses"])
      #expect(course.theory == 40 && course.practice == 80.25 && course.credits == 6.5)
      #expect(course.requires == ["LOG-110"])
      let required = try await office.courses.show("LOG-110")
      #expect(required.requiredBy == ["LOG-210"])
    }
  }

  @Test("an edit leaves what it does not name")
  func editing() async throws {
    try await withOffice { office in
      try await office.course("LOG-110")
      try await office.course("LOG-120")
      try await office.courses.add(
        "LOG-210",
        CourseDetails {
          ($0.titles, $0.theory, $0.practice, $0.credits, $0.requires) = (
            ["en": "Warehouses"], 40, 80, 6, ["LOG-110"]
          )
        })
      var changes = CourseDetails()
      changes.titles = ["ru": "Складское дело"]
      changes.practice = 90
      changes.requires = ["LOG-120"]
      changes.noLongerRequires = ["LOG-110"]
      var course = try await office.courses.edit("LOG-210", changes)
      #expect(course.titles == ["en": "Warehouses", "ru": "Складское дело"])
      #expect(course.theory == 40 && course.practice == 90 && course.credits == 6)
      #expect(course.requires == ["LOG-120"])
      changes = CourseDetails()
      changes.droppedTitles = ["en"]
      course = try await office.courses.edit("LOG-210", changes)
      #expect(course.titles.main == "Складское дело")
    }
  }

  @Test("an edit that breaks a rule changes nothing at all")
  func editingIsWhole() async throws {
    try await withOffice { office in
      try await office.course("LOG-110")
      var changes = CourseDetails()
      changes.practice = 99
      changes.requires = ["LOG-110"]
      await expectBroken("course_does_not_require_itself") {
        try await office.courses.edit("LOG-110", changes)
      }
      #expect(try await office.courses.show("LOG-110").practice == 20)
    }
  }

  @Test("no course requires itself through others")
  func circle() async throws {
    try await withOffice { office in
      try await office.course("A-1")
      try await office.course("A-2", requires: ["A-1"])
      try await office.course("A-3", requires: ["A-2"])
      var changes = CourseDetails()
      changes.requires = ["A-3"]
      await expectBroken("course_prerequisites_have_no_circle") {
        try await office.courses.edit("A-1", changes)
      }
    }
  }

  @Test("two that are entered at the same time do not close a circle together")
  func circleOfTwoWriters() async throws {
    try await withOffice { office in
      try await office.course("A-1")
      try await office.course("A-2")
      let edits: [(CourseCode, CourseCode)] = [("A-1", "A-2"), ("A-2", "A-1")]
      let outcomes = await withTaskGroup(of: Bool.self) { group in
        for (code, required) in edits {
          group.addTask {
            var changes = CourseDetails()
            changes.requires = [required]
            return (try? await office.courses.edit(code, changes)) != nil
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.filter { $0 }.count == 1)
    }
  }

  @Test("a retired course enters no curriculum, and keeps day and reason")
  func retiring() async throws {
    try await withOffice { office in
      try await office.ground()
      try await office.course("LOG-110")
      let course = try await office.courses.retire(
        "LOG-110", on: try #require(Day("2026-08-31")), reason: "replaced")
      #expect(course.retiredOn == Day("2026-08-31") && course.retireReason == "replaced")
      await expectBroken("retired_course_enters_no_curriculum") {
        try await office.programs.addToCurriculum(NewCurriculumItem(course: "LOG-110", term: 1), of: "LOG")
      }
      await expectBroken("course_is_retired_once") {
        try await office.courses.retire("LOG-110", on: try #require(Day("2026-09-30")), reason: "another")
      }
      // The same once more is no change.
      try await office.courses.retire("LOG-110", on: try #require(Day("2026-08-31")), reason: "replaced")
    }
  }

  @Test("a course of a frozen curriculum keeps hours and credits, but not its titles")
  func taught() async throws {
    try await withOffice { office in
      try await office.ground()
      try await office.course("LOG-110")
      try await office.programs.addToCurriculum(NewCurriculumItem(course: "LOG-110", term: 1), of: "LOG")
      try await office.cohort()
      var changes = CourseDetails()
      changes.theory = 99
      await expectBroken("taught_course_keeps_its_hours") {
        try await office.courses.edit("LOG-110", changes)
      }
      changes = CourseDetails()
      changes.titles = ["zh": "物流"]
      #expect(try await office.courses.edit("LOG-110", changes).titles.byLanguage["zh"] == "物流")
    }
  }

  @Test("courses are listed by kind, program and retirement")
  func listing() async throws {
    try await withOffice { office in
      try await office.ground()
      try await office.course("LOG-110")
      try await office.course("LOG-400", kind: .placement)
      try await office.course("OLD-1")
      try await office.programs.addToCurriculum(NewCurriculumItem(course: "LOG-400", term: 2), of: "LOG")
      try await office.courses.retire("OLD-1", reason: "old")
      func codes(_ listing: Listing) async throws -> [String?] {
        try await office.rows(of: listing, Page(columns: ["code"])).map { $0[0] }
      }
      #expect(try await codes(office.courses.list()) == ["LOG-110", "LOG-400"])
      #expect(try await codes(office.courses.list(kind: .placement)) == ["LOG-400"])
      #expect(try await codes(office.courses.list(program: "LOG")) == ["LOG-400"])
      #expect(try await codes(office.courses.list(retirement: .retired)) == ["OLD-1"])
      #expect(try await codes(office.courses.list(retirement: .all)) == ["LOG-110", "LOG-400", "OLD-1"])
    }
  }

  @Test("an unknown course is answered with those of nearly the same code")
  func unknown() async throws {
    try await withOffice { office in
      try await office.course("LOG-110")
      let error = LubanError.notFound(noun: "course", code: "LOG-11O", nearest: ["LOG-110"])
      await #expect(throws: error) { try await office.courses.show("LOG-11O") }
      await #expect(throws: error) { try await office.course("LOG-210", requires: ["LOG-110", "LOG-11O"]) }
    }
  }
}
