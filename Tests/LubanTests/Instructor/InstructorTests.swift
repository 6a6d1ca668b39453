import Luban
import Support
import Testing

@Suite("Instructors")
struct InstructorTests {
  private static let first = instructorCode("UZ-A/1")

  @Test("an instructor is added, changed and shown with what they may teach, had and do")
  func life() async throws {
    try await withOffice(.classes) { office in
      var changes = InstructorDetails()
      changes.name = "Каримов Олим"
      changes.chineseName = "卡里莫夫"
      changes.email = "o.karimov@example.org"
      try await office.instructors.edit(Self.first, changes)
      changes = InstructorDetails()
      changes.cleared = [.email]
      changes.until = day("2030-01-01")
      try await office.instructors.edit(Self.first, changes)
      try await office.taughtClass("LOG-101", from: "2026-09-07", to: "2026-12-20", instructor: "UZ-A/1")
      let shown = try await office.instructors.show(Self.first)
      #expect(shown.name == "Каримов Олим" && shown.chineseName == "卡里莫夫" && shown.email == nil)
      #expect(shown.since == day("2020-01-01") && shown.until == day("2030-01-01"))
      #expect(shown.certifications.map(\.course) == ["LOG-101", "LOG-103"])
      #expect(shown.classes.map(\.code) == [classCode("UZ-TAS-LOG-2026A/LOG-101")])
    }
  }

  @Test("a certification ends on a day, is taken back before it begins, and there must be one to end")
  func certification() async throws {
    try await withOffice(.classes) { office in
      let ended = try await office.instructors.endCertification(
        Self.first, for: ["LOG-101"], on: day("2026-01-01"))
      #expect(ended.certifications.first?.until == day("2026-01-01"))
      let renewed = try await office.instructors.certify(
        Self.first, for: ["LOG-101"], since: day("2026-06-01"), certificate: "order 14-k")
      #expect(renewed.certifications.map(\.course) == ["LOG-101", "LOG-101", "LOG-103"])
      let back = try await office.instructors.endCertification(
        Self.first, for: ["LOG-101"], on: day("2026-06-01"))
      #expect(back.certifications.map(\.course) == ["LOG-101", "LOG-103"])
      let error = LubanError.notFound(
        noun: "certification of UZ-A/1 for", code: "LOG-102", nearest: ["LOG-101", "LOG-103"])
      await #expect(throws: error) {
        try await office.instructors.endCertification(Self.first, for: ["LOG-102"])
      }
      await expectBroken("certification_is_once_at_a_time") {
        try await office.instructors.certify(Self.first, for: ["LOG-103"], since: day("2026-06-01"))
      }
    }
  }

  @Test("a training of several is entered at once, corrected and removed; who was trained is counted")
  func training() async throws {
    try await withOffice(.classes) { office in
      try await office.instructor("UZ-A/2")
      try await office.instructor("UZ-A/3")
      var training = Training(
        title: "EPIP", from: day("2022-07-04"), to: day("2022-07-15"), hours: 80, givenBy: "UZ-A")
      let codes = [Self.first, instructorCode("UZ-A/2")]
      try await office.instructors.train(codes, training)
      await expectBroken("training_is_once") { try await office.instructors.train(codes, training) }
      training.hours = 120
      training.isCompleted = false
      try await office.instructors.train([codes[1]], training, corrects: true)
      let later = Training(title: "Robots", from: day("2024-02-01"), to: day("2024-02-03"), hours: 7.5)
      try await office.instructors.train([Self.first], later)
      let figures = try await office.instructors.trainingFigures()
      #expect([figures.instructors, figures.trained, figures.trainings] == [3, 1, 2])
      #expect(figures.hours == 87.5)
      var filter = InstructorFilter()
      filter.trainedFrom = day("2024-01-01")
      filter.isTrained = true
      let page = Page(columns: ["instructor", "trainings", "hours"])
      #expect(
        try await office.csv(office.instructors.list(filter), page)
          == "instructor,trainings,hours\nUZ-A/1,1,7.5\n")
      let removed = try await office.instructors.removeTraining(
        [Self.first], titled: "Robots", from: day("2024-02-01"))
      #expect(removed.first?.trainings.map(\.title) == ["EPIP"])
      let error = LubanError.notFound(
        noun: "training of UZ-A/1", code: "Robots from 2024-02-01", nearest: ["EPIP from 2022-07-04"])
      await #expect(throws: error) {
        try await office.instructors.removeTraining([Self.first], titled: "Robots", from: day("2024-02-01"))
      }
    }
  }

  @Test("who is known at two workshops is asked for by workshop, and counts once")
  func twoWorkshops() async throws {
    try await withOffice(.classes) { office in
      try await office.workshops.open("UZ-SAM", in: "UZ", WorkshopDetails { $0.titles = ["en": "Samarkand"] })
      try await office.instructor("UZ-A/1", at: "UZ-SAM")
      let error = LubanError.ambiguous(
        noun: "instructor", code: "UZ-A/1", candidates: ["UZ-SAM", "UZ-TAS"], by: "workshop")
      await #expect(throws: error) { try await office.instructors.show(Self.first) }
      #expect(try await office.instructors.show(Self.first, of: "UZ-SAM").workshop == "UZ-SAM")
      #expect(try await office.instructors.trainingFigures().instructors == 1)
      await expectBroken("instructor_number_is_unique") {
        try await office.instructor("UZ-A/1", at: "UZ-SAM")
      }
    }
  }
}
