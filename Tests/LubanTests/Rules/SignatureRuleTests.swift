import Luban
import Postgres
import Proof
import Support
import Testing

@Suite("Rules of signatures")
struct SignatureRuleTests {
  /// UZ-A/1 has signed UZ-TAS-2024-00001; 00002 names no awarding body, 00003 is of UZ-A and not signed, 00004 revoked.
  private static let breaches = [
    Breach("signature_key_is_of_a_partner", key(partner: "-1")),
    Breach("signature_key_counts_from_one", key(number: "0")),
    Breach("signature_key_is_of_ed25519", key(public: "'AAAA'")),
    Breach("signature_key_address_is_of_the_web", key(address: "'a.example'")),
    Breach("signature_key_number_is_given_once", key(number: "1")),
    Breach("signature_key_is_there_once", key(public: "(select public_key from signature_key)")),
    Breach(
      "signature_key_ends_after_it_begins",
      "update signature_key set compromised_on = valid_from - 1, reason = 'x'"),
    Breach("signature_key_ends_with_a_reason", "update signature_key set compromised_on = valid_from"),
    Breach("signature_key_is_frozen", "update signature_key set address = 'https://b.example'"),
    Breach(
      "signature_key_is_frozen",
      """
      do $$ begin
        update signature_key set compromised_on = valid_from, reason = 'x';
        update signature_key set reason = 'y';
      end $$
      """),
    Breach(
      "signature_key_is_retired_after_it_signed",
      "update signature_key set retired_on = valid_from, reason = 'x'"),
    Breach("signature_keys_are_kept", "delete from signature_key"),
    Breach("signature_is_by_a_key_that_is_known", signature(key: "-1")),
    Breach("signature_holds_a_code", signature(code: "'LW1:abc'")),
    Breach("signature_is_given_once", signature(number: 1)),
    Breach(
      "signature_is_of_a_credential",
      """
      insert into signature (workshop_id, credential_id, key_id, code)
      select workshop_id, -1, key_id, code from signature
      """),
    Breach("signature_is_by_a_key_in_use", signature(on: "'2020-01-01'")),
    Breach("signature_is_by_the_awarding_body", signature(number: 2)),
    Breach("signature_is_of_a_valid_credential", signature(number: 4)),
    Breach("signatures_are_kept", "delete from signature"),
    Breach("signatures_are_kept", "update signature set signed_on = signed_on - 1"),
  ]

  private static func key(
    partner: SQL = "(select id from partner where code = 'UZ-A')", number: SQL = "2",
    public: SQL = "repeat('A', 43) || '='", address: SQL = "null"
  ) -> SQL {
    """
    insert into signature_key (partner_id, number, public_key, address)
    values (\(fragment: partner), \(fragment: number), \(fragment: `public`), \(fragment: address))
    """
  }

  private static func signature(
    number: Int = 3, key: SQL = "(select key_id from signature)", on day: SQL = "current_date",
    code: SQL = "'LW1:' || repeat('A', 200)"
  ) -> SQL {
    """
    insert into signature (workshop_id, credential_id, key_id, signed_on, code)
    select workshop_id, id, \(fragment: key), \(fragment: day), \(fragment: code) from credential
    where number = \(number)
    """
  }

  /// A day passes between the key and its first signature.
  private static let ground: SQL = """
    alter table signature_key disable trigger user;
    update signature_key set valid_from = valid_from - 1;
    alter table signature_key enable trigger user;
    insert into credential (workshop_id, serial, year, number, enrollment_id, side, title, issued_on, record, partner_id,
      revoked_on, revoke_reason)
    select workshop_id, shown_serial('UZ-TAS', 2024, n), 2024, n, enrollment_id, 'host', 'x', issued_on, record,
      (select id from partner where code = 'UZ-A'), issued_on, 'x'
    from credential, generate_series(3, 4) n where number = 1;
    alter table credential disable trigger user;
    update credential set revoked_on = issued_on, revoke_reason = 'x' where number = 1;
    update credential set revoked_on = null, revoke_reason = null where number = 3;
    alter table credential enable trigger user;
    """

  private func day(_ text: String) -> Day { Day(text) ?? .today }

  @Test("each rule, broken in plain SQL, names itself")
  func plainSQL() async throws {
    try await withOffice(.graduation, isWellInTheEnd: false) { office in
      let cohort: CohortCode = "UZ-TAS-LOG-2024A"
      _ = try await office.enrollments.change(
        .states([.enrolled]), in: cohort, to: .completed, on: day("2024-12-01"), onlyQualified: true)
      _ = try await office.credentials.issue(nil, in: cohort, on: day("2024-12-05"))
      let key = try SigningKey()
      _ = try await office.signatures.keys.add(key.publicKey, of: "UZ-A")
      _ = try await office.signatures.sign(.all, with: key)
      try await office.database.write { tx in try tx.runScript(Self.ground) }
      await office.expectRefused(Self.breaches)
    }
  }
}
