import Luban
import Postgres
import Support
import Testing

/// One person once, whoever enters them at the same moment, and whatever was entered by hand.
@Suite("People known twice")
struct DoubleTests {
  private static let check = "nobody is likely known twice"

  private func newcomer(_ answer: NewStudent.Answer? = nil) -> NewStudent {
    var details = StudentDetails()
    details.fullName = "Каримова Нигора"
    return NewStudent(
      workshop: "UZ-TAS", birthOn: day("2006-03-14"), nationality: "UZ", details: details, answer: answer)
  }

  @Test("of two who enter one person at the same moment, one does, and the other is told who is there")
  func race() async throws {
    try await withOffice { office in
      try await office.ground()
      let second = try await office.database.write { tx in
        try tx.execute(
          """
          select expect_newcomer(id, 'Каримова Нигора', null, null, null, '2006-03-14', null, null, null, null, false)
          from workshop
          """)
        let second = Task { try await office.students.add(newcomer()) }
        try tx.waitUntilSomebodyWaits()
        try tx.execute(
          """
          with made as (
            insert into student (workshop_id, number, birth_on, nationality)
            select id, next_student_numbers(id, 1), '2006-03-14', 'UZ' from workshop returning workshop_id, id)
          insert into student_name (workshop_id, student_id, kind, full_name)
          select workshop_id, id, 'native', 'Каримова Нигора' from made
          """)
        return second
      }
      await expectBroken("student_is_known_once") { _ = try await second.value }
      #expect(try await office.names() == ["Каримова Нигора"])
    }
  }

  @Test("so it is with ten at once, by hand and by file")
  func many() async throws {
    try await withOffice { office in
      try await office.ground()
      await withTaskGroup { group in
        for nth in 0..<10 {
          group.addTask {
            if nth.isMultiple(of: 2) {
              _ = try? await office.students.add(newcomer())
            } else {
              _ = try? await office.take("full_name,birth_date,nationality\nКаримова Нигора,2006-03-14,UZ\n")
              {
                ($0.noun, $0.workshop, $0.cohort) = (.people, "UZ-TAS", nil)
              }
            }
          }
        }
      }
      #expect(try await office.names() == ["Каримова Нигора"])
    }
  }

  @Test("the doctor names who have one name and birth date, unless it was said that they are two")
  func doctor() async throws {
    try await withOffice { office in
      try await office.ground()
      let first = try await office.students.add(newcomer())
      let second = try await office.students.add(newcomer(.new))
      let third = try await office.take(
        "full_name,birth_date,nationality,same_as\nКаримова Нигора,2006-03-14,UZ,new\nКаримова Нигора,2006-03-14,UZ,new\n"
      ) { ($0.noun, $0.workshop, $0.cohort) = (.people, "UZ-TAS", nil) }
      #expect(third.peopleCreated == 1)
      func found() async throws -> Finding? {
        try await office.schema.examine(isDeep: true).first { $0.check.description == Self.check }
      }
      #expect(try await found()?.isWell == true)
      try await office.database.write { tx in try tx.execute("delete from student_alias where source = 'new'")
      }
      let finding = try #require(try await found())
      #expect(!finding.isWell)
      #expect(
        finding.found.description.contains(
          "UZ-TAS: S-00001 and S-00002 and S-00003 are Каримова Нигора, born 2006-03-14"), "\(finding.found)")
      var changes = StudentChanges()
      changes.isAnother = true
      for student in [second.reference, students(3)[0]] {
        try await office.students.edit(student, in: "UZ-TAS", changes)
      }
      #expect(try await found()?.isWell == true)
      #expect(first.number.description == "S-00001")
    }
  }
}
