import Postgres
import Proof

/// What proves a certificate to those who have only the paper.
public struct Signatures: Sendable {
  let office: Office

  /// Public keys of awarding bodies.
  public var keys: SignatureKeys { SignatureKeys(office: office) }

  /// Signs certificates that are not signed yet, in one transaction.
  ///
  /// - Parameters:
  ///   - key: the private key; it goes nowhere.
  ///   - isDryRun: whether all is done and undone again.
  /// - Throws: ``LubanError/ruleBroken(_:)`` for a key that is not in use, and for a named certificate
  ///   that is not valid or of another awarding body.
  public func sign(_ selection: SigningSelection, with key: SigningKey, isDryRun: Bool = false) async throws
    -> SigningOutcome
  {
    try await office.perform("credential sign", isDryRun: isDryRun) { tx in
      tx.deadline = office.bulkDeadline
      try tx.speakEnglish()
      let (id, code, partner) = try tx.keyInUse(key.publicKey)
      let chosen = try tx.condition(of: selection, partner)
      var signed: [CredentialSerial] = []
      var (workshops, credentials, codes, days): ([Int], [Int], [String], [String]) = ([], [], [], [])
      for unsigned in try tx.unsigned(chosen) {
        codes.append(try unsigned.code(by: key))
        signed.append(unsigned.serial)
        days.append(unsigned.award.signedOn)
        workshops.append(unsigned.workshop)
        credentials.append(unsigned.credential)
      }
      try tx.execute(
        """
        insert into signature (workshop_id, credential_id, key_id, signed_on, code)
        select n.workshop, n.credential, \(id)::int, n.day::date, n.code
        from unnest(\(workshops), \(credentials), \(days), \(codes)) n (workshop, credential, day, code)
        """)
      var unchanged = 0
      if case .serials(let serials) = selection { unchanged = Set(serials).count - signed.count }
      return SigningOutcome(key: code, signed: signed, unchanged: unchanged)
    }
  }

  /// The text of the QR code of a certificate; `nil` while it is not signed.
  public func code(_ serial: CredentialSerial) async throws -> String? {
    try await office.read { tx in
      _ = try tx.credential(serial)
      return try tx.signatures(of: [serial])[serial]?.code
    }
  }

  /// What an office publishes, so that anybody can check its certificates: its keys, and a signed list of
  /// what was revoked.
  ///
  /// - Throws: ``LubanError/ruleBroken(_:)`` for a key that is not in use.
  public func publication(by key: SigningKey) async throws -> Publication {
    try await office.read { tx in
      tx.deadline = office.bulkDeadline
      try tx.speakEnglish()
      _ = try tx.keyInUse(key.publicKey)
      let at = try tx.one(
        "select to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')", as: String.self)
      let keys = try tx.rows(
        """
        select k.fingerprint, p.code, partner_title(p.id, today()) as name, k.public_key, k.valid_from::text,
          k.retired_on::text, k.compromised_on::text
        from signature_key k join partner p on p.id = k.partner_id order by p.code, k.number
        """
      ) { row in
        PublishedKey(
          id: try row.decode("fingerprint"), body: try row.decode("code"),
          name: try row.decode("name"), publicKey: try row.decode("public_key"),
          validFrom: try row.decode("valid_from"), retiredOn: try row.decode("retired_on"),
          compromisedOn: try row.decode("compromised_on"))
      }
      let revoked = try tx.rows(
        """
        select c.serial, c.revoked_on::text, r.serial as replaced_by from credential c
        left join credential r on (r.workshop_id, r.replaces_id) = (c.workshop_id, c.id)
        where c.revoked_on is not null order by c.serial
        """
      ) { row in
        RevocationList.Revocation(
          serial: try row.decode("serial"), on: try row.decode("revoked_on"),
          replacedBy: try row.decode("replaced_by"))
      }
      let vouched = try tx.rows(
        """
        select s.code from signature s join signature_key k on k.id = s.key_id
        where s.signed_on < k.compromised_on
        """, as: String.self)
      return try Publication(
        keys: keys, revoked: revoked, vouched: vouched.map { try ProofCode($0).digest }.sorted(), at: at,
        by: key)
    }
  }
}

/// A certificate that is about to be signed.
private struct Unsigned {
  let workshop: Int
  let credential: Int
  let serial: CredentialSerial
  let award: Award

  func code(by key: SigningKey) throws -> String {
    do { return try ProofCode(award, by: key).text } catch {
      throw LubanError.invalidData("\(serial): \(error.said)")
    }
  }
}

extension Transaction {
  /// Has names and titles in English, where there are any, whoever asks: what is signed is for strangers.
  fileprivate func speakEnglish() throws {
    try execute("select set_config('luban.language', '', true)")
  }

  /// What is printed of the signatures of certificates, of those that are signed.
  func signatures(of serials: [CredentialSerial]) throws -> [CredentialSerial: PrintedSignature] {
    let signed = try rows(
      """
      select c.serial, s.code, s.signed_on, k.address from credential c
      join signature s on (s.workshop_id, s.credential_id) = (c.workshop_id, c.id)
      join signature_key k on k.id = s.key_id
      where c.serial = any (\(serials))
      """, as: (CredentialSerial.self, String.self, Day.self, String?.self))
    return Dictionary(
      signed.map { ($0.0, PrintedSignature(code: $0.1, signedOn: $0.2, address: $0.3)) }
    ) { first, _ in first }
  }

  /// Which certificates are meant, as a condition on `c`.
  fileprivate func condition(of selection: SigningSelection, _ partner: Int) throws -> SQL {
    switch selection {
    case .all: return "c.partner_id = \(partner) and c.revoked_on is null"
    case .cohort(let code):
      let cohort = try cohortKey(code)
      return """
        c.partner_id = \(partner) and c.revoked_on is null and c.workshop_id = \(cohort.workshopID)
          and exists (select from enrollment e where (e.workshop_id, e.id) = (c.workshop_id, c.enrollment_id)
            and e.cohort_id = \(cohort.id))
        """
    case .serials(let serials):
      let unknown = try first(
        "select s from unnest(\(serials)) s where s <> all (select serial from credential) limit 1",
        as: String.self)
      if let unknown { throw LubanError.notFound(noun: "credential", code: unknown, nearest: []) }
      return "c.serial = any (\(serials))"
    }
  }

  /// What certificates that are not signed yet award, from what was frozen with them.
  ///
  /// The day of the signature is that of UTC, but not before that of the issue, which is the workshop's.
  fileprivate func unsigned(_ condition: SQL) throws -> [Unsigned] {
    try rows(
      """
      select c.workshop_id, c.id, c.serial, c.title, c.side::text, c.issued_on::text, b.code as body,
        greatest((now() at time zone 'UTC')::date, c.issued_on)::text as signed_on,
        partner_title(b.id, c.issued_on) as body_name, zh.name as body_chinese, o.code as other,
        partner_title(o.id, c.issued_on) as other_name, other_zh.name as other_chinese,
        c.record #>> '{student,name}' as name, c.record #>> '{student,latin_name}' as latin_name,
        c.record #>> '{student,chinese_name}' as chinese_name, c.record #> '{program,titles}' as program,
        (c.record #>> '{program,isced_level}')::int as level, (c.record #>> '{hours,total}')::float8 as hours,
        c.record #> '{workshop,titles}' as workshop, c.record #>> '{workshop,country}' as country,
        c.record #>> '{cohort,intake}' as intake, c.record #>> '{completed_on}' as completed_on
      from credential c
      left join partner b on b.id = c.partner_id
      left join partner_name zh on zh.partner_id = b.id and zh.language = 'zh'
        and c.issued_on >= zh.valid_from and c.issued_on < zh.valid_to
      left join credential s on (s.workshop_id, s.enrollment_id) = (c.workshop_id, c.enrollment_id)
        and s.side <> c.side and s.revoked_on is null
      left join partner o on o.id = s.partner_id
      left join partner_name other_zh on other_zh.partner_id = o.id and other_zh.language = 'zh'
        and c.issued_on >= other_zh.valid_from and c.issued_on < other_zh.valid_to
      where \(fragment: condition) and not exists (
        select from signature g where (g.workshop_id, g.credential_id) = (c.workshop_id, c.id))
      order by c.workshop_id, c.year, c.number
      """
    ) { row in
      func body(_ code: String, _ name: String, _ chinese: String) throws -> Award.Body? {
        guard let code: String = try row.decode(code) else { return nil }
        return Award.Body(
          code: code, name: try row.decode(name) ?? code, chineseName: try row.decode(chinese))
      }
      let (program, workshop): (Titles, Titles) = (try row.decode("program"), try row.decode("workshop"))
      return Unsigned(
        workshop: try row.decode("workshop_id"), credential: try row.decode("id"),
        serial: try row.decode("serial"),
        award: Award(
          serial: try row.decode("serial"), title: try row.decode("title"), side: try row.decode("side"),
          name: try row.decode("name"), latinName: try row.decode("latin_name"),
          chineseName: try row.decode("chinese_name"), program: program.main,
          programChinese: program.byLanguage["zh"], level: try row.decode("level"),
          hours: try row.decode("hours"), workshop: workshop.main, country: try row.decode("country"),
          bodies: [
            try body("body", "body_name", "body_chinese"), try body("other", "other_name", "other_chinese"),
          ].compactMap(\.self),
          intake: try row.decode("intake"), completedOn: try row.decode("completed_on"),
          issuedOn: try row.decode("issued_on"), signedOn: try row.decode("signed_on")))
    }
  }
}
