import Luban
import Postgres
import Support
import Testing

@Suite("Rules of students")
struct StudentRuleTests {
  private static let breaches = [
    Breach("student_number_counts_from_one", "update student set number = 0 where number = 1"),
    Breach("student_number_is_unique", "update student set number = 2 where number = 1"),
    Breach("student_birth_is_plausible", "update student set birth_on = '1899-12-31' where number = 1"),
    Breach("student_birth_is_plausible", "update student set birth_on = '2100-01-01' where number = 1"),
    Breach("student_nationality_is_known", "update student set nationality = 'XX' where number = 1"),
    Breach(
      "student_document_number_is_letters_and_digits",
      "update student set document_number = 'ab 12' where number = 2"),
    Breach(
      "student_document_number_is_letters_and_digits",
      "update student set document_number = 'A1' where number = 2"),
    Breach(
      "student_latin_name_is_latin",
      """
      insert into student_name (workshop_id, student_id, kind, full_name)
      select workshop_id, id, 'latin', 'Каримова Дилноза' from student where number = 1
      """),
    Breach("student_document_is_whole", "update student set document_kind = null where number = 2"),
    Breach("student_document_is_whole", "update student set document_number = 'A123' where number = 1"),
    Breach(
      "student_document_once",
      """
      update student set (document_number, document_kind, document_country) = ('AB123', 'passport', 'UZ') where number = 1
      """),
    Breach("student_email_has_an_at_sign", "update student set email = 'nobody' where number = 1"),
    Breach("student_phone_is_a_number", "update student set phone = 'call me' where number = 1"),
    Breach("student_schooling_is_isced", "update student set schooling = 9 where number = 1"),
    Breach(
      "student_entry_level_is_known",
      "update student set (entry_framework, entry_rank) = ('hsk2010', 7) where number = 1"),
    Breach("student_language_level_is_whole", "update student set entry_rank = 1 where number = 1"),
    Breach("student_consented_after_birth", "update student set consent_on = birth_on where number = 1"),
    Breach("student_name_is_of_a_student", "update student_name set student_id = -student_id"),
    Breach(
      "student_alias_is_folded", "insert into student_alias select workshop_id, id, '', 'same' from student"),
    Breach(
      "student_alias_is_kept_once",
      "insert into student_alias select workshop_id, id, 'anna', 'same' from student, generate_series(1, 2)"),
    Breach(
      "student_alias_is_of_a_student",
      "insert into student_alias select workshop_id, -id, 'anna', 'same' from student"),
    Breach(
      "person_is_not_in_doubt",
      """
      select expect_newcomer(id, '1 Student', null, null, null, '2005-01-01', null, null, null, null, false) from workshop
      """),
    Breach("person_name_is_clean", "update student_name set full_name = ' Anna'"),
    Breach("person_name_has_letters", "update student_name set full_name = '2006-02-01'"),
    Breach("person_name_is_whole", "update student_name set full_name = '?ураева'"),
    Breach("person_name_is_not_garbled", "update student_name set full_name = 'MÃ¼ller'"),
    Breach("person_name_is_of_one_script", "update student_name set full_name = 'Aннa Kim'"),
    Breach("person_name_is_clean", "update student_name set full_name = E'Anna\\tB'"),
    Breach("person_name_is_clean", "update student_name set full_name = ''"),
    Breach("person_name_is_clean", "update student_name set full_name = repeat('a', 201)"),
    Breach("person_name_is_clean", "update student_name set full_name = U&'Cafe\\0301'"),
    Breach(
      "student_has_a_name",
      """
      select expect_newcomer(id, null, null, null, null, '2005-01-01', null, null, null, null, false) from workshop
      """),
    Breach(
      "student_is_known_once",
      """
      select expect_newcomer(id, 'STUDENT 1', null, null, null, '2005-01-01', null, null, null, null, false) from workshop
      """),
    Breach(
      "student_name_has_its_parts",
      "select rename_student(workshop_id, id, 'native', null, 'Other', null, null, null) from student where number = 1"
    ),
    Breach(
      "student_names_follow_each_other",
      """
      select rename_student(workshop_id, id, 'native', 'Other', null, null, null, '2005-01-01')
      from student where number = 1
      """),
  ]

  private func students(_ office: Office) async throws {
    try await office.people(2)
    try await office.database.write { tx in
      try tx.execute(
        """
        update student set (document_number, document_kind, document_country) = ('AB123', 'passport', 'UZ')
        where number = 2
        """)
    }
  }

  @Test("each is held by the database, whoever writes")
  func breaches() async throws {
    try await withOffice { office in
      try await students(office)
      await office.expectRefused(Self.breaches)
    }
  }

  @Test("who is known by document or by name and birth date is not entered again")
  func newcomers() async throws {
    try await withOffice { office in
      try await students(office)
      let birth = try #require(Day("2005-01-01"))
      var details = StudentDetails()
      details.fullName = "student 1"
      await expectBroken("student_is_known_once") { [details] in
        try await office.students.add(
          NewStudent(workshop: "UZ-TAS", birthOn: birth, nationality: "UZ", details: details))
      }
      let namesake = try await office.students.add(
        NewStudent(
          workshop: "UZ-TAS", birthOn: birth, nationality: "UZ", details: details, answer: .new))
      #expect(namesake.number.description == "S-00003")
      await expectBroken("student_has_a_name") {
        try await office.students.add(
          NewStudent(workshop: "UZ-TAS", birthOn: birth, nationality: "UZ", details: StudentDetails()))
      }
    }
  }

  @Test("nobody is born after they applied, or after a test, whoever corrects the birth date")
  func born() async throws {
    try await withOffice { office in
      try await office.cohort(year: 2024)
      try await office.people(2)
      _ = try await office.enrollments.enroll(
        Support.students(1), in: "UZ-TAS-LOG-2026A", appliedOn: day("2024-06-01"))
      var born = StudentChanges()
      born.details.birthOn = Day("2024-12-01")
      await expectBroken("student_is_born_before_what_is_recorded") {
        try await office.students.edit(Support.students(1)[0], born)
      }
      // Of who has nothing recorded it is any day of the past.
      _ = try await office.students.edit(Support.students(2)[0], born)
    }
  }

  @Test("a passport in Cyrillic letters is refused with these letters, by single commands too")
  func cyrillicDocument() async throws {
    try await withOffice { office in
      try await office.people(1)
      var changes = StudentChanges()
      changes.details.document = IdentityDocument("passport:UZ:АС7654321")
      do {
        _ = try await office.students.edit(Support.students(1)[0], changes)
        Issue.record("taken")
      } catch LubanError.ruleBroken(let rule) {
        BrokenRules.note([rule.name])
        #expect(rule.name == "student_document_number_is_letters_and_digits")
        #expect(rule.detail == "А, С in АС7654321 are Cyrillic")
      }
    }
  }
}
