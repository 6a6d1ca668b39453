import Messages
import Postgres
import Support
import Testing

@testable import Luban

/// A form that does no more than to find the students of its lines.
private let form = ImportForm(
  "people", columns: ImportColumn.student + [ImportColumn("score", [], "points", example: "80")],
  needs: [.student], takesOtherColumns: true, checks: [], writes: [])

/// Whom a line leads to, as found by the script that all files about students share.
private struct Led: Equatable, CustomStringConvertible {
  let student: Int?
  let enrollment: String?
  let problem: String?
  let enrollmentProblem: String?

  init(_ student: Int?, in cohort: String? = nil, problem: String? = nil, enrollmentProblem: String? = nil) {
    self.student = student
    enrollment = cohort
    self.problem = problem
    self.enrollmentProblem = enrollmentProblem
  }

  var description: String {
    "\(student.map(String.init) ?? "nobody") \(enrollment ?? "–") \(problem ?? "") \(enrollmentProblem ?? "")"
  }
}

@Suite("Lines about students")
struct StudentLineTests {
  private let first: CohortCode = "UZ-TAS-LOG-2022A"
  private let second: CohortCode = "UZ-TAS-LOG-2025A"

  /// Students 1 to 4: 1 and 2 in one cohort, 2 and 3 in another, 4 in none; 3 has the name of 1.
  private func ground(_ office: Office) async throws {
    try await office.cohort("UZ-TAS-LOG-2022A", year: 2022)
    try await office.cohort(second, year: 2025)
    try await office.people(4)
    _ = try await office.enrollments.enroll(
      students(1, 2), in: first, appliedOn: try #require(Day("2022-06-01")))
    _ = try await office.enrollments.enroll(
      students(2, 3), in: second, appliedOn: try #require(Day("2025-06-01")))
    try await office.database.write { tx in
      try tx.execute(
        """
        update student_name set full_name = 'Student 1'
        where (workshop_id, student_id) in (select workshop_id, id from student where number = 3)
        """)
      try tx.execute(
        """
        update student set (document_number, document_kind, document_country) = ('DOC' || number, 'passport', 'UZ')
        where number <> 4
        """)
    }
  }

  private func led(
    _ text: String, on office: Office, _ change: (inout ImportRequest) -> Void = { _ in }
  ) async throws -> [Led] {
    try await withFile(text) { path in
      var request = ImportRequest(path: path, noun: form)
      request.workshop = "UZ-TAS"
      change(&request)
      let changed = request
      return try await office.database.write { tx in
        try Self.stage(changed, tx)
        try tx.runScript(SQL.file("sql/import/who.sql"))
        try tx.runScript(SQL.file("sql/import/who_line.sql"))
        return try tx.rows(
          """
          select s.number, c.code, w.problem, w.enrollment_problem from who w
          left join student s on (s.workshop_id, s.id) = (w.workshop_id, w.student_id)
          left join enrollment e on (e.workshop_id, e.id) = (w.workshop_id, w.enrollment_id)
          left join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
          order by w.line
          """, as: (Int?.self, String?.self, String?.self, String?.self)
        ).map { Led($0.0, in: $0.1, problem: $0.2, enrollmentProblem: $0.3) }
      }
    }
  }

  private static func stage(_ request: ImportRequest, _ tx: Transaction) throws {
    var file = try ImportFile(request)
    try ImportTables(request: request, command: CommandKey(), others: file.otherColumns).make(tx)
    try tx.copyIn("copy stage from stdin") { buffer in try file.appendRecord(to: &buffer) }
  }

  @Test("a student is found by number, else by document, else by a name exactly as it is known")
  func ways() async throws {
    try await withOffice { office in
      try await ground(office)
      let found = try await led(
        """
        student,document_number,full_name
        S-00001,,
        uz-tas/S-00002,,
        ,doc 3,
        ,,STUDENT 2
        ,UNKNOWN,Student 4

        """, on: office)
      #expect(found.map(\.student) == [1, 2, 3, 2, 4])
      #expect(found.map(\.problem) == [nil, nil, nil, nil, nil])
    }
  }

  @Test("a name that fits two people is refused, unless cohort or birth date tell them apart")
  func namesakes() async throws {
    try await withOffice { office in
      try await ground(office)
      let found = try await led(
        "full_name,cohort\nStudent 1,\nStudent 1,\(first)\nStudent 1,\(second)\n", on: office)
      #expect(
        found == [
          Led(nil, problem: "full_name:line_names_one_student"), Led(1, in: first.rawValue),
          Led(3, in: second.rawValue),
        ])
    }
  }

  @Test("all namesakes are named in the refusal, with what tells them apart")
  func namesakesTold() async throws {
    try await withOffice { office in
      try await ground(office)
      let outcome = try await office.send(
        "full_name,level,taken_on,score\nStudent 1,hsk2010:2,2025-06-20,150\n", as: .language)
      #expect(
        outcome.problems.map(\.sentence) == [
          "A line names one student only. (UZ-TAS/S-00001 Student 1, born 2005-01-01, passport UZ DOC1, "
            + "UZ-TAS-LOG-2022A; UZ-TAS/S-00003 Student 1, born 2005-01-01, passport UZ DOC3, UZ-TAS-LOG-2025A"
            + "; the identity document tells them apart)"
        ])
    }
  }

  @Test("of what tells namesakes apart, only that is named which the line does not have")
  func toldApart() async throws {
    try await withOffice { office in
      try await ground(office)
      func told(_ change: SQL, _ line: String) async throws -> String {
        try await office.database.write { tx in try tx.execute(change) }
        let outcome = try await office.send(
          "full_name,birth_date,level,taken_on,score\n\(line),hsk2010:2,2025-06-20,150\n", as: .language)
        let sentence = outcome.problems.first?.sentence ?? ""
        return sentence.split(separator: "; the ").last.map(String.init) ?? ""
      }
      #expect(
        try await told("update student set birth_on = '2005-01-02' where number = 3", "Student 1,")
          == "birth date tells them apart)")
      #expect(
        try await told(
          "update student set (birth_on, document_number, document_kind, document_country) = ('2005-01-01', null, null, null)",
          "Student 1,2005-01-01") == "cohort tells them apart)")
    }
  }

  @Test("of two namesakes of a cohort, whoever was enrolled in it is meant, not who only applied")
  func enrolledNamesake() async throws {
    try await withOffice { office in
      try await ground(office)
      _ = try await office.enrollments.enroll(
        students(1), in: second, as: .applied, appliedOn: try #require(Day("2025-06-01")))
      let found = try await led("full_name,cohort\nStudent 1,\(second)\n", on: office)
      #expect(found == [Led(3, in: second.rawValue)])
    }
  }

  @Test("who is unknown is refused in the column that was to name them")
  func unknown() async throws {
    try await withOffice { office in
      try await ground(office)
      let found = try await led(
        """
        student,document_number,full_name,birth_date,cohort,workshop
        S-00099,,,,,
        ,NONE1,,,,
        ,,Nobody Known,,,
        12a,,,,,
        ,,,,UZ-TAS-LOG-2025A,
        S-00001,,,31.02.2006,,
        S-00001,,,,UZ-TAS-NONE,
        S-00001,,,,,KZ-AST
        ,1.23457E+11,,,,

        """, on: office)
      #expect(
        found.map(\.problem) == [
          "student:line_names_a_known_student", "document_number:line_names_a_known_student",
          "full_name:line_names_a_known_student", "student:number_is_a_student_number",
          "full_name:line_names_a_person", "birth_date:date_is_in_the_calendar",
          "cohort:line_names_a_cohort", "workshop:line_names_a_workshop",
          "document_number:value_is_not_damaged_by_excel",
        ])
    }
  }

  @Test(
    "number, document, name and birth date that lead to different people are refused, as in a sheet sorted apart"
  )
  func contradictions() async throws {
    try await withOffice { office in
      try await ground(office)
      let found = try await led(
        """
        student,document_number,full_name,birth_date
        S-00001,,Student 2,
        S-00001,DOC2,,
        ,DOC1,Student 2,
        S-00001,,,1999-01-01
        S-00001,,Stud. One,
        S-00001,,student 1,2005-01-01
        S-00001,,1 Student,
        S-00001,,李娜,

        """, on: office)
      #expect(
        found.map(\.problem) == [
          "full_name:person_is_one", "document_number:person_is_one", "full_name:person_is_one",
          "birth_date:person_is_one", "full_name:person_is_one", nil, nil, nil,
        ])
    }
  }

  @Test("the cohort is asked for where a student is in several, and must be one of them")
  func enrollments() async throws {
    try await withOffice { office in
      try await ground(office)
      let lines = "student,cohort\nS-00001,\nS-00002,\nS-00002,\(second)\nS-00001,\(second)\nS-00004,\n"
      let asked = "cohort:line_names_one_enrollment"
      #expect(
        try await led(lines, on: office) == [
          Led(1, in: first.rawValue), Led(2, enrollmentProblem: asked), Led(2, in: second.rawValue),
          Led(1, enrollmentProblem: asked), Led(4, enrollmentProblem: asked),
        ])
      let named = try await led("student\nS-00002\n", on: office) { $0.cohort = "UZ-TAS-LOG-2025A" }
      #expect(named == [Led(2, in: second.rawValue)])
    }
  }

  @Test("columns that nothing stands for are kept in their order, where a form takes them")
  func others() async throws {
    try await withOffice { office in
      try await ground(office)
      try await withFile(
        "student;01.09 \"9:00\";luban_problem;02.09\nS-00001; + ;x;\nS-00002;a\\b,{};y;\"q\"\"\"\n"
      ) {
        path in
        try await office.database.write { tx in
          try Self.stage(ImportRequest(path: path, noun: form), tx)
          let headers = try tx.one("select others from run", as: [String].self)
          #expect(headers == ["01.09 \"9:00\"", "02.09"])
          let fields = try tx.rows("select others from stage order by line", as: [String?].self)
          #expect(fields == [["+", nil], ["a\\b,{}", "q\""]])
        }
      }
    }
  }

  @Test("a plan is counted, told and noted the same way whatever its noun, several things of a line as well")
  func telling() async throws {
    try await withOffice { office in
      try await ground(office)
      try await withFile("student,1 Sep,2 Sep\nS-00001,+,?\nS-00002,+,-\n,,\nS-00003,x\n") { path in
        try await office.database.write { tx in
          var request = ImportRequest(path: path, noun: form)
          request.workshop = "UZ-TAS"
          try Self.stage(request, tx)
          try tx.runScript(SQL.file("sql/import/who.sql"))
          try tx.runScript(SQL.file("sql/import/who_line.sql"))
          try tx.execute(
            """
            create temp table plan on commit drop as
            select w.line, w.workshop_id, w.student_id, run.others[o.nth] as subject,
              case o.value when '?' then '#' || o.nth || ':line_names_one_student' end as problems,
              case o.value when '+' then 'created' when '-' then 'changed' end as outcome,
              null::text as differs, case o.value when '?' then '{"line_names_one_student": "as said"}'::jsonb end as details
            from who w join stage s using (line), unnest(s.others) with ordinality o (value, nth), run
            """)
          let counts = try tx.one(SQL.file("sql/import/count.sql")) { row in
            [
              try row.decode("lines") as Int, try row.decode("blank"), try row.decode("refused"),
              try row.decode("created"), try row.decode("changed"), try row.decode("unchanged"),
            ]
          }
          #expect(counts == [4, 1, 2, 2, 1, 0])
          try tx.sayRules(by: nil, of: form)
          let problems = try tx.rows(SQL.file("sql/import/problem.sql")) { row in
            [
              try row.decode("column") as String?, try row.decode("value"),
              Catalog.english.reading(try row.decode("sentence")),
            ]
          }
          #expect(
            problems == [
              ["2 Sep", "?", "A line names one student only. (as said)"],
              [nil, nil, "Every line has as many fields as the header."],
            ])
          try tx.execute("update run set is_accepted = true")
          let results = try tx.rows(SQL.file("sql/import/result.sql")) { row in
            [
              String(try row.decode("line") as Int), try row.decode("outcome") as String?,
              try row.decode("student"), try row.decode("subject"), try row.decode("reason"),
            ]
          }
          #expect(
            results == [
              ["2", "created", "S-00001", "1 Sep", nil],
              ["2", "refused", "S-00001", "2 Sep", "2 Sep:line_names_one_student"],
              ["3", "created", "S-00002", "1 Sep", nil], ["3", "changed", "S-00002", "2 Sep", nil],
              ["4", "blank", nil, nil, nil], ["5", "refused", nil, nil, ":line_has_all_columns"],
            ])
          try tx.runScript(SQL.file("sql/import/batch.sql"))
          let batch = try tx.one(
            "select lines, records_created, records_changed, refused, people_created from import_batch",
            as: (Int.self, Int.self, Int.self, Int.self, Int.self))
          #expect(batch == (2, 2, 1, 1, 0))
        }
      }
    }
  }
}
