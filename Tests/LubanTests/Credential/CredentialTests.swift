import Messages
import Postgres
import Support
import Testing

@testable import Luban

@Suite("Credentials")
struct CredentialTests {
  private let cohort: CohortCode = "UZ-TAS-LOG-2024A"
  private let day = Day("2024-12-05") ?? .today

  /// Student 1 has completed.
  private func graduate(_ office: Office) async throws {
    _ = try await office.enrollments.change(
      .states([.enrolled]), in: cohort, to: .completed, on: Day("2024-12-01") ?? .today, onlyQualified: true)
  }

  private func serial(_ text: String) throws -> CredentialSerial { try #require(CredentialSerial(text)) }

  @Test("a graduate is issued the certificates of the edition, one of each side, numbered from one")
  func issue() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      let outcome = try await office.credentials.issue(nil, in: cohort, on: day)
      #expect(outcome.issued.map(\.serial.rawValue) == ["UZ-TAS-2024-00001", "UZ-TAS-2024-00002"])
      #expect(outcome.leftOut.isEmpty)
      let again = try await office.credentials.issue(nil, in: cohort, on: day)
      #expect(again.issued.isEmpty && again.leftOut.isEmpty)
    }
  }

  @Test("whoever has not completed is left out with the reason")
  func refusal() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      let outcome = try await office.credentials.issue(students(1, 2), in: cohort, on: day)
      #expect(outcome.issued.count == 2)
      #expect(outcome.leftOut.map(\.rules.first?.name) == ["credential_is_of_the_completed"])
      let twice = try await office.credentials.issue(students(1), in: cohort, on: day)
      #expect(twice.leftOut.map(\.rules.first?.name) == ["credential_is_valid_once_a_side"])
    }
  }

  @Test("it tells what was awarded, to whom, level, hours and language, as judged")
  func record() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      _ = try await office.credentials.issue(nil, in: cohort, on: day, sides: [.host])
      let credential = try await office.credentials.show(try serial("uz-tas-2024-00001"))
      #expect(credential.status == .valid)
      #expect(credential.title == "Diploma in Logistics")
      #expect(credential.awardedBy == "UZ-A")
      #expect(credential.awardingNames.main == "Partner UZ-A")
      let record = credential.record
      #expect(record.student.name == "Student 1")
      #expect(record.program.iscedLevel == 5)
      #expect(record.hours.total == 50)
      #expect(record.languages.map(\.level) == ["1"])
      #expect(record.courses.map(\.code) == ["LOG-210", "CUL-TEA"])
      #expect(record.courses.map(\.mark) == ["72", nil])
      #expect(record.courses.map(\.attended) == [nil, 10])
      #expect(record.courses.map(\.hours).reduce(0, +) == record.hours.total)
      #expect(record.sides.map(\.code) == ["UZ-A", "CN-B"])
      #expect(record.parts.count == 6)
    }
  }

  @Test("what was judged stays, whatever is corrected later")
  func frozen() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      _ = try await office.credentials.issue(nil, in: cohort, on: day)
      let before = try await office.credentials.show(try serial("UZ-TAS-2024-00001"))
      try await office.database.write { tx in
        try tx.execute("update result set mark = '90', value = 90, note = 'misread'")
        try tx.execute("update student_name set full_name = 'Another' where kind = 'native'")
      }
      #expect(try await office.credentials.show(try serial("UZ-TAS-2024-00001")) == before)
    }
  }

  @Test("a revoked credential stays and says why; issued anew, each names the other")
  func revocation() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      _ = try await office.credentials.issue(nil, in: cohort, on: day, sides: [.host])
      let first = try serial("UZ-TAS-2024-00001")
      let revoked = try await office.credentials.revoke(first, on: day, reason: "a misprint")
      #expect(revoked.status == .revoked)
      #expect(revoked.revokeReason == "a misprint")
      await expectBroken("credential_is_frozen") {
        try await office.credentials.revoke(first, on: day, reason: "again")
      }
      let anew = try await office.credentials.reissue(first, on: day, reason: "a misprint")
      #expect(anew.serial.rawValue == "UZ-TAS-2024-00002")
      #expect(anew.replaces == first)
      #expect(try await office.credentials.show(first).replacedBy == anew.serial)
      let third = try await office.credentials.reissue(anew.serial, on: day, reason: "the paper tore")
      #expect(third.status == .valid)
      #expect(try await office.credentials.show(anew.serial).revokeReason == "issued anew: the paper tore")
    }
  }

  @Test("numbers have no gaps, however many issue at the same time")
  func gapless() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      _ = try await office.credentials.issue(nil, in: cohort, on: day, sides: [.host])
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<8 {
          group.addTask {
            _ = try? await office.credentials.issue(nil, in: cohort, on: day)
            _ = try? await office.credentials.issue(students(1), in: cohort, on: day, sides: [.chinese])
          }
        }
      }
      let numbers = try await office.database.read { tx in
        try tx.rows("select number from credential order by 1", as: Int.self)
      }
      #expect(numbers == Array(0..<numbers.count).map { $0 + 1 })
      #expect(numbers.count == 2)
    }
  }

  @Test("the page of a certificate has names escaped, and Chinese beside English")
  func page() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      try await office.database.write { tx in
        try tx.execute("update student_name set full_name = 'A <b> & Söhne' where kind = 'native'")
      }
      _ = try await office.credentials.issue(nil, in: cohort, on: day)
      let page = try await office.credentials.page(try serial("UZ-TAS-2024-00001"), .certificate)
      #expect(page.contains("A &lt;b&gt; &amp; Söhne"))
      #expect(page.contains("兹证明"))
      #expect(page.contains("UZ-TAS-2024-00001"))
      #expect(!page.contains("{{"))
      let transcript = try await office.credentials.page(try serial("UZ-TAS-2024-00002"), .transcript)
      #expect(transcript.contains("LOG-210"))
      #expect(transcript.contains("72"))
    }
  }

  @Test(
    "who awards is named by the edition, else by the workshop: one that awards there, or its only host or lead"
  )
  func awardingBodies() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      try await office.partner("UZ-B")
      // As the edition was before anybody said who awards.
      try await office.database.write { tx in
        try tx.execute("alter table program_certificate disable trigger user")
        try tx.execute("update program_certificate set partner_id = null")
      }
      func sides() async throws -> [PartnerCode?] {
        try await office.database.read { tx in
          try tx.rows(
            """
            select i.code from cohort c
            cross join lateral awarding_bodies(c.workshop_id, c.edition_id, '2024-12-05') b
            left join partner i on i.id = b.partner_id order by b.side
            """, as: PartnerCode?.self)
        }
      }
      func role(_ role: String, _ partner: String, until: String = "infinity") async throws {
        try await office.database.write { tx in
          try tx.execute(
            """
            insert into workshop_role (workshop_id, partner_id, role, until)
            select w.id, p.id, \(role)::workshop_role_kind, \(until)::date from workshop w, partner p
            where w.code = 'UZ-TAS' and p.code = \(partner)
            """)
        }
      }
      let refused = try await office.credentials.issue(nil, in: cohort, on: day)
      #expect(refused.issued.isEmpty)
      #expect(refused.leftOut.map(\.rules.first?.name) == ["credential_names_its_awarding_body"])
      try await role("host", "UZ-A")
      try await role("lead", "CN-B")
      #expect(try await sides() == ["UZ-A", "CN-B"])
      try await role("host", "UZ-B")
      #expect(try await sides() == [nil, "CN-B"])
      // Only the side that is asked for needs one.
      let chinese = try await office.credentials.issue(nil, in: cohort, on: day, sides: [.chinese])
      #expect(chinese.issued.count == 1)
      #expect(
        try await office.credentials.show(chinese.issued[0].serial).record.sides.map(\.side) == [.chinese])
      try await role("awarding_body", "UZ-B", until: "2024-12-05")
      #expect(try await sides() == [nil, "CN-B"])
      try await role("awarding_body", "UZ-A")
      #expect(try await sides() == ["UZ-A", "CN-B"])
    }
  }

  @Test("a page is set in the reader's language and Chinese, one in Chinese in English too")
  func languages() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      _ = try await office.credentials.issue(nil, in: cohort, on: day)
      let serial = try serial("UZ-TAS-2024-00001")
      let english = try await office.credentials.page(serial, .certificate)
      #expect(english.contains("This certifies that · 兹证明"))
      #expect(english.contains("HSK Level 1, syllabus of 2010 · HSK一级（2010年大纲）"))
      #expect(english.contains("Not signed: nothing on this page proves it · 未签名"))
      #expect(english.contains("size: A4 landscape"))
      for partner in ["Partner UZ-A", "Partner CN-B"] { #expect(english.contains(partner)) }
      let russian = try await office.credentials.page(
        serial, .certificate, PageForm(language: .russian, orientation: .upright))
      #expect(russian.contains("Настоящим удостоверяется, что · 兹证明"))
      #expect(russian.contains("HSK, 1-й уровень (программа 2010 года) · HSK一级（2010年大纲）"))
      #expect(russian.contains("size: A4 portrait"))
      let chinese = try await office.credentials.page(serial, .certificate, PageForm(language: .chinese))
      #expect(chinese.contains("兹证明 · This certifies that"))
      let transcript = try await office.credentials.page(serial, .transcript, PageForm(language: .russian))
      #expect(transcript.contains("посещено часов: 10 · 参加 10 学时"))
      #expect(transcript.contains("Сдано обязательных дисциплин · 必修课程通过门数"))
      #expect(!transcript.contains("culture module"))
    }
  }

  @Test("all valid ones of a cohort are printed, each a document, or all as one by one template")
  func cohortPages() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      await #expect(throws: LubanError.self) {
        _ = try await office.credentials.pages(.cohort(cohort, nil), .certificate)
      }
      _ = try await office.credentials.issue(nil, in: cohort, on: day)
      let pages = try await office.credentials.pages(.cohort(cohort, nil), .certificate)
      #expect(pages.map(\.serial.rawValue) == ["UZ-TAS-2024-00001", "UZ-TAS-2024-00002"])
      let document = try PrintedPage.document(of: pages)
      #expect(document.ranges(of: "<body>").count == 1 && document.ranges(of: "</html>").count == 1)
      #expect(document.ranges(of: "class=\"sheet").count == 2)
      #expect(document.ranges(of: "break-before: page").count == 1)
      try await office.credentials.setTemplate(.certificate, of: "UZ-A", to: "{{serial}}: {{name}}")
      let mixed = try await office.credentials.pages(.cohort(cohort, nil), .certificate)
      #expect(throws: LubanError.self) { _ = try PrintedPage.document(of: mixed) }
      let host = try await office.credentials.pages(.cohort(cohort, .host), .certificate)
      #expect(try PrintedPage.document(of: host) == "UZ-TAS-2024-00001: Student 1")
      _ = try await office.credentials.revoke(try serial("UZ-TAS-2024-00001"), on: day, reason: "a misprint")
      #expect(try await office.credentials.pages(.cohort(cohort, nil), .certificate).count == 1)
    }
  }

  @Test(
    "a template that does not say whose page it is, or asks for what there is not, is refused with what is near"
  )
  func templateNames() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      func refused(_ body: String, _ words: String) async {
        await #expect(throws: LubanError.invalidData(Message(verbatim: words))) {
          try await office.credentials.setTemplate(.certificate, of: "UZ-A", to: body, name: "own")
        }
      }
      await refused(
        "root:*:19000:0:99999:7:::",
        """
        own is no template of a page: nothing in it is {{serial}}, which every page says. Start from the template \
        that comes with Luban.
        """)
      await refused(
        "{{serial}}\n{{name}} {{#coursez}}{{/coursez}}",
        "own, line 2: there is no value {{coursez}}. Did you mean courses?")
      func mislaid(_ name: String, line: Int) -> String {
        """
        own, line \(line): {{\(name)}} is not on every page, as it stands in the title, in a remark or in a section \
        that is left out of some. Write it outside of them.
        """
      }
      await refused("{{serial}}\n{{#revoked_on}}{{name}}{{/revoked_on}}", mislaid("name", line: 2))
      await refused("{{name}}\n{{#is_valid}}{{serial}}{{/is_valid}}", mislaid("serial", line: 2))
      await refused("{{#proof}}{{serial}}{{/proof}} {{name}}", mislaid("serial", line: 1))
      await refused("{{#latin_name}}\n{{name}}\n{{/latin_name}} {{serial}}", mislaid("name", line: 2))
      await refused("<title>{{serial}}</title><!-- {{serial}} --> {{name}}", mislaid("serial", line: 1))
      try await office.credentials.setTemplate(
        .certificate, of: "UZ-A",
        to:
          "{{#proof}}{{serial}}{{/proof}}{{^proof}}{{serial}}{{/proof}} {{#sides}}{{#is_first}}{{name}}{{/is_first}}{{/sides}}"
      )
      await refused(
        "{{serial}} {{name}} {{xyzzy}}",
        "own, line 1: there is no value {{xyzzy}}. All values stand in docs/how-to/print-certificates.md.")
    }
  }

  @Test("Luban's own templates use values that there are, and the how-to tells of each")
  func values() async throws {
    let howTo = try SourceFile.all(in: "docs/how-to", ending: "print-certificates.md").first?.text ?? ""
    try await withOffice(.graduation) { office in
      try await graduate(office)
      for kind in PrintKind.allCases {
        let own = try await office.credentials.template(kind)
        try await office.credentials.setTemplate(kind, of: "UZ-A", to: own)
      }
    }
    for name in PageWords.values where !name.hasPrefix("word_") {
      #expect(howTo.contains("`\(name)`"), "print-certificates.md does not tell of \(name)")
    }
  }

  @Test("each page of what was revoked says so, and no field of study is a code alone")
  func eachPage() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      _ = try await office.credentials.issue(nil, in: cohort, on: day, sides: [.host])
      let serial = try serial("UZ-TAS-2024-00001")
      _ = try await office.credentials.revoke(serial, on: day, reason: "a misprint")
      for kind in PrintKind.allCases {
        let page = try await office.credentials.page(serial, kind)
        #expect(
          page.contains(#"ISCED-F 0413, <span lang="en">Management and administration</span>"#), "\(kind)")
        if kind == .certificate { continue }
        // What stands in the head of the table around all stands on every page.
        let head = page.split(separator: "<thead>")[1].prefix { $0 != "\n" }
        #expect(head.contains(serial.rawValue) && head.contains("2024-12-05"), "\(kind)")
      }
    }
  }

  @Test("whoever awarded what was issued or issued anew, and is no active partner any more, is told")
  func awardedByWhom() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      let issued = try await office.credentials.issue(nil, in: cohort, on: day).issued.map(\.serial)
      #expect(try await office.partners.inactive(among: .awarding(issued)) == [])
      try await office.partners.suspend("UZ-A", on: day, reason: "audit")
      #expect(try await office.partners.inactive(among: .awarding(issued)).map(\.code) == ["UZ-A"])
      let anew = try await office.credentials.reissue(issued[0], on: day, reason: "a misprint")
      #expect(
        try await office.partners.inactive(among: .awarding([anew.serial])).map(\.status) == [.suspended])
      let file = "serial,on,reason\n\(anew.serial),2024-12-06,again\n"
      let outcome = try await office.send(file, as: .reissues)
      #expect(outcome.created == 1 && outcome.notes.map(\.note) == ["the partner is suspended"])
    }
  }

  @Test("a course without credits prints none, not those of all courses")
  func credits() async throws {
    try await withOffice(.graduation) { office in
      try await office.database.write { tx in
        try tx.execute(
          """
          insert into result (workshop_id, enrollment_id, course_id, attempt, scale, mark, value, passed, graded_on)
          select r.workshop_id, r.enrollment_id, k.id, 1, r.scale, r.mark, r.value, r.passed, r.graded_on
          from result r, course k where k.code = 'CUL-TEA'
          """)
      }
      _ = try await office.enrollments.change(
        .states([.enrolled]), in: cohort, to: .completed, on: day, onlyQualified: true)
      _ = try await office.credentials.issue(nil, in: cohort, on: day, sides: [.host])
      try await office.credentials.setTemplate(
        .transcript, of: "UZ-A",
        to: "{{serial}} {{name}} {{credits}}:{{#courses}} {{code}} {{credits}}.{{/courses}}")
      let page = try await office.credentials.page(try serial("UZ-TAS-2024-00001"), .transcript)
      #expect(page == "UZ-TAS-2024-00001 Student 1 2: LOG-210 2. CUL-TEA .")
    }
  }

  @Test("an awarding body prints by its own template, which is read before it is kept")
  func template() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      _ = try await office.credentials.issue(nil, in: cohort, on: day, sides: [.host])
      let serial = try serial("UZ-TAS-2024-00001")
      try await office.credentials.setTemplate(.certificate, of: "UZ-A", to: "{{serial}}: {{name}}")
      #expect(try await office.credentials.page(serial, .certificate) == "UZ-TAS-2024-00001: Student 1")
      await #expect(
        throws: LubanError.invalidData(
          "own.mustache, line 1: {{#courses}} is never closed; write {{/courses}} where it ends.")
      ) {
        try await office.credentials.setTemplate(
          .certificate, of: "UZ-A", to: "{{#courses}} never closed", name: "own.mustache")
      }
      // One that was taken once and is not any more.
      try await office.database.write { tx in
        try tx.execute(
          "update credential_template set body = '<h1>' || chr(10) || '{{> head}}' where kind = 'certificate'"
        )
      }
      await #expect(
        throws: LubanError.invalidData(
          """
          \(String("The certificate template of UZ-A")), line \(2): \(
            String("{{> head}} is a partial, which can't be taken; write its text in its place")).
          """)
      ) {
        _ = try await office.credentials.page(serial, .certificate)
      }
      try await office.credentials.setTemplate(.certificate, of: "UZ-A", to: nil)
      #expect(try await office.credentials.page(serial, .certificate).contains("<!DOCTYPE html>"))
    }
  }
}
