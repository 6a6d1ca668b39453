import Messages
import Postgres
import Support
import Testing

@testable import Luban

@Suite("Supplements")
struct SupplementTests {
  private let cohort: CohortCode = "UZ-TAS-LOG-2024A"
  private let day = Day("2024-12-05") ?? .today

  /// Student 1 has completed, before the certificate is issued.
  private func graduate(_ office: Office, beforehand: SQL? = nil) async throws {
    _ = try await office.enrollments.change(
      .states([.enrolled]), in: cohort, to: .completed, on: Day("2024-12-01") ?? .today, onlyQualified: true)
    if let beforehand { try await office.database.write { tx in try tx.runScript(beforehand) } }
    _ = try await office.credentials.issue(nil, in: cohort, on: day, sides: [.host])
  }

  private func page(_ office: Office, _ language: Language = .english) async throws -> String {
    let serial = try #require(CredentialSerial("UZ-TAS-2024-00001"))
    return try await office.credentials.page(serial, .supplement, PageForm(language: language))
  }

  private func blankless(_ text: Substring) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }

  /// The numbered headings in the first language of the page.
  private func headings(_ page: String) -> [String] {
    page.matches(of: /<h2>([0-9] [^<·]*)/).map { blankless($0.1) }
  }

  private static let diploma: [Language: [String]] = [
    .english: [
      "1 Information identifying the holder of the qualification",
      "2 Information identifying the qualification",
      "3 Information on the level and duration of the qualification",
      "4 Information on the contents and results gained",
      "5 Information on the function of the qualification",
      "6 Additional information", "7 Certification of the supplement",
      "8 Information on the national higher education system",
    ],
    .chinese: [
      "1 资格持有者信息", "2 资格信息", "3 资格等级与学制信息", "4 学习内容与所获成绩信息", "5 资格用途信息", "6 其他信息", "7 附录的证明",
      "8 国家高等教育体系信息",
    ],
    .russian: [
      "1 Сведения о владельце квалификации", "2 Сведения о квалификации",
      "3 Сведения об уровне квалификации и сроке обучения",
      "4 Сведения о содержании обучения и полученных результатах",
      "5 Сведения о назначении квалификации", "6 Дополнительные сведения", "7 Заверение приложения",
      "8 Сведения о национальной системе высшего образования",
    ],
  ]

  @Test("a degree program of ISCED 5 has the eight sections of the Diploma Supplement, in every language")
  func eightSections() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      for (language, sections) in Self.diploma {
        let page = try await page(office, language)
        #expect(headings(page) == sections)
        #expect(page.contains("UZ-TAS-2024-00001") && page.contains("Student 1") && !page.contains("{{"))
        let items = page.matches(of: />([1-7]\.[1-5])\s/).map { String($0.1) }
        #expect(
          items == [
            "1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3", "2.4", "2.5", "3.1", "3.2", "3.3", "4.1", "4.2",
            "4.3", "4.4", "4.5", "5.1", "5.2", "6.1", "6.2", "7.1", "7.2", "7.3", "7.4",
          ])
      }
      let english = try await page(office)
      #expect(english.contains("UNESCO/CEPES. The purpose of the supplement"))
      #expect(english.contains("at least 16 years of age"))
      #expect(english.contains("Not recorded here; please ask the awarding body"))
    }
  }

  private static let certificate = [
    "1 Title of the certificate, in the original language", "2 Translated title of the certificate",
    "3 Profile of skills and competences",
    "4 Range of occupations accessible to the holder of the certificate",
    "5 Official basis of the certificate", "6 Officially recognized ways of acquiring the certificate",
  ]

  @Test(
    "below ISCED 5, and for training, it is a certificate supplement",
    arguments: [
      ("isced_level = 3", false), ("isced_level = 4", false), ("mode = 'short_term_training'", false),
      ("mode = 'teacher_training'", false), ("isced_level = 6", true),
    ] as [(SQL, Bool)])
  func certificateSupplement(change: SQL, isDiploma: Bool) async throws {
    try await withOffice(.graduation) { office in
      try await graduate(
        office,
        beforehand: """
          alter table program_edition disable trigger user;
          update program_edition set \(fragment: change);
          """)
      let page = try await page(office)
      #expect(headings(page) == (isDiploma ? Self.diploma[.english] : Self.certificate))
      guard !isDiploma else { return }
      // 20 hours of theory, 20 of practice and 10 of culture.
      let hours = page.matches(of: /<tr><td>[^<]*<\/td><td class="n">([0-9.]+)<\/td><td class="n">([0-9]+)</)
      #expect(hours.prefix(3).map { "\($0.1) % \($0.2)" } == ["40 % 20", "40 % 20", "20 % 10"])
      let note = "This translation has no legal status."
      #expect(!page.contains(note))
      try await office.credentials.setText(.title, of: "UZ-A", to: ["zh": "物流文凭"])
      let titled = try await self.page(office)
      #expect(titled.contains("物流文凭") && titled.contains(note))
    }
  }

  /// Marks of others in the course LOG-210 of the same edition, in a cohort of their own.
  private func grade(
    _ office: Office, _ marks: [Int], in code: CohortCode, year: Int = 2024,
    workshop: WorkshopCode = "UZ-TAS",
    on day: String
  ) async throws {
    try await office.database.write { tx in
      try tx.execute(
        """
        insert into workshop (code, titles, country, led_from_tianjin)
        values (\(workshop), '{"en": "Another"}', 'UZ', true) on conflict do nothing
        """)
    }
    _ = try await office.cohorts.plan(
      code, at: workshop, of: "LOG",
      CohortDetails {
        ($0.intakeOn, $0.plannedEndOn, $0.windowOpensOn, $0.capacity) = (
          Day("\(year)-09-01") ?? .today, Day("\(year + 2)-07-01") ?? .today, Day("\(year)-01-01") ?? .today,
          90
        )
      })
    _ = try await office.cohorts.open(code, on: Day("\(year)-05-01") ?? .today, override: "a test")
    let numbers = try await office.database.write { tx in
      try tx.rows(
        """
        with made as (
          insert into student (workshop_id, number, birth_on, nationality, gender)
          select w.id, n, '2004-01-01', 'UZ', 'female'
          from workshop w, next_student_numbers(w.id, \(marks.count)::int) first, generate_series(first, first + \(marks.count) - 1) n
          where w.code = \(workshop)
          returning workshop_id, id, number), named as (
          insert into student_name (workshop_id, student_id, kind, full_name)
          select workshop_id, id, 'native', 'Other ' || number from made)
        select number::int from made order by number
        """, as: Int.self)
    }
    _ = try await office.enrollments.enroll(
      numbers.compactMap { StudentReference(String($0)) }, in: code, appliedOn: Day("\(year)-06-01") ?? .today
    )
    try await office.database.write { tx in
      try tx.execute(
        """
        insert into class (workshop_id, cohort_id, edition_id, course_id, term, begins_on, ends_on)
        select c.workshop_id, c.id, c.edition_id, k.id, 1, c.intake_on, c.intake_on + 120 from cohort c, course k
        where c.code = \(code) and k.code = 'LOG-210'
        """)
      try tx.execute(
        """
        insert into result (workshop_id, enrollment_id, course_id, attempt, scale, mark, value, passed, graded_on)
        select e.workshop_id, e.id, k.id, 1, 'percent', m.mark::text, m.mark, m.mark >= 60, \(day)::date
        from (select e.*, row_number() over (order by e.id) as nth from enrollment e join cohort c
          on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id) and c.code = \(code)) e
        join unnest(\(marks)) with ordinality m (mark, nth) using (nth), course k where k.code = 'LOG-210'
        """)
    }
  }

  /// Fifteen of 65, nine of 75, and so many of 95: with the 72 of student 1 ten in the seventies.
  private func marks(best: Int) -> [Int] {
    Array(repeating: 65, count: 15) + Array(repeating: 75, count: 9) + Array(repeating: 95, count: best)
  }

  /// The rows of a table of bands and shares.
  private func bands(_ page: String) -> [String] {
    let after = page.firstRange(of: ">4.4 ").map { page[$0.upperBound...] } ?? ""
    return after.matches(of: /<tr><td>([^<·]*)[^<]*<\/td><td class="n">([0-9.]+)<\/td><\/tr>/).map {
      "\(blankless($0.1)): \($0.2)"
    }
  }

  @Test("the distribution of marks is printed from 30 marks on, with the share of each band")
  func thirty() async throws {
    let few = "Fewer than 30 passing marks were given"
    try await withOffice(.graduation) { office in
      // 15 + 9 + 4 and the one of student 1.
      try await grade(office, marks(best: 4), in: "UZ-TAS-LOG-2024B", on: "2024-11-20")
      _ = try await office.enrollments.change(
        .students(students(1)), in: cohort, to: .completed, on: Day("2024-12-01") ?? .today)
      _ = try await office.credentials.issue(students(1), in: cohort, on: day, sides: [.host])
      let page = try await page(office)
      #expect(bands(page) == [] && page.contains(few))
      // One more: 5 of 30 are 16.7 %, 10 are 33.3 %, 15 are 50 %. What was issued stays as it was.
      try await grade(office, [95], in: "UZ-TAS-LOG-2024C", on: "2024-11-20")
      #expect(try await self.page(office) == page)
      let anew = try await office.credentials.reissue(
        try #require(CredentialSerial("UZ-TAS-2024-00001")), on: day, reason: "more marks")
      let more = try await office.credentials.page(anew.serial, .supplement)
      #expect(
        bands(more) == [
          "90 – 100: 16.7", "from 80 to below 90: 0", "from 70 to below 80: 33.3", "from 60 to below 70: 50",
        ])
      #expect(!more.contains(few))
    }
  }

  @Test("marks that did not pass, are older than three years or of another workshop count for nothing")
  func others() async throws {
    try await withOffice(.graduation) { office in
      try await grade(office, marks(best: 4), in: "UZ-TAS-LOG-2024B", on: "2024-11-20")
      try await grade(office, [59, 40], in: "UZ-TAS-LOG-2024C", on: "2024-11-20")
      try await grade(office, [90, 91, 92], in: "UZ-TAS-LOG-2021A", year: 2021, on: "2021-12-05")
      try await grade(office, [90, 91], in: "UZ-SAM-LOG-2024A", workshop: "UZ-SAM", on: "2024-11-20")
      _ = try await office.enrollments.change(
        .students(students(1)), in: cohort, to: .completed, on: Day("2024-12-01") ?? .today)
      _ = try await office.credentials.issue(students(1), in: cohort, on: day, sides: [.host])
      let serial = try #require(CredentialSerial("UZ-TAS-2024-00001"))
      let counted = try await office.credentials.show(serial).record.marks
      #expect(counted?.map(\.marks) == [29])
      #expect(counted?.first?.bands == nil)
      // The day after three years before the issue is in, as is the day of the issue.
      try await grade(office, [60], in: "UZ-TAS-LOG-2021B", year: 2021, on: "2021-12-06")
      try await grade(office, [100], in: "UZ-TAS-LOG-2024D", on: "2024-12-05")
      let anew = try await office.credentials.reissue(serial, on: day, reason: "more marks")
      let bands = try await office.credentials.show(anew.serial).record.marks?.first?.bands
      #expect(bands?.map(\.marks) == [5, 0, 10, 16])
    }
  }

  @Test(
    "a band is a mark where a scale has few of them, whether numbers or words",
    arguments: [
      ("cis5", "5", 5, "3", 3, ["5 12", "4 0", "3 18"]),
      ("zh5", "优秀", 5, "及格", 2, ["优秀 12", "良好 0", "中等 0", "及格 18"]),
      ("pass-fail", "pass", 1, "pass", 1, ["pass 30"]),
    ] as [(String, String, Int, String, Int, [String])])
  func shortScales(scale: String, best: String, high: Int, other: String, low: Int, bands: [String])
    async throws
  {
    try await withOffice(.graduation) { office in
      try await grade(office, Array(repeating: 65, count: 30), in: "UZ-TAS-LOG-2024B", on: "2024-11-20")
      let told = try await office.database.write { tx in
        try tx.execute("alter table result disable trigger user")
        try tx.execute(
          """
          update result r set scale = \(scale), mark = case when nth <= 12 then \(best) else \(other) end,
            value = case when nth <= 12 then \(high) else \(low) end
          from (select id, row_number() over (order by id) as nth from result where mark = '65') n where n.id = r.id
          """)
        try tx.execute("alter table result enable trigger user")
        return try tx.rows(
          """
          select b ->> 'mark' || ' ' || (b ->> 'marks') from cohort c
          cross join lateral jsonb_array_elements(mark_distribution(c.workshop_id, c.edition_id, '2024-12-05')) s
          cross join lateral jsonb_array_elements(s -> 'bands') with ordinality x (b, nth)
          where c.code = 'UZ-TAS-LOG-2024B' and s ->> 'scale' = \(scale) order by nth
          """, as: String.self)
      }
      #expect(told == bands)
    }
  }

  @Test(
    "family and given name stand apart where they are known, in any script; a single name has no family name",
    arguments: [
      ("'王丽', '王', '丽'", ["王", "丽"], false),
      ("'Каримова Дилноза', 'Каримова', 'Дилноза'", ["Каримова", "Дилноза"], false),
      ("'محمد علی', 'علی', 'محمد'", ["علی", "محمد"], false),
      ("'Dewibang', null, 'Dewibang'", ["none · 无", "Dewibang"], false),
      ("'Suharto', null, null", [], true),
    ] as [(SQL, [String], Bool)])
  func names(name: SQL, parts: [String], isWhole: Bool) async throws {
    try await withOffice(.graduation) { office in
      try await graduate(
        office,
        beforehand: """
          update student_name set (full_name, family_name, given_name) = (\(fragment: name))
          where kind = 'native' and full_name = 'Student 1';
          """)
      let page = try await page(office)
      let rows = page.matches(of: /<dt>1\.[12] [^<]*<\/dt><dd>(?:<div><bdi>)?([^<]*)/).map { String($0.1) }
      #expect(rows.count == 2)
      if !isWhole { #expect(rows == parts) }
      #expect(page.contains("not recorded apart from the full name") == isWhole)
    }
  }

  @Test("what an awarding body says is printed, of the program itself before that of all, else where to ask")
  func texts() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      let credentials = office.credentials
      try await credentials.setText(.system, of: "UZ-A", to: ["en": "All <b>", "ru": "Система"])
      try await credentials.setText(.studies, of: "UZ-A", to: ["en": "Of all programs"])
      try await credentials.setText(.studies, of: "UZ-A", program: "LOG", to: ["en": "Of this program"])
      try await credentials.setText(.studies, of: "CN-B", to: ["en": "Of another body"])
      try await credentials.setText(.system, of: "UZ-A", to: ["zh": "体系"])
      var page = try await page(office)
      for text in ["All &lt;b&gt;", "体系", "Of this program"] { #expect(page.contains(text)) }
      for text in ["Система", "Of all programs", "Of another body"] { #expect(!page.contains(text)) }
      page = try await self.page(office, .russian)
      #expect(page.contains("Система") && page.contains("Of this program"))
      try await credentials.dropText(.studies, of: "UZ-A", program: "LOG")
      page = try await self.page(office)
      #expect(page.contains("Of all programs"))
      #expect(try await credentials.texts(of: "UZ-A").map(\.item) == [.studies, .system])
      var changes = PartnerDetails()
      changes.website = "https://a.example"
      _ = try await office.partners.edit("UZ-A", changes)
      page = try await self.page(office)
      #expect(page.contains("请向颁证机构查询: https://a.example"))
    }
  }
}
