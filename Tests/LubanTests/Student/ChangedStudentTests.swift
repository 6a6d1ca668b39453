import Luban
import Support
import Testing

@Suite("What of a person was changed")
struct ChangedStudentTests {
  @Test("is told field by field, latest first: a name as it was before a correction, and what came after it")
  func changes() async throws {
    try await withOffice(.cohort) { office in
      try await office.people(2)
      func change(_ renaming: StudentChanges.Renaming, _ edit: (inout StudentChanges) -> Void) async throws {
        var changes = StudentChanges()
        changes.renaming = renaming
        edit(&changes)
        _ = try await office.students.change(students(1)[0], changes)
      }
      let first = try await office.students.show(students(1)[0]).student
      try await change(.correction) { $0.details.fullName = "Юсупова Нигора" }
      try await change(.since(.today)) { $0.details.fullName = "Рахимова Нигора" }
      try await change(.correction) { $0.details.chineseName = "李妮" }
      try await change(.correction) { $0.cleared = [.chinese] }
      try await change(.correction) { $0.details.email = "nigora@example.org" }
      let record = try await office.students.show(students(1)[0])
      #expect(
        record.changes.map { [$0.field, $0.before, $0.after] } == [
          ["email", nil, "nigora@example.org"], ["chinese_name", "李妮", nil],
          ["full_name", "Юсупова Нигора", "Рахимова Нигора"],
          ["full_name", first.fullName, "Юсупова Нигора"],
        ])
      #expect(record.changes.allSatisfy { $0.changedBy == record.enteredBy && $0.batch == nil })
      #expect(try await office.students.show(students(2)[0]).changes.isEmpty)
    }
  }

  @Test("of a mark and of a test is told with the course, or the level and day")
  func marks() async throws {
    try await withOffice(.graduation) { office in
      try await office.database.write { tx in
        try tx.execute("update result set mark = '86', value = 86, note = 'added up anew'")
        try tx.execute("update language_certificate set score = 160, note = 'misread'")
      }
      let changes = try await office.students.show(students(1)[0]).changes
      #expect(
        changes.map { [$0.about, $0.field, $0.before, $0.after] } == [
          ["hsk2010:1 2024-11-10", "note", nil, "misread"], ["hsk2010:1 2024-11-10", "score", "150", "160"],
          ["LOG-210", "mark", "72", "86"],
          ["LOG-210", "note", nil, "added up anew"],
        ])
    }
  }

  @Test(
    "keeps the parts of a name that is built as before, of whatever script",
    arguments: [
      ("Oʻrinov", "Zulfiya", "Oʻrinova Zulfiya", ["Oʻrinova", "Zulfiya"]),
      ("Äşirow", "Batyr", "Äşirowa Batyr", ["Äşirowa", "Batyr"]), ("欧阳", "青山", "欧阳青松", ["欧阳", "青松"]),
      ("Äşirow", "Batyr", "Äşirow Batyr Han", []),
    ] as [(String, String, String, [String])])
  func parts(family: String, given: String, whole: String, parts: [String]) async throws {
    try await withOffice(.cohort) { office in
      var details = StudentDetails()
      (details.familyName, details.givenName) = (family, given)
      let student = try await office.students.add(
        NewStudent(
          workshop: "UZ-TAS", birthOn: #require(Day("2005-05-05")), nationality: "UZ", details: details))
      var changes = StudentChanges()
      (changes.details.fullName, changes.renaming) = (whole, .correction)
      let changed = try await office.students.change(
        .init(student.reference.description) ?? students(1)[0], changes)
      #expect([changed.after.familyName, changed.after.givenName].compactMap(\.self) == parts)
      #expect(changed.after.fullName == whole)
    }
  }

  @Test("names the import that changed it")
  func byImport() async throws {
    try await withOffice(.cohort) { office in
      try await office.people(1)
      let first = try await office.students.show(students(1)[0]).student
      let number = first.reference.description
      _ = try await office.take(
        """
        number,full_name,birth_date,nationality,phone
        \(number),\(first.fullName),\(first.birthOn),\(first.nationality),+998901234567

        """
      ) { $0.updates = true }
      let changes = try await office.students.show(students(1)[0]).changes
      #expect(changes.map(\.field) == ["phone"] && changes.first?.batch?.hasPrefix("UZ-TAS/B-") == true)
    }
  }
}
