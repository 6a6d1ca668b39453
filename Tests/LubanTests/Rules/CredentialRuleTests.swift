import Luban
import Postgres
import Support
import Testing

/// All but credential_uid_is_unique's kin that generated keys keep from being broken.
@Suite("Rules of credentials")
struct CredentialRuleTests {
  /// Student 1 has completed and holds UZ-TAS-2024-00001 of the host's side; student 2 is enrolled.
  private static let breaches = [
    Breach("credential_is_of_the_completed", credential(number: 2, student: 2)),
    Breach("credential_follows_the_completion", credential(number: 2, on: "2024-11-30")),
    Breach("credential_serial_is_composed", credential(number: 2, serial: "'UZ-TAS-2024-2'")),
    Breach("credential_serial_is_composed", credential(number: 1, year: "2025")),
    Breach("credential_numbers_have_no_gaps", credential(number: 3)),
    Breach("credential_number_is_given_once", credential(number: 1, serial: "'X'")),
    Breach("credential_serial_is_unique", credential(number: 2, serial: "'UZ-TAS-2024-00001'")),
    Breach("credential_number_counts_from_one", credential(number: 0)),
    Breach("credential_is_valid_once_a_side", credential(number: 2, side: "host")),
    Breach("credential_has_a_title", credential(number: 2, title: "' '")),
    Breach("credential_is_awarded_by_a_partner", credential(number: 2, partner: "-1")),
    Breach("credential_names_its_awarding_body", credential(number: 2, partner: "null")),
    Breach("credential_replaces_one_of_the_workshop", credential(number: 2, replaces: "-1")),
    Breach(
      "credential_is_of_an_enrollment",
      """
      insert into credential (workshop_id, serial, year, number, enrollment_id, side, partner_id, title, issued_on, record)
      select w.id, 'UZ-TAS-2024-00002', 2024, 2, -1, 'host', p.id, 'x', '2024-12-05', '{}' from workshop w, partner p
      where w.code = 'UZ-TAS' and p.code = 'UZ-A'
      """),
    Breach("credential_is_frozen", "update credential set title = 'another'"),
    Breach("credential_is_frozen", "update credential set record = '{}'"),
    Breach("credentials_are_kept", "delete from credential"),
    Breach("credential_revocation_has_a_reason", "update credential set revoked_on = '2024-12-06'"),
    Breach(
      "credential_is_revoked_after_its_issue",
      "update credential set revoked_on = '2024-12-01', revoke_reason = 'wrong'"),
    Breach("credential_counter_counts_up", "update credential_counter set last_number = -1"),
    Breach(
      "credential_counter_is_of_a_workshop",
      "insert into credential_counter (workshop_id, year, last_number) values (-1, 2024, 0)"),
    Breach(
      "completion_with_a_credential_stands",
      """
      insert into enrollment_event (workshop_id, enrollment_id, nth, effective_on, reason, voids)
      select workshop_id, enrollment_id, 3, '2024-12-01', 'wrong', 2 from credential
      """),
    Breach("credential_follows_the_completion", completion(on: "2024-12-06")),
    Breach(
      "credential_template_is_not_blank", template("(select id from partner where code = 'UZ-A')", "' '")),
    Breach("credential_template_is_of_a_partner", template("-1", "'x'")),
    Breach(
      "credential_template_is_once_a_kind",
      """
      insert into credential_template (partner_id, kind, body)
      select id, 'certificate', 'x' from partner, generate_series(1, 2) where code = 'UZ-A'
      """),
    Breach("supplement_text_is_of_a_partner", text("-1", "null")),
    Breach(
      "supplement_text_is_of_a_known_program", text("(select id from partner where code = 'UZ-A')", "-1")),
    Breach(
      "supplement_text_is_once_an_item",
      """
      insert into supplement_text (partner_id, item, texts)
      select id, 'system', '{"en": "x"}' from partner, generate_series(1, 2) where code = 'UZ-A'
      """),
    Breach(
      "credential_uid_is_unique",
      """
      insert into credential (workshop_id, uid, serial, year, number, enrollment_id, side, partner_id, title, issued_on,
        record)
      select workshop_id, uid, 'UZ-TAS-2024-00002', 2024, 2, enrollment_id, 'chinese', partner_id, 'x', issued_on, record
      from credential
      """),
    Breach(
      "credential_is_replaced_once",
      """
      insert into credential (workshop_id, serial, year, number, enrollment_id, side, partner_id, title, issued_on, record,
        replaces_id, revoked_on, revoke_reason)
      select workshop_id, 'UZ-TAS-2024-0000' || n, 2024, n, enrollment_id, side, partner_id, 'x', issued_on, record, id,
        issued_on, 'x' from credential, generate_series(2, 3) n
      """),
  ]

  private static func template(_ partner: SQL, _ body: SQL) -> SQL {
    """
    insert into credential_template (partner_id, kind, body)
    values (\(fragment: partner), 'certificate', \(fragment: body))
    """
  }

  private static func text(_ partner: SQL, _ program: SQL) -> SQL {
    """
    insert into supplement_text (partner_id, program_id, item, texts)
    values (\(fragment: partner), \(fragment: program), 'system', '{"en": "x"}')
    """
  }

  private static func credential(
    number: Int, student: Int = 1, serial: SQL? = nil, year: SQL = "2024", on day: String = "2024-12-05",
    side: String = "chinese", title: SQL = "'x'",
    partner: SQL = "(select id from partner where code = 'UZ-A')", replaces: SQL = "null"
  ) -> SQL {
    """
    insert into credential (workshop_id, serial, year, number, enrollment_id, side, title, issued_on, record,
      partner_id, replaces_id)
    select e.workshop_id, \(fragment: serial ?? "shown_serial('UZ-TAS', \(fragment: year), \(number)::int)"),
      \(fragment: year), \(number), e.id, \(side)::certificate_side, \(fragment: title), \(day)::date, '{}',
      \(fragment: partner), \(fragment: replaces)
    from enrollment e join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
    where s.number = \(student)
    """
  }

  /// The completion on another day.
  private static func completion(on day: String) -> SQL {
    """
    insert into enrollment_event (workshop_id, enrollment_id, nth, from_state, to_state, effective_on, reason, voids)
    select workshop_id, enrollment_id, 3, 'enrolled', 'completed', \(day)::date, 'wrong', 2 from credential
    """
  }

  @Test("a completion with a credential is moved up to the day of its issue, and no further")
  func moved() async throws {
    try await withOffice(.graduation) { office in
      let cohort: CohortCode = "UZ-TAS-LOG-2024A"
      _ = try await office.enrollments.change(
        .students(students(1)), in: cohort, to: .completed, on: day("2024-12-01"))
      _ = try await office.credentials.issue(nil, in: cohort, on: day("2024-12-05"), sides: [.host])
      await expectBroken("credential_follows_the_completion") {
        try await office.enrollments.correct(
          event: 2, of: students(1)[0], in: cohort, to: day("2024-12-06"), reason: "the letter")
      }
      let moved = try await office.enrollments.correct(
        event: 2, of: students(1)[0], in: cohort, to: day("2024-12-05"), reason: "the letter")
      #expect(moved.since == day("2024-12-05"))
    }
  }

  @Test("each rule, broken in plain SQL, names itself")
  func plainSQL() async throws {
    try await withOffice(.graduation) { office in
      let cohort: CohortCode = "UZ-TAS-LOG-2024A"
      _ = try await office.enrollments.change(
        .states([.enrolled]), in: cohort, to: .completed, on: Day("2024-12-01") ?? .today, onlyQualified: true
      )
      _ = try await office.credentials.issue(nil, in: cohort, on: Day("2024-12-05") ?? .today, sides: [.host])
      await office.expectRefused(Self.breaches)
      try await office.database.write { tx in
        try tx.execute("alter table program_certificate disable trigger user")
        try tx.execute("delete from program_certificate where side = 'chinese'")
      }
      await office.expectRefused([Breach("credential_has_a_certificate", Self.credential(number: 2))])
    }
  }

  @Test("no credential without a rule of completion, and none without a certificate")
  func needs() async throws {
    try await withOffice { office in
      try await office.cohort("UZ-TAS-LOG-2024A", year: 2024)
      try await office.partner("UZ-A")
      try await office.people(1)
      let cohort: CohortCode = "UZ-TAS-LOG-2024A"
      _ = try await office.enrollments.enroll(students(1), in: cohort, appliedOn: Day("2024-06-01") ?? .today)
      _ = try await office.enrollments.change(
        .states([.enrolled]), in: cohort, to: .completed, on: Day("2024-12-01") ?? .today)
      let outcome = try await office.credentials.issue(nil, in: cohort, on: Day("2024-12-05") ?? .today)
      #expect(
        outcome.leftOut.first?.rules.map(\.name) == [
          "credential_rests_on_a_rule", "credential_has_a_certificate",
        ])
      await office.expectRefused([
        Breach("credential_rests_on_a_rule", Self.credential(number: 1, side: "host"))
      ])
    }
  }
}
