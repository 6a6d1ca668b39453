import Luban
import Postgres
import Support
import Testing

@Suite("What was known of instructors")
struct InstructorHistoryTests {
  @Test("instructors, certifications and trainings come back as they were known")
  func instructors() async throws {
    try await withOffice(.classes) { office in
      let one = instructorCode("UZ-A/1")
      let training = Training(title: "EPIP", from: day("2022-07-04"), to: day("2022-07-15"), hours: 80)
      try await office.instructors.train([one], training)
      let then = try await office.now()
      try await office.instructors.endCertification(one, for: ["LOG-101"], on: day("2019-01-01"))
      try await office.instructors.removeTraining([one], titled: "EPIP", from: day("2022-07-04"))
      var changes = InstructorDetails()
      changes.name = "Somebody else"
      try await office.instructors.edit(one, changes)
      var filter = InstructorFilter()
      filter.knownAt = then
      let listed = try await office.csv(
        office.instructors.list(filter), Page(columns: ["instructor", "name", "certified", "hours"]))
      #expect(listed.contains("UZ-A/1,Instructor UZ-A/1,\"LOG-101, LOG-103\",80"))
      #expect(try await office.instructors.trainingFigures(filter).hours == 80)
      #expect(try await office.instructors.trainingFigures().hours == 0)
      let known = try await office.database.read { tx in
        try tx.rows(
          """
          select concat_ws(' ', i.full_name, count(distinct c.id), trim_scale(sum(distinct t.hours)))
          from report.known_instructor(\(then, as: .timestamptz)) i
          join report.known_instructor_certification(\(then, as: .timestamptz)) c on (c.workshop_id, c.instructor_id) = (i.workshop_id, i.id)
          join report.known_instructor_training(\(then, as: .timestamptz)) t on (t.workshop_id, t.instructor_id) = (i.workshop_id, i.id)
          group by i.full_name
          """, as: String.self)
      }
      #expect(known == ["Instructor UZ-A/1 2 80"])
    }
  }
}
