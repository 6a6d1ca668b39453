import Luban
import Support
import Testing

@Suite("Mark sheets")
struct MarkSheetTests {
  private let cohort: CohortCode = "UZ-TAS-LOG-2024A"
  private let code = ClassCode(cohort: "UZ-TAS-LOG-2024A", course: "LOG-110")

  /// A sheet of LOG-110 as it goes out, with what it knows of the first of three students.
  private func sheet(_ office: Office) async throws -> String {
    try await office.taughtCohort()
    try await office.grade(1, "LOG-110", "3", on: "2024-12-20")
    return try await office.csv(try await office.results.sheet(of: code).listing)
  }

  private func take(_ office: Office, _ text: String, _ change: (inout ImportRequest) -> Void = { _ in })
    async throws -> ImportOutcome
  {
    try await office.send(text, as: .results, change)
  }

  private func marks(_ office: Office) async throws -> String {
    try await office.csv(office.results.list(), Page(columns: ["student", "attempt", "mark", "graded_on"]))
  }

  private func problems(_ outcome: ImportOutcome) -> Set<String> {
    Set(
      outcome.problems.map {
        "\($0.column ?? ""):\($0.rule)@\($0.lines.map(String.init).joined(separator: ","))"
      })
  }

  /// A line of the sheet with mark and day filled in.
  private func filled(_ sheet: String, _ student: Int, _ mark: String, _ day: String) -> String {
    var lines = sheet.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (place, line) in lines.enumerated() where line.contains("S-0000\(student),") {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).prefix(6)
      lines[place] = fields.joined(separator: ",") + ",\(mark),\(day)"
    }
    return lines.joined(separator: "\n")
  }

  @Test("a sheet has a row a student, with what is known, and its code in every row")
  func goesOut() async throws {
    try await withOffice { office in
      let rows = try await sheet(office)
      #expect(
        rows == """
          sheet,cohort,course,student,full_name,latin_name,mark,graded_on
          M-UZ-TAS-1,UZ-TAS-LOG-2024A,LOG-110,S-00001,Student 1,,3,2024-12-20
          M-UZ-TAS-1,UZ-TAS-LOG-2024A,LOG-110,S-00002,Student 2,,,
          M-UZ-TAS-1,UZ-TAS-LOG-2024A,LOG-110,S-00003,Student 3,,,

          """)
    }
  }

  @Test("a sheet that comes back as it went out changes nothing")
  func untouched() async throws {
    try await withOffice { office in
      let outcome = try await take(office, try await sheet(office))
      #expect(outcome.unchanged == 3 && outcome.created == 0 && outcome.refused == 0)
    }
  }

  @Test(
    "what was filled in is entered; a mark corrected on the day is corrected, one of a later day is an attempt more"
  )
  func filledIn() async throws {
    try await withOffice { office in
      var text = try await sheet(office)
      text = filled(text, 1, "4", "2024-12-20")
      text = filled(text, 2, "хор.", "2024-12-21")
      text = filled(text, 3, "2", "")
      let outcome = try await take(office, text) { $0.gradedOn = Day("2024-12-22") }
      #expect(outcome.created == 2 && outcome.changed == 1)
      let rows = try await marks(office)
      #expect(
        rows == """
          student,attempt,mark,graded_on
          S-00001,1,4,2024-12-20
          S-00002,1,4,2024-12-21
          S-00003,1,2,2024-12-22

          """)
      // The next sheet takes a second attempt of who failed, and a day that was wrong of who passed.
      var next = try await office.csv(try await office.results.sheet(of: code).listing)
      next = filled(next, 3, "2", "2025-01-20")
      next = filled(next, 2, "4", "2024-12-23")
      let second = try await take(office, next)
      #expect(second.created == 1 && second.changed == 1 && second.unchanged == 1)
      let rows2 = try await marks(office)
      #expect(
        rows2 == """
          student,attempt,mark,graded_on
          S-00001,1,4,2024-12-20
          S-00002,1,4,2024-12-23
          S-00003,1,2,2024-12-22
          S-00003,2,2,2025-01-20

          """)
    }
  }

  @Test("semicolons, a byte order mark, Windows-1251, sorted rows, a column less: all is read")
  func throughASpreadsheet() async throws {
    try await withOffice { office in
      var text = try await sheet(office)
      text = filled(text, 2, "отлично", "21.12.2024")
      text = filled(text, 1, "3", "20.12.2024")
      let lines = text.split(separator: "\n").map(String.init)
      // Without the Latin name, from the last student to the first.
      let sorted = ([lines[0]] + lines.dropFirst().reversed()).map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).enumerated().filter { $0.offset != 5 }
          .map(\.element).joined(separator: ";")
      }
      let outcome = try await take(office, "\u{FEFF}" + sorted.joined(separator: "\r\n") + "\r\n") {
        $0.dates = .dayFirst
        $0.isDryRun = true
      }
      #expect(outcome.created == 1 && outcome.unchanged == 2)
      let bytes = sorted.joined(separator: "\r\n").unicodeScalars.map { scalar in
        UInt8(scalar.value < 128 ? scalar.value : scalar.value - 0x410 + 0xC0)
      }
      let inRussian = try await withFile(bytes) { path in
        var request = ImportRequest(path: path, noun: .results)
        request.workshop = "UZ-TAS"
        request.encoding = .windows1251
        request.dates = .dayFirst
        return try await office.imports.taken(request)
      }
      #expect(inRussian.created == 1 && inRussian.unchanged == 2)
    }
  }

  @Test("a mark that was changed here since, to something else, is a conflict: shown, and never overwritten")
  func conflict() async throws {
    try await withOffice { office in
      var text = try await sheet(office)
      try await office.results.correct(
        ResultReference(students(1)[0], "LOG-110", cohort: cohort), ResultChanges(mark: "5"),
        reason: "added up wrongly")
      try await office.grade(2, "LOG-110", "2", on: "2024-12-20")
      try await office.grade(3, "LOG-110", "4", on: "2024-12-20")
      text = filled(text, 1, "4", "2024-12-20")
      text = filled(text, 2, "3", "2024-12-21")
      // What says the same as Luban by now is none.
      text = filled(text, 3, "4", "2024-12-20")
      let outcome = try await take(office, text) { $0.updates = true }
      #expect(problems(outcome) == ["mark:mark_is_as_the_sheet_knew_it@2,3"])
      let sentence = try #require(outcome.problems.first?.sentence)
      // Of two that differ the first line is told, as such.
      #expect(sentence.contains("(line 2: Luban has 5 dated 2024-12-20 since 20"))
      #expect(sentence.contains("the sheet went out with 3 dated 2024-12-20"))
      let rest = try await take(office, text) { $0.skipsInvalid = true }
      #expect(rest.unchanged == 1 && rest.refused == 2)
      let rows = try await marks(office)
      #expect(
        rows == """
          student,attempt,mark,graded_on
          S-00001,1,5,2024-12-20
          S-00002,1,2,2024-12-20
          S-00003,1,4,2024-12-20

          """)
    }
  }

  @Test("a line left as it went out takes nothing back of what was changed since")
  func leftAlone() async throws {
    try await withOffice { office in
      let text = try await sheet(office)
      try await office.results.correct(
        ResultReference(students(1)[0], "LOG-110", cohort: cohort), ResultChanges(mark: "5"),
        reason: "added up wrongly")
      try await office.grade(2, "LOG-110", "2", on: "2024-12-20")
      let outcome = try await take(office, text)
      #expect(outcome.unchanged == 3 && outcome.refused == 0)
      // Removed since, it stays removed.
      try await office.results.remove(
        ResultReference(students(1)[0], "LOG-110", cohort: cohort), reason: "another student's")
      #expect(try await take(office, text).unchanged == 3)
      let conflict = try await take(office, filled(text, 1, "5", "2024-12-20"))
      #expect(problems(conflict) == ["mark:mark_is_as_the_sheet_knew_it@2"])
    }
  }

  @Test(
    "an unknown code, a line of another class, a student of another cohort are refused; who came since is taken"
  )
  func strangers() async throws {
    try await withOffice { office in
      let text = try await sheet(office)
      try await office.cohort("UZ-TAS-LOG-2026A", intakeOn: "2026-09-01", plannedEndOn: "2028-07-01")
      try await office.people(2)
      _ = try await office.enrollments.enroll(
        students(4), in: cohort, appliedOn: Day("2024-06-01") ?? .today)
      _ = try await office.enrollments.enroll(
        students(5), in: "UZ-TAS-LOG-2026A", appliedOn: Day("2024-06-01") ?? .today)
      let header = text.split(separator: "\n")[0]
      let outcome = try await take(
        office,
        """
        \(header)
        M-UZ-TAS-9,UZ-TAS-LOG-2024A,LOG-110,S-00002,,,5,2024-12-20
        M-UZ-TAS-1,UZ-TAS-LOG-2024A,LOG-210,S-00003,,,5,2024-12-20
        M-UZ-TAS-1,,,S-00005,,,5,2024-12-20
        M-UZ-TAS-1,,,S-00004,,,5,2024-12-20
        """
      ) { $0.skipsInvalid = true }
      #expect(
        problems(outcome) == [
          "sheet:mark_sheet_is_known@2", "sheet:mark_sheet_is_of_the_class@3",
          "student:line_names_one_enrollment@4",
        ])
      #expect(outcome.created == 1)
    }
  }

  @Test("without its code a sheet is a file like any other, and changes what is known with --update only")
  func withoutCode() async throws {
    try await withOffice { office in
      let text = filled(try await sheet(office), 1, "5", "2024-12-20")
      let bare = text.split(separator: "\n").filter { !$0.hasSuffix(",,") }
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).dropFirst().joined(separator: ",") }
        .joined(separator: "\n")
      let held = try await take(office, bare)
      #expect(held.changed == 0 && held.differingLines == 1)
      #expect(try await take(office, bare) { $0.updates = true }.changed == 1)
    }
  }
}
