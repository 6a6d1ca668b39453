import Luban
import Support
import Testing

@Suite("Import of language tests")
struct LanguageImportTests {
  /// Three students: one with a Latin name, one with a Chinese one, one who shares the native name of the first.
  private func ground(_ office: Office) async throws {
    try await office.people(3)
    try await office.database.write { tx in
      try tx.execute(
        """
        insert into student_name (workshop_id, student_id, kind, full_name)
        select s.workshop_id, s.id, n.kind::name_kind, n.name
        from (values (1, 'latin', 'KARIMOVA DILNOZA'), (2, 'latin', 'QODIROV AZIZ'), (2, 'chinese', '阿齐兹'))
          n (number, kind, name)
        join student s on s.number = n.number
        """)
      try tx.execute(
        """
        update student_name set full_name = 'Student 1'
        where (workshop_id, student_id) in (select workshop_id, id from student where number = 3)
        """)
    }
  }

  private func take(
    _ office: Office, _ text: String, params: [String: String] = ["framework": "hsk2010"],
    _ change: (inout ImportRequest) -> Void = { _ in }
  ) async throws -> ImportOutcome {
    try await office.send(text, as: .language) {
      $0.params = params
      change(&$0)
    }
  }

  private func tests(_ office: Office) async throws -> [String] {
    let listing = try await office.languageCertificates.list()
    let columns = ["student", "level", "taken_on", "score", "result", "parts", "number", "note"]
    return try await office.csv(listing, Page(sort: ["student", "level"], columns: columns))
      .split(separator: "\n").dropFirst().map(String.init)
  }

  @Test("a center's list in Chinese, with names only, is taken in: a name in any script leads to the student")
  func names() async throws {
    try await withOffice { office in
      try await ground(office)
      let list = """
        姓名,护照姓名,级别,考试日期,听力,阅读,书写,总分,准考证号
        ,karimova dilnoza,HSK四级,2025-06-20,71,"60,5",60,,H1
        阿齐兹,QODIROV AZIZ,3,2025-06-20,60,60,59,179,H2
        别名,Qodirov Aziz,HSK (Level 2),2025-06-20,,,,120,
        """
      let outcome = try await take(office, list)
      #expect(problems(outcome) == [] && outcome.created == 3)
      #expect(
        try await tests(office) == [
          "UZ-TAS/S-00001,hsk2010:4,2025-06-20,191.5,passed,\"Listening 71, Reading 60.5, Writing 60\",H1,",
          "UZ-TAS/S-00002,hsk2010:2,2025-06-20,120,passed,,,",
          "UZ-TAS/S-00002,hsk2010:3,2025-06-20,179,failed,\"Listening 60, Reading 60, Writing 59\",H2,",
        ])
      let again = try await take(office, list)
      #expect(again.unchanged == 3 && again.created == 0 && again.changed == 0)
    }
  }

  @Test(
    "a Russian list with a day and a framework of its own for all lines, in semicolons and decimal commas")
  func russian() async throws {
    try await withOffice { office in
      try await ground(office)
      let list = """
        ФИО латиницей;Уровень;Говорение;Центр
        KARIMOVA DILNOZA;начальный;61,5;Ташкент
        """
      let outcome = try await take(office, list, params: ["framework": "hskk", "on": "2025-06-20"])
      #expect(problems(outcome) == [])
      #expect(
        try await tests(office) == [
          "UZ-TAS/S-00001,hskk:Primary,2025-06-20,61.5,passed,Speaking (recorded) 61.5,,"
        ])
    }
  }

  @Test(
    "a list with names in parts is taken as it is; the refused lines have a column ready for the number of who is meant"
  )
  func parts() async throws {
    try await withOffice { office in
      try await ground(office)
      try await office.database.write { tx in
        try tx.execute("update student_name set full_name = 'Каримов Азиз' where full_name = 'Student 1'")
        try tx.execute(
          "update student_name set full_name = 'Рахимова Нигора Олимовна' where full_name = 'Student 2'")
      }
      let list = """
        Фамилия;Имя;Отчество;Дата рождения;Уровень;Дата экзамена;Балл
        Рахимова;Нигора;Олимовна;;HSK 2;20.06.2025;123
        Каримов;Азиз;;01.01.2005;HSK 1;20.06.2025;120

        """
      try await withFile("") { errors in
        let outcome = try await take(office, list) {
          $0.skipsInvalid = true
          $0.errorsFile = errors
        }
        #expect(problems(outcome) == ["full_name:line_names_one_student@3"])
        #expect(outcome.created == 1)
        #expect(outcome.problems.first?.values == ["Каримов Азиз"])
        #expect(outcome.problems.first?.wayOut == "Give the student number of the one who is meant.")
        let refused = contents(errors)
        let lines = refused.split(whereSeparator: \.isNewline)
        #expect(
          lines.first
            == "Фамилия;Имя;Отчество;Дата рождения;Уровень;Дата экзамена;Балл;student;luban_problem")
        #expect(lines.last?.contains(";;\"Фамилия: A line names one student only.") == true)
        let answered = try await take(office, refused.replacing("120;;", with: "120;S-00003;"))
        #expect(problems(answered) == [] && answered.created == 1)
        #expect(try await tests(office).last?.hasPrefix("UZ-TAS/S-00003,hsk2010:1") == true)
      }
    }
  }

  @Test("every line that can't be is refused with its own reason, and nothing is written")
  func refusals() async throws {
    try await withOffice { office in
      try await ground(office)
      let outcome = try await take(
        office,
        """
        name,latin name,student,level,date,listening,reading,writing,total,result,purpose,valid until
        Student 1,,,4,2025-06-20,,,,180,,,
        Nobody,,,4,2025-06-20,,,,180,,,
        ,,S-00001,hsk:4,2025-06-20,,,,180,,,
        ,,S-00001,4,,,,,180,,,
        ,,S-00001,4,20/06/2025,,,,180,,,
        ,,S-00001,4,2025-06-20,,,,absent,,,
        ,,S-00001,4,2025-06-20,8O,,,180,,,
        ,,S-00001,4,2025-06-20,,,,301,,,
        ,,S-00001,4,2025-06-20,101,,,180,,,
        ,,S-00001,4,2025-06-20,60,60,59,180,,,
        ,,S-00001,2,2025-06-20,60,60,59,,,,
        ,,S-00001,4,2025-06-20,60,,,,,,
        ,,S-00001,4,2025-06-20,,,,179,pass,,
        ,,S-00001,4,2025-06-20,,,,180,great,,
        ,,S-00001,hsk2025:4,2025-06-20,,,,180,,,
        ,,S-00001,4,2025-06-20,,,,180,,holiday,
        ,,S-00001,4,2025-06-20,,,,180,,,2025-06-19
        ,,S-00001,4,2004-06-20,,,,180,,,
        ,QODIROV AZIZ,S-00001,4,2025-06-21,,,,180,,,
        ,,S-00002,4,2025-06-20,,,,180,,,
        ,,S-00002,hsk2010:4,2025-06-20,,,,190,,,
        ,,S-00001,4,1983-06-20,,,,180,,,
        """)
      #expect(
        problems(outcome) == [
          "full_name:line_names_a_known_student@3", "full_name:line_names_one_student@2",
          "full_name:person_is_one@20", "level:language_certificate_is_once@22",
          "level:language_certificate_level_is_of_its_framework@4",
          "listening:language_part_is_within_its_share@10", "listening:language_points_are_a_number@8",
          "purpose:language_purpose_is_a_word@17", "result:language_result_is_a_word@15",
          "result:language_statement_agrees_with_the_score@14",
          "result:language_test_without_a_rule_has_a_statement@16", "score:language_parts_add_up@11",
          "score:language_points_are_a_number@7", "score:language_score_is_within_its_level@9",
          "score:language_test_with_a_rule_has_a_score@13", "taken_on:date_is_in_a_named_format@6",
          "taken_on:language_test_day_is_plausible@23", "taken_on:language_test_has_a_day@5",
          "taken_on:language_test_is_after_birth@19",
          "valid_until:language_certificate_is_valid_after_the_test@18",
          "writing:language_parts_are_of_the_exam@12",
        ])
      #expect(try await tests(office) == [])
    }
  }

  @Test("a level without a framework, which three share, is not guessed")
  func framework() async throws {
    try await withOffice { office in
      try await ground(office)
      let outcome = try await take(
        office, "student,level,date,total\nS-00001,HSK4,2025-06-20,180\nS-00001,hsk2010:4,2025-06-20,180\n",
        params: [:])
      #expect(problems(outcome) == ["level:language_level_names_its_framework@2"])
    }
  }

  @Test("a list without a day or a level says so before a line is read, unless one is given for all")
  func header() async throws {
    try await withOffice { office in
      try await ground(office)
      func refusal(_ text: String, _ params: [String: String]) async -> String? {
        do {
          _ = try await take(office, text, params: params)
          return nil
        } catch {
          return (error as? LubanError)?.told(by: ActionWords(["give": "Give {field}."]))
        }
      }
      let noDay = await refusal("student,level,total\nS-00001,4,180\n", ["framework": "hsk2010"])
      #expect(noDay?.contains("Give on.") == true)
      let noLevel = await refusal("student,date,total\nS-00001,2025-06-20,180\n", [:])
      #expect(noLevel?.contains("Give level.") == true)
      let nobody = await refusal("level,date,total\n4,2025-06-20,180\n", ["framework": "hsk2010"])
      #expect(nobody?.contains("No column names the student") == true)
      #expect(
        await refusal("student,total\nS-00001,180\n", ["level": "hsk2010:4", "on": "2025-06-20"]) == nil)
    }
  }

  @Test("what differs is shown, and taken over with --update only; what the list leaves out stays")
  func update() async throws {
    try await withOffice { office in
      try await ground(office)
      _ = try await take(
        office, "student,level,date,listening,reading,writing,certificate\nS-00001,4,2025-06-20,60,60,59,H1\n"
      )
      let corrected = "student,level,date,writing,total\nS-00001,4,2025-06-20,60,180\n"
      let shown = try await take(office, corrected)
      #expect(shown.differingLines == 1 && shown.unchanged == 1 && shown.changed == 0)
      let before = [
        "UZ-TAS/S-00001,hsk2010:4,2025-06-20,179,failed,\"Listening 60, Reading 60, Writing 59\",H1,"
      ]
      #expect(try await tests(office) == before)
      let dry = try await take(office, corrected) {
        $0.updates = true
        $0.isDryRun = true
      }
      #expect(dry.changed == 1)
      #expect(try await tests(office) == before)
      let taken = try await take(office, corrected) {
        $0.updates = true
        $0.override = "the center sent a new list"
      }
      #expect(taken.changed == 1 && taken.changedFields == ["score": 1, "writing": 1])
      let after = "UZ-TAS/S-00001,hsk2010:4,2025-06-20,180,passed,\"Listening 60, Reading 60, Writing 60\",H1"
      #expect(try await tests(office) == [after + ",the center sent a new list"])
    }
  }
}
