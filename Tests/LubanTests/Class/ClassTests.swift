import Luban
import Postgres
import Support
import Testing

@Suite("Classes")
struct ClassTests {
  private static let cohort: CohortCode = "UZ-TAS-LOG-2026A"

  @Test("all classes of a term come from the curriculum, and a second run makes none")
  func planning() async throws {
    try await withOffice(.classes) { office in
      let (from, to) = (day("2026-09-07"), day("2026-12-20"))
      let dry = try await office.classes.plan(Self.cohort, term: 1, from: from, to: to, isDryRun: true)
      #expect(dry.classes.map(\.course) == ["LOG-101", "LOG-103"] && dry.isDryRun)
      #expect(try await office.csv(office.classes.list(), Page(columns: ["class"])) == "class\n")
      let plan = try await office.classes.plan(Self.cohort, term: 1, from: from, to: to)
      #expect(plan.classes == dry.classes && plan.classes.allSatisfy(\.isNew))
      let again = try await office.classes.plan(
        Self.cohort, term: 1, from: day("2026-10-01"), to: day("2026-11-01"))
      #expect(again.classes.map(\.isNew) == [false, false])
      #expect(again.classes.map(\.from) == [from, from])
    }
  }

  @Test("a course that requires another one of its term follows it, also over several steps")
  func chains() async throws {
    try await withOffice { office in
      try await office.ground()
      try await office.course("A-1")
      try await office.course("A-2", requires: ["A-1"])
      try await office.course("A-3", requires: ["A-2", "A-1"])
      try await office.course("B-1")
      for course in ["A-1", "A-2", "A-3", "B-1"] as [CourseCode] {
        try await office.programs.addToCurriculum(NewCurriculumItem(course: course, term: 1), of: "LOG")
      }
      try await office.cohort()
      let plan = try await office.classes.plan(
        Self.cohort, term: 1, from: day("2026-09-01"), to: day("2026-09-30"))
      let days = Dictionary(uniqueKeysWithValues: plan.classes.map { ($0.course, "\($0.from) \($0.to)") })
      #expect(
        days == [
          "A-1": "2026-09-01 2026-09-10", "A-2": "2026-09-11 2026-09-20", "A-3": "2026-09-21 2026-09-30",
          "B-1": "2026-09-01 2026-09-30",
        ])
    }
  }

  @Test("a course left out of a term is not planned, and a term without courses is said to have none")
  func leavingOut() async throws {
    try await withOffice(.classes) { office in
      let plan = try await office.classes.plan(
        Self.cohort, term: 1, from: day("2026-09-07"), to: day("2026-12-20"), without: ["LOG-103"])
      #expect(plan.classes.map(\.course) == ["LOG-101"])
      await #expect(
        throws: LubanError.usage("The curriculum of UZ-TAS-LOG-2026A has no course in term 3, but in 1, 2.")
      ) {
        try await office.classes.plan(Self.cohort, term: 3, from: day("2026-09-07"), to: day("2026-12-20"))
      }
    }
  }

  @Test("a class is added with the term of the curriculum and the days of the cohort, edited and removed")
  func editing() async throws {
    try await withOffice(.classes) { office in
      let code = classCode("UZ-TAS-LOG-2026A/LOG-101")
      let added = try await office.classes.add(code)
      #expect(added.term == 1 && added.from == day("2026-09-01") && added.to == day("2028-07-01"))
      #expect(added.courseHours == 40)
      var changes = ClassDetails()
      changes.to = day("2026-12-20")
      changes.instructor = instructorCode("UZ-A/1")
      changes.room = "204"
      let changed = try await office.classes.edit(code, changes)
      #expect(changed.instructorName == "Instructor UZ-A/1" && changed.room == "204")
      changes = ClassDetails()
      changes.cleared = [.instructor]
      let cleared = try await office.classes.edit(code, changes)
      #expect(cleared.instructor == nil && cleared.room == "204" && cleared.to == day("2026-12-20"))
      #expect(try await office.classes.remove(code) == cleared)
      let missing = LubanError.notFound(noun: "class", code: code.description, nearest: [])
      await #expect(throws: missing) { try await office.classes.show(code) }
    }
  }

  @Test("two who write classes of one cohort at a time do not undo each other's prerequisites")
  func concurrency() async throws {
    try await withOffice(.classes) { office in
      try await office.taughtClass("LOG-101", from: "2026-09-01", to: "2026-12-20")
      let adding = try await office.database.write { tx in
        try tx.execute(
          """
          update class set ends_on = '2027-01-20'
          where course_id = (select id from course where code = 'LOG-101')
          """)
        let adding = Task {
          try await office.taughtClass("LOG-102", from: "2027-01-10", to: "2027-05-31")
        }
        try tx.waitUntilSomebodyWaits()
        return adding
      }
      await expectBroken("class_follows_its_prerequisites") { try await adding.value }
    }
  }
}
