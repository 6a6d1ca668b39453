import Luban
import Postgres
import Support
import Testing

/// A line of a file that breaks a rule, and where.
private struct BrokenLine: Sendable, CustomStringConvertible {
  let rule: String
  let column: String
  /// Fields by column, over those of a line that is right.
  let fields: [String: String]

  init(_ rule: String, _ column: String, _ fields: [String: String]) {
    self.rule = rule
    self.column = column
    self.fields = fields
  }

  var description: String { "\(column):\(rule)" }
}

@Suite("Rules through import")
struct ImportRuleTests {
  private static let columns = ImportColumn.all.map(\.name)
  private static let long = String(repeating: "a", count: 201)

  private static let lines = [
    BrokenLine("person_name_is_clean", "full_name", ["full_name": long]),
    BrokenLine("person_name_is_clean", "full_name", ["full_name": "Anna\tB"]),
    BrokenLine("person_name_is_clean", "given_name", ["given_name": "An\u{7}na"]),
    BrokenLine("person_name_is_clean", "family_name", ["full_name": "", "family_name": long]),
    BrokenLine(
      "person_name_is_clean", "family_name",
      [
        "full_name": "", "family_name": String(repeating: "b", count: 150),
        "given_name": String(repeating: "c", count: 150),
      ]),
    BrokenLine("person_name_is_clean", "latin_name", ["latin_name": long]),
    BrokenLine("person_name_is_clean", "chinese_name", ["chinese_name": long]),
    BrokenLine("value_is_not_damaged_by_excel", "full_name", ["full_name": "#N/A"]),
    BrokenLine(
      "value_is_not_damaged_by_excel", "given_name",
      ["full_name": "", "family_name": "Li", "given_name": "#NAME?"]),
    BrokenLine("value_is_not_damaged_by_excel", "latin_name", ["latin_name": "########"]),
    BrokenLine("value_is_not_damaged_by_excel", "birth_date", ["birth_date": "38412"]),
    BrokenLine("value_is_not_damaged_by_excel", "birth_date", ["birth_date": "########"]),
    BrokenLine("value_is_not_damaged_by_excel", "consent_date", ["consent_date": "#N/A"]),
    BrokenLine("value_is_not_damaged_by_excel", "document_number", ["document_number": "1.23457E+11"]),
    BrokenLine("value_is_not_damaged_by_excel", "document_number", ["document_number": "#REF!"]),
    BrokenLine("value_is_not_damaged_by_excel", "phone", ["phone": "9,98901E+11"]),
    BrokenLine("date_is_in_a_named_format", "birth_date", ["birth_date": "03/04/2005"]),
    BrokenLine("year_has_four_digits", "birth_date", ["birth_date": "04/03/05"]),
    BrokenLine("year_is_not_buddhist", "birth_date", ["birth_date": "04/03/2548"]),
    BrokenLine("year_is_not_persian_or_islamic", "birth_date", ["birth_date": "1383-12-14"]),
    BrokenLine("day_is_without_a_time", "birth_date", ["birth_date": "2005-03-03 19:00:00"]),
    BrokenLine("date_is_in_a_known_form", "birth_date", ["birth_date": "2005-123-01"]),
    BrokenLine("date_is_in_a_known_form", "consent_date", ["consent_date": "yesterday"]),
    BrokenLine("date_is_in_the_calendar", "birth_date", ["birth_date": "2005-02-29"]),
    BrokenLine("date_is_in_the_calendar", "birth_date", ["birth_date": "2005-13-01"]),
    BrokenLine("date_is_in_the_calendar", "birth_date", ["birth_date": "0000-01-01"]),
    BrokenLine("date_is_in_the_calendar", "applied_on", ["applied_on": "2026-06-31"]),
    BrokenLine("student_birth_is_plausible", "birth_date", ["birth_date": "1899-12-31"]),
    BrokenLine("student_consented_after_birth", "consent_date", ["consent_date": "1999-01-01"]),
    BrokenLine("gender_is_a_word", "gender", ["gender": "q"]),
    BrokenLine("student_nationality_is_known", "nationality", ["nationality": "Atlantis"]),
    BrokenLine("student_nationality_is_known", "document_country", ["document_country": "XX"]),
    BrokenLine("document_kind_is_a_word", "document_kind", ["document_kind": "library card"]),
    BrokenLine(
      "student_document_number_is_letters_and_digits", "document_number", ["document_number": "A/1"]),
    BrokenLine("student_email_has_an_at_sign", "email", ["email": "nobody"]),
    BrokenLine("student_phone_is_a_number", "phone", ["phone": "call me"]),
    BrokenLine("schooling_is_a_level", "schooling", ["schooling": "9"]),
    BrokenLine("student_entry_level_is_known", "language_level", ["language_level": "hsk2010:7"]),
    BrokenLine("state_is_a_beginning", "state", ["state": "completed"]),
    BrokenLine("number_is_a_student_number", "number", ["number": "12a"]),
    BrokenLine("number_is_a_student_number", "number", ["number": "S-9999999999"]),
    BrokenLine("number_is_not_a_count", "number", ["number": "1"]),
    BrokenLine("number_is_not_a_count", "number", ["number": "2.0"]),
    BrokenLine("student_number_is_of_the_workshop", "number", ["number": "KZ-AST/S-00001"]),
    BrokenLine("answer_is_a_number_or_new", "same_as", ["same_as": "1"]),
    BrokenLine("person_is_known_to_the_workshop", "same_as", ["same_as": "S-00099"]),
    BrokenLine("person_is_one", "same_as", ["same_as": "S-00001"]),
    BrokenLine("person_is_one", "same_as", ["number": "S-00001", "same_as": "new"]),
    BrokenLine("person_is_one", "number", ["number": "S-00001", "document_number": ""]),
    BrokenLine("student_document_once", "document_number", ["document_number": "KNOWN1"]),
    BrokenLine(
      "person_is_not_in_doubt", "full_name",
      ["full_name": "1 Student", "birth_date": "2005-01-01", "document_number": ""]),
    BrokenLine("person_is_known_to_the_workshop", "number", ["number": "S-00099"]),
    BrokenLine("line_names_a_person", "full_name", ["full_name": "", "document_number": ""]),
    BrokenLine("person_has_a_birth_date", "birth_date", ["birth_date": ""]),
    BrokenLine("person_has_a_nationality", "nationality", ["nationality": "", "document_country": "UZ"]),
    BrokenLine("student_document_is_whole", "document_country", ["nationality": ""]),
    BrokenLine("line_names_a_cohort", "cohort", ["cohort": "UZ-TAS-NONE"]),
    BrokenLine(
      "person_is_one", "birth_date",
      ["full_name": "Student 1", "document_number": "KNOWN1", "birth_date": "2001-01-01"]),
    BrokenLine("person_is_one", "number", ["number": "S-00001", "document_number": "KNOWN2"]),
    BrokenLine(
      "person_is_not_known_otherwise", "document_number",
      ["full_name": "Student 1", "birth_date": "2005-01-01", "document_number": "OTHER1"]),
    BrokenLine("enrollment_is_within_the_window", "applied_on", ["applied_on": "2025-12-31"]),
    BrokenLine("enrollment_not_before_minimum_age", "birth_date", ["birth_date": "2015-01-01"]),
    BrokenLine("enrollment_needs_an_open_cohort", "cohort", ["cohort": "UZ-TAS-PLANNED"]),
    BrokenLine("enrollment_needs_schooling", "schooling", ["cohort": "UZ-TAS-HARD"]),
    BrokenLine(
      "enrollment_needs_language_level", "language_level",
      ["cohort": "UZ-TAS-HARD", "language_level": "cefr:B2"]),
    BrokenLine("enrollment_needs_required_program", "cohort", ["cohort": "UZ-TAS-HARD"]),
    BrokenLine(
      "student_holds_one_seat_at_a_time", "cohort",
      [
        "number": "S-00001", "full_name": "", "document_number": "", "birth_date": "",
        "cohort": "UZ-TAS-LOG-2026B",
      ]),
  ]

  private func ground(_ office: Office) async throws {
    try await office.cohort()
    try await office.cohort("UZ-TAS-LOG-2026B", intakeOn: "2026-10-01")
    try await office.plan("UZ-TAS-PLANNED")
    try await office.people(2)
    try await office.hardProgram()
    try await office.database.write { tx in
      try tx.execute(
        """
        update student set (document_number, document_kind, document_country)
          = ('KNOWN' || number, 'passport', 'UZ')
        """)
    }
    _ = try await office.enrollments.enroll(
      students(1), in: "UZ-TAS-LOG-2026A", appliedOn: try #require(Day("2026-06-01")))
  }

  private static func quoted(_ field: String) -> String { field.contains(/[\t,]/) ? "\"\(field)\"" : field }

  private static func row(_ fields: [String: String], nth: Int) -> String {
    let right = [
      "full_name": "Person \(nth)", "birth_date": "2004-05-06", "nationality": "UZ",
      "document_number": "DOC\(nth)",
      "cohort": "UZ-TAS-LOG-2026A", "applied_on": "2026-06-01",
    ]
    return columns.map { quoted(fields[$0] ?? right[$0] ?? "") }.joined(separator: ",")
  }

  @Test("each is found in its line and column, all in one pass, under the name it has in the database")
  func lines() async throws {
    try await withOffice { office in
      try await ground(office)
      // A line that is right between each two that are not.
      var rows = [Self.columns.joined(separator: ",")]
      for (index, line) in Self.lines.enumerated() {
        rows.append(Self.row(line.fields, nth: 2 * index))
        rows.append(Self.row([:], nth: 2 * index + 1))
      }
      try await withFile("") { errors in
        let outcome = try await office.take(rows.joined(separator: "\n") + "\n") {
          $0.cohort = nil
          $0.errorsFile = errors
        }
        #expect(outcome.refused == Self.lines.count)
        #expect(!outcome.isKept)
        let reasons = contents(errors).split(whereSeparator: \.isNewline).dropFirst()
        #expect(reasons.count == Self.lines.count)
        let words = try await office.database.read { tx in
          Dictionary(
            uniqueKeysWithValues: try tx.rows(
              "select name, sentence from rule", as: (String.self, String.self)
            )
            .map { ($0.0, $0.1) })
        }
        for (line, reason) in zip(Self.lines, reasons) {
          let sentence = try #require(words[line.rule], "\(line)")
          #expect(reason.contains("\(line.column): \(sentence)"), "\(line)\n\(reason)")
        }
      }
    }
  }

  @Test("a problem tells line, column, value, rule and way out; the same problem of many lines is told once")
  func telling() async throws {
    try await withOffice { office in
      try await ground(office)
      let outcome = try await office.take(
        "full_name,birth_date,nationality\nA,2005-02-30,UZ\nB,2005-02-31,UZ\nC,2005-02-01,UZ\nD,2005-02-32,UZ\n"
      )
      let problem = try #require(outcome.problems.first)
      #expect(outcome.problems.count == 1)
      #expect(problem.column == "birth_date")
      #expect(problem.rule == "date_is_in_the_calendar")
      #expect(problem.lines == [2, 3, 5])
      #expect(problem.values == ["2005-02-30", "2005-02-31", "2005-02-32"])
      #expect(problem.count == 3)
      #expect(!problem.wayOut.isEmpty || !problem.actions.isEmpty)
    }
  }

  @Test("all entry rules that are missing are named, not just the first")
  func entry() async throws {
    try await withOffice { office in
      try await ground(office)
      let outcome = try await office.take(
        "full_name,birth_date,nationality,applied_on\nA,2015-02-03,UZ,2025-06-01\n"
      ) { $0.cohort = "UZ-TAS-HARD" }
      #expect(
        problems(outcome) == [
          "applied_on:enrollment_is_within_the_window@2", "birth_date:enrollment_not_before_minimum_age@2",
          "cohort:enrollment_needs_required_program@2", "language_level:enrollment_needs_language_level@2",
          "schooling:enrollment_needs_schooling@2",
        ])
      let overridden = try await office.take(
        "full_name,birth_date,nationality,applied_on\nA,2015-02-03,UZ,2025-06-01\n"
      ) {
        $0.cohort = "UZ-TAS-HARD"
        $0.override = "by the director"
      }
      #expect(overridden.enrolled == 1)
    }
  }

  @Test("a cell that can't be read has one fault, and raises none of the rules that ask what it says")
  func unreadable() async throws {
    try await withOffice { office in
      try await ground(office)
      let outcome = try await office.take(
        "full_name,birth_date,nationality,applied_on,schooling,language_level\nA,soon,UZ,later,much,good\n"
      ) { $0.cohort = "UZ-TAS-HARD" }
      #expect(outcome.problems.count { $0.column != "cohort" } == 4, "\(problems(outcome))")
    }
  }

  @Test("what names the line as a whole: fields, quotes, repetition, workshop, secondary sources")
  func wholeLines() async throws {
    try await withOffice { office in
      try await ground(office)
      let faults = try await office.take(
        "full_name,birth_date,nationality\nA,2005-01-02\nB,2005-01-02,UZ,x\n\"C\"D,2005-01-02,UZ\nE,2005-01-02,UZ\n"
          + "E,2005-01-02,UZ\n")
      #expect(
        problems(faults) == [
          ":line_has_all_columns@2,3", ":line_is_quoted_right@4", ":line_repeats_nobody@6",
        ])
      let workshops = try await office.take(
        "full_name,birth_date,nationality,workshop\nA,2005-01-02,UZ,\nB,2005-01-02,UZ,KZ-AST\n"
      ) {
        $0.noun = .people
        $0.cohort = nil
      }
      #expect(problems(workshops) == ["workshop:line_names_a_workshop@2,3"])
      let secondary = try await office.take("full_name,birth_date,nationality\nNew,2005-01-02,UZ\n") {
        $0.noun = .enrollments
      }
      #expect(problems(secondary) == [":person_is_known_to_the_workshop@2"])
    }
  }

  @Test("a file without its workshop or cohort is refused before anything is read")
  func unstated() async throws {
    try await withOffice(.cohort) { office in
      await #expect(throws: LubanError.self) {
        try await office.take("full_name,birth_date,nationality\nA,2005-01-02,UZ\n") { $0.cohort = nil }
      }
      await #expect(throws: LubanError.self) {
        try await office.take("full_name,birth_date,nationality\nA,2005-01-02,UZ\n") {
          $0.cohort = nil
          $0.noun = .people
        }
      }
      await office.expectRefused([
        Breach(
          "import_noun_is_known",
          """
          insert into import_batch (workshop_id, id, number, command, noun, file_name, file_bytes, options, lines, people_created,
            people_changed, enrollments_created, unchanged, refused)
          select id, 1, 1, gen_random_uuid(), 'nothing', 'x', 0, '{}', 0, 0, 0, 0, 0, 0 from workshop
          """)
      ])
    }
  }
}
