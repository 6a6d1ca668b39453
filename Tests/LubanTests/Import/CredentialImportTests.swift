import Luban
import Postgres
import Support
import Testing

@Suite("Import of revocations and reissues")
struct CredentialImportTests {
  private static let cohort: CohortCode = "UZ-TAS-LOG-2024A"

  private static func day(_ iso: String) -> Day { Day(iso) ?? .today }

  /// Student 1 holds UZ-TAS-2024-00001 of the host's side and UZ-TAS-2024-00002 of the Chinese one.
  private func graduate(_ office: Office) async throws {
    _ = try await office.enrollments.change(
      .states([.enrolled]), in: Self.cohort, to: .completed, on: Self.day("2024-12-01"), onlyQualified: true)
    _ = try await office.credentials.issue(nil, in: Self.cohort, on: Self.day("2024-12-05"))
  }

  private func send(
    _ text: String, as form: ImportForm, to office: Office, _ change: (inout ImportRequest) -> Void = { _ in }
  ) async throws -> ImportOutcome {
    try await withFile(text) { path in
      var request = ImportRequest(path: path, noun: form)
      request.day = Self.day("2025-01-10")
      change(&request)
      return try await office.imports.taken(request)
    }
  }

  private func listed(_ office: Office) async throws -> String {
    try await office.csv(
      office.credentials.list(),
      Page(columns: ["serial", "issued_on", "status", "revoked_on", "revoke_reason", "replaced_by"]))
  }

  @Test(
    "credentials are revoked by a list, each on its day and for its reason; sent again it changes nothing")
  func revocations() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      let text = """
        серийный номер;номер студента;фио;дата;причина
        uz-tas-2024-00001;S-00001;student 1;05.01.2025;опечатка
        UZ-TAS-2024-00002;S-00001;;;

        """
      let change: (inout ImportRequest) -> Void = {
        $0.dates = .dayFirst
        $0.reason = "a misprint"
      }
      let dry = try await send(text, as: .revocations, to: office) {
        change(&$0)
        $0.isDryRun = true
      }
      #expect(dry.changed == 2 && !dry.isKept)
      #expect(
        try await office.credentials.show(try #require(CredentialSerial("UZ-TAS-2024-00001"))).status
          == .valid)
      let first = try await send(text, as: .revocations, to: office, change)
      #expect(problems(first) == [] && first.changed == 2)
      let known = """
        serial,issued_on,status,revoked_on,revoke_reason,replaced_by
        UZ-TAS-2024-00001,2024-12-05,revoked,2025-01-05,опечатка,
        UZ-TAS-2024-00002,2024-12-05,revoked,2025-01-10,a misprint,

        """
      #expect(try await listed(office) == known)
      let again = try await send(text, as: .revocations, to: office) {
        change(&$0)
        $0.day = Self.day("2025-02-01")
      }
      #expect(problems(again) == [] && again.unchanged == 2)
      #expect(try await listed(office) == known)
      let batch = try await office.imports.show(#require(ImportReference(first.batches[0].description)))
      #expect(batch.noun == "revocations" && batch.workshops.map(\.recordsChanged) == [2])
    }
  }

  @Test("all that is wrong with revocations is told in one pass, and nothing is revoked")
  func refusedRevocations() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      _ = try await office.credentials.revoke(
        try #require(CredentialSerial("UZ-TAS-2024-00002")), on: Self.day("2024-12-20"), reason: "lost")
      let before = try await listed(office)
      let outcome = try await send(
        """
        serial,student,full_name,on,reason
        UZ-TAS-2024-00009,,,,wrong
        ,,,,wrong
        UZ-TAS-2024-00001,S-00002,,,wrong
        UZ-TAS-2024-00001,,Student 2,,wrong
        UZ-TAS-2024-00001,x1,,,wrong
        UZ-TAS-2024-00001,,,2024-12-04,wrong
        UZ-TAS-2024-00001,,,1/2/2025,wrong
        UZ-TAS-2024-00001,,,46357,wrong
        UZ-TAS-2024-00001,,,,
        UZ-TAS-2024-00002,,,2024-12-21,wrong

        """, as: .revocations, to: office)
      #expect(
        problems(outcome) == [
          "full_name:credential_is_of_whom_the_line_names@5", "on:credential_is_revoked_after_its_issue@7",
          "on:date_is_in_a_named_format@8", "on:value_is_not_damaged_by_excel@9",
          "reason:credential_revocation_has_a_reason@10",
          "serial:credential_is_frozen@11", "serial:credential_stands_once_in_a_file@5,6,7,8,9",
          "serial:line_names_a_known_credential@2,3", "student:credential_is_of_whom_the_line_names@4",
          "student:number_is_a_student_number@6",
        ])
      #expect(
        outcome.problems.first { $0.rule == "credential_is_frozen" }?.sentence.hasSuffix(
          "(revoked on 2024-12-20: lost)") == true)
      #expect(try await listed(office) == before)
    }
  }

  @Test(
    "credentials are issued anew by a list, valid and revoked ones; the result tells which took whose place")
  func reissues() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      _ = try await office.credentials.revoke(
        try #require(CredentialSerial("UZ-TAS-2024-00002")), on: Self.day("2024-12-20"), reason: "lost")
      let text = "证书编号,原因\nUZ-TAS-2024-00002,\nUZ-TAS-2024-00001,a misprint\n"
      try await withFile("") { results in
        let first = try await send(text, as: .reissues, to: office) { $0.resultFile = results }
        #expect(problems(first) == [] && first.created == 2)
        #expect(
          contents(results).split(whereSeparator: \.isNewline) == [
            "line,outcome,student,subject,differs,reason,note",
            "2,created,S-00001,UZ-TAS-2025-00001 for UZ-TAS-2024-00002,,,",
            "3,created,S-00001,UZ-TAS-2025-00002 for UZ-TAS-2024-00001,,,",
          ])
      }
      let known = """
        serial,issued_on,status,revoked_on,revoke_reason,replaced_by
        UZ-TAS-2024-00001,2024-12-05,replaced,2025-01-10,issued anew: a misprint,UZ-TAS-2025-00002
        UZ-TAS-2024-00002,2024-12-05,replaced,2024-12-20,lost,UZ-TAS-2025-00001
        UZ-TAS-2025-00001,2025-01-10,valid,,,
        UZ-TAS-2025-00002,2025-01-10,valid,,,

        """
      #expect(try await listed(office) == known)
      #expect(try await send(text, as: .reissues, to: office).unchanged == 2)
      #expect(try await listed(office) == known)
    }
  }

  @Test("all that is wrong with what is to be issued anew is told in one pass, and nothing is issued")
  func refusedReissues() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      let first = try #require(CredentialSerial("UZ-TAS-2024-00001"))
      // The host's side: 1 was replaced by 3; both are of the past, 4 is valid.
      _ = try await office.credentials.reissue(first, on: Self.day("2024-12-10"), reason: "a misprint")
      let third = try #require(CredentialSerial("UZ-TAS-2024-00003"))
      _ = try await office.credentials.revoke(third, on: Self.day("2024-12-11"), reason: "lost")
      let fourth = try await office.credentials.issue(
        students(1), in: Self.cohort, on: Self.day("2024-12-12"))
      #expect(fourth.issued.map(\.serial.rawValue) == ["UZ-TAS-2024-00004"])
      let before = try await listed(office)
      let outcome = try await send(
        """
        serial,on,reason
        UZ-TAS-2024-00001,2025-01-02,wrong
        UZ-TAS-2024-00003,,wrong
        UZ-TAS-2024-00004,2024-12-11,wrong
        UZ-TAS-2024-00002,2024-11-30,
        UZ-TAS-2024-00002,,wrong
        UZ-TAS-2024-00007,,wrong

        """, as: .reissues, to: office)
      #expect(
        problems(outcome) == [
          "on:credential_follows_the_completion@5", "on:credential_is_revoked_after_its_issue@4,5",
          "reason:credential_revocation_has_a_reason@5", "serial:credential_is_replaced_once@2",
          "serial:credential_is_valid_once_a_side@3", "serial:credential_stands_once_in_a_file@6",
          "serial:line_names_a_known_credential@7",
        ])
      #expect(try await listed(office) == before)
    }
  }

  @Test("what is no longer completed is not issued anew by a file, and two former ones of a side lead to one")
  func uncompleted() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      for (serial, day) in [("UZ-TAS-2024-00001", "2024-12-10"), ("UZ-TAS-2024-00002", "2024-12-10")] {
        _ = try await office.credentials.revoke(
          try #require(CredentialSerial(serial)), on: Self.day(day), reason: "lost")
      }
      _ = try await office.credentials.issue(
        students(1), in: Self.cohort, on: Self.day("2024-12-12"), sides: [.host])
      _ = try await office.credentials.revoke(
        try #require(CredentialSerial("UZ-TAS-2024-00003")), on: Self.day("2024-12-13"), reason: "lost")
      let twice = "serial,reason\nUZ-TAS-2024-00001,lost\nUZ-TAS-2024-00003,lost\n"
      #expect(
        problems(try await send(twice, as: .reissues, to: office)) == [
          "serial:credential_is_valid_once_a_side@3"
        ])
      _ = try await office.enrollments.correct(
        event: 2, of: students(1)[0], in: Self.cohort, to: nil, reason: "she came back")
      let outcome = try await send("serial,reason\nUZ-TAS-2024-00001,lost\n", as: .reissues, to: office)
      #expect(problems(outcome) == ["serial:credential_is_of_the_completed@2"])
    }
  }
}
