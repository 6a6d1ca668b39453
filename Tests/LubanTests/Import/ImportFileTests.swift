import Luban
import Support
import Testing

@Suite("Import")
struct ImportFileTests {
  private static let header = "full_name,birth_date,nationality,document_number,email\n"

  private func run(
    _ text: String, on office: Office, _ change: (inout ImportRequest) -> Void = { _ in }
  ) async throws -> ImportOutcome {
    try await withFile(text) { path in
      var request = ImportRequest(path: path, noun: .peopleWithEnrollments)
      request.cohort = "UZ-TAS-LOG-2026A"
      request.appliedOn = Day("2026-06-01") ?? .today
      change(&request)
      return try await office.imports.taken(request)
    }
  }

  @Test("people are entered and enrolled; the same file again adds nothing")
  func twice() async throws {
    try await withOffice { office in
      try await office.cohort(capacity: 2)
      let text =
        Self.header + "王丽,2005-03-04,CN,E123,\nҶӯраев Ҷамшед,2005-03-05,TJ,A77,\nмай,2005-03-06,RU,,\n"
      let first = try await run(text, on: office)
      #expect((first.peopleCreated, first.enrolled, first.waitlisted) == (3, 2, 1))
      let second = try await run(text, on: office)
      #expect((second.peopleCreated, second.enrolled, second.unchanged) == (0, 0, 3))
    }
  }

  @Test("headers in Russian, semicolons, and dates in a named format")
  func russian() async throws {
    try await withOffice(.cohort) { office in
      let outcome = try await run(
        "Фамилия;Имя;Отчество;Дата рождения;Пол;Гражданство\nКаримова;Дилноза;-;14.03.2006;ж;Узбекистан\n",
        on: office
      ) { $0.dates = .dayFirst }
      #expect(outcome.problems == [])
      #expect(outcome.enrolled == 1)
    }
  }

  @Test("every problem of every line is found in one pass, and nothing is written")
  func problems() async throws {
    try await withOffice(.cohort) { office in
      let outcome = try await run(
        Self.header
          + "A B,2005-02-30,UZ,X123,\nC D,45658,ZZ,1.23E+11,nobody\nE F,2005-01-01,UZ,X1234,e@f.org\n"
          + "E F,2005-01-01,UZ,X1234,\nG\n,2005-01-01,UZ,,\n",
        on: office)
      let broken = Set(outcome.problems.map { "\($0.column ?? ""):\($0.rule)" })
      #expect(
        broken == [
          "birth_date:date_is_in_the_calendar", "birth_date:value_is_not_damaged_by_excel",
          "nationality:student_nationality_is_known", "document_number:value_is_not_damaged_by_excel",
          "email:student_email_has_an_at_sign", ":line_repeats_nobody", ":line_has_all_columns",
          "full_name:line_names_a_person",
        ])
      #expect(outcome.refused == 5)
      #expect(!outcome.isKept)
      #expect(try await office.csv(office.enrollments.list()).split(separator: "\n").count == 1)
    }
  }

  @Test("what is right is taken where the invalid is skipped; a dry run counts the same and writes nothing")
  func skipping() async throws {
    try await withOffice(.cohort) { office in
      let text = Self.header + "A B,2005-02-30,UZ,,\nC D,2005-01-01,UZ,,\n"
      let dry = try await run(text, on: office) {
        $0.skipsInvalid = true
        $0.isDryRun = true
      }
      #expect(try await office.csv(office.enrollments.list()).split(separator: "\n").count == 1)
      let wet = try await run(text, on: office) { $0.skipsInvalid = true }
      #expect((dry.enrolled, dry.refused) == (1, 1))
      #expect((wet.enrolled, wet.refused) == (1, 1))
      #expect(wet.isKept)
    }
  }

  @Test("people known already change only when asked, field by field, and their rows before are kept")
  func updating() async throws {
    try await withOffice(.cohort) { office in
      _ = try await run(Self.header + "A B,2005-01-01,UZ,X123,a@b.org\n", on: office)
      let changed = Self.header + "A B,2005-01-01,UZ,X123,new@b.org\n"
      let left = try await run(changed, on: office)
      #expect((left.unchanged, left.differingLines) == (1, 1))
      let taken = try await run(changed, on: office) { $0.updates = true }
      #expect(taken.changedFields == ["email": 1])
      let before = try await office.database.read { tx in
        try tx.one("select before ->> 'email' from revision where table_name = 'student'", as: String.self)
      }
      #expect(before == "a@b.org")
    }
  }

  @Test("texts that look like code or formulas come through as they are, and harmless for Excel")
  func hostile() async throws {
    try await withOffice(.cohort) { office in
      let names = [
        "=HYPERLINK(\"http://x\")", "O'Brien'); drop table student;--", "𠮷野家", "Ҷӯраев", "محمد", "Sukarno",
      ]
      let rows = names.map {
        "\"\($0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\",2005-01-01,UZ,,\n"
      }
      let outcome = try await run(Self.header + rows.joined(), on: office)
      #expect(outcome.enrolled == names.count)
      let stored = try await office.database.read { tx in
        try tx.rows("select full_name from student_name order by student_id", as: String.self)
      }
      #expect(stored == names)
      let excel = try await office.csv(
        office.reports.roster(), Page(columns: ["full_name"], isForExcel: true))
      #expect(excel.contains("'=HYPERLINK"))
      #expect(!excel.contains("\n\"=HYPERLINK"))
    }
  }

  @Test("a full cohort puts the rest of the file on the waitlist, in the order of the file")
  func fullCohort() async throws {
    try await withOffice { office in
      try await office.cohort(capacity: 3)
      let rows = (1...10).map { "P \($0),2005-01-01,UZ,D000\($0),\n" }.joined()
      let outcome = try await run(Self.header + rows, on: office)
      #expect((outcome.enrolled, outcome.waitlisted) == (3, 7))
      let waiting = try await office.database.read { tx in
        try tx.rows(
          """
          select n.full_name from enrollment e join student_name n using (workshop_id, student_id)
          where e.waitlist_place is not null order by e.waitlist_place
          """, as: String.self)
      }
      #expect(waiting == (4...10).map { "P \($0)" })
    }
  }
}
