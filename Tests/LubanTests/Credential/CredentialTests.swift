import Luban
import Postgres
import Support
import Testing

@Suite("Credentials")
struct CredentialTests {
  private let cohort: CohortCode = "UZ-TAS-LOG-2024A"
  private let day = Day("2024-12-05") ?? .today

  /// Student 1 has completed.
  private func graduate(_ office: Office) async throws {
    try await office.graduation()
    _ = try await office.enrollments.change(
      .states([.enrolled]), in: cohort, to: .completed, on: Day("2024-12-01") ?? .today, onlyQualified: true)
  }

  private func serial(_ text: String) throws -> CredentialSerial { try #require(CredentialSerial(text)) }

  @Test("a graduate is issued the certificates of the edition, one of each side, numbered from one")
  func issue() async throws {
    try await withOffice { office in
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
    try await withOffice { office in
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
    try await withOffice { office in
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
      #expect(record.courses.map(\.code) == ["LOG-210"])
      #expect(record.courses.first?.mark == "72")
      #expect(record.parts.count == 6)
    }
  }

  @Test("what was judged stays, whatever is corrected later")
  func frozen() async throws {
    try await withOffice { office in
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
    try await withOffice { office in
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
    try await withOffice { office in
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
    try await withOffice { office in
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

  @Test("a course without credits prints none, not those of all courses")
  func credits() async throws {
    try await withOffice { office in
      try await office.graduation()
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
        .transcript, of: "UZ-A", to: "{{credits}}:{{#courses}} {{code}} {{credits}}.{{/courses}}")
      let page = try await office.credentials.page(try serial("UZ-TAS-2024-00001"), .transcript)
      #expect(page == "2: LOG-210 2. CUL-TEA .")
    }
  }

  @Test("an awarding body prints by its own template, which is read before it is kept")
  func template() async throws {
    try await withOffice { office in
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
