import Luban
import Postgres
import Proof
import Support
import Testing

@Suite("Signatures")
struct SignatureTests {
  private let cohort: CohortCode = "UZ-TAS-LOG-2024A"
  private let first = CredentialSerial("UZ-TAS-2024-00001")
  private let key: SigningKey

  private func day(_ text: String) -> Day { Day(text) ?? .today }

  init() throws { key = try SigningKey() }

  /// Student 1 has a certificate of UZ-A, and one of the Chinese side that names no awarding body.
  private func graduate(_ office: Office) async throws {
    _ = try await office.enrollments.change(
      .states([.enrolled]), in: cohort, to: .completed, on: day("2024-12-01"), onlyQualified: true)
    _ = try await office.credentials.issue(nil, in: cohort, on: day("2024-12-05"))
    _ = try await office.signatures.keys.add(key.publicKey, of: "UZ-A", address: "https://a.example/luban")
  }

  @Test("what is signed is what was awarded, without birth date, and stays so whatever is corrected later")
  func sign() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      let serial = try #require(first)
      #expect(try await office.signatures.code(serial) == nil)
      let outcome = try await office.signatures.sign(.cohort(cohort), with: key)
      #expect(outcome.signed == [serial] && outcome.key.description == "UZ-A/1")
      let text = try #require(try await office.signatures.code(serial))
      let award = try ProofCode(text).award(by: key.publicKey)
      #expect(award.serial == "UZ-TAS-2024-00001" && award.title == "Diploma in Logistics")
      #expect(award.name == "Student 1" && award.level == 5 && award.hours == 50 && award.country == "UZ")
      #expect(award.bodies.map(\.code) == ["UZ-A", "CN-B"] && award.bodies.first?.name == "Partner UZ-A")
      #expect(award.issuedOn == "2024-12-05" && award.completedOn == "2024-12-01")
      #expect(!"\(award)".contains("2005-01-01"))
      try await office.database.write { tx in
        try tx.execute("update student_name set full_name = 'Another' where kind = 'native'")
      }
      #expect(try await office.signatures.sign(.serials([serial]), with: key).unchanged == 1)
      #expect(try await office.signatures.code(serial) == text)
    }
  }

  @Test("a dry run signs nothing, and all that is not signed is signed at once")
  func dryRun() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      let serial = try #require(first)
      #expect(try await office.signatures.sign(.all, with: key, isDryRun: true).signed == [serial])
      #expect(try await office.signatures.code(serial) == nil)
      #expect(try await office.signatures.sign(.all, with: key).signed == [serial])
      #expect(try await office.signatures.sign(.all, with: key).signed == [])
    }
  }

  @Test("the awarding body of the other side stands beside that of the certificate")
  func bothBodies() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      try await office.database.write { tx in
        try tx.execute(
          """
          insert into partner_name (partner_id, language, name, valid_from)
          select id, 'zh', '天津学院', '2020-01-01' from partner where code = 'CN-B'
          """)
      }
      _ = try await office.signatures.sign(.all, with: key)
      let serial = try #require(first)
      let text = try #require(try await office.signatures.code(serial))
      let award = try ProofCode(text).award(by: key.publicKey)
      #expect(award.bodies.map(\.code) == ["UZ-A", "CN-B"])
      #expect(award.bodies.last?.chineseName == "天津学院")
    }
  }

  @Test("nothing is signed with a key that is retired, compromised, of another body or unknown")
  func keys() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      let serial = try #require(first)
      let (stranger, other) = (try SigningKey(), try SigningKey())
      await #expect(
        throws: LubanError.notFound(noun: "key", code: stranger.publicKey.fingerprint, nearest: [])
      ) {
        try await office.signatures.sign(.all, with: stranger)
      }
      _ = try await office.signatures.keys.add(other.publicKey, of: "UZ-DEPOT")
      #expect(try await office.signatures.sign(.all, with: other).signed == [])
      await expectBroken("signature_is_by_the_awarding_body") {
        try await office.signatures.sign(.serials([serial]), with: other)
      }
      let own = try #require(SignatureKeyCode("uz-a/1"))
      let retired = try await office.signatures.keys.retire(own, reason: "a new year")
      #expect(retired.status == .retired && retired.reason == "a new year" && retired.signatures == 0)
      for selection in [SigningSelection.all, .serials([serial])] {
        await expectBroken("signature_is_by_a_key_in_use") {
          try await office.signatures.sign(selection, with: key)
        }
      }
      await expectBroken("signature_is_by_a_key_in_use") { try await office.signatures.publication(by: key) }
      await expectBroken("signature_key_is_frozen") {
        try await office.signatures.keys.retire(own, reason: "again")
      }
      let lost = try await office.signatures.keys.compromise(own, reason: "found in the bin")
      #expect(lost.status == .compromised && lost.reason == "found in the bin")
      let next = try await office.signatures.keys.add(SigningKey().publicKey, of: "UZ-A")
      #expect(next.key.description == "UZ-A/2")
      let listed = try await office.rows(of: office.signatures.keys.list(body: "UZ-A", status: .valid))
      #expect(listed.count == 1)
    }
  }

  @Test("what is revoked is not signed, and what was signed is told as revoked once it is published again")
  func revoked() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      let serial = try #require(first)
      _ = try await office.signatures.sign(.all, with: key)
      let code = try ProofCode(try #require(try await office.signatures.code(serial)))
      #expect(try await verdict(of: office, on: code).status == .valid)
      let anew = try await office.credentials.reissue(serial, on: day("2024-12-06"), reason: "a misprint")
      let verdict = try await verdict(of: office, on: code)
      #expect(verdict.status == .replaced && verdict.replacedBy == anew.serial.rawValue)
      #expect(verdict.revokedOn == "2024-12-06" && verdict.award.name == "Student 1")
      _ = try await office.credentials.revoke(anew.serial, on: day("2024-12-07"), reason: "another")
      await expectBroken("signature_is_of_a_valid_credential") {
        try await office.signatures.sign(.serials([anew.serial]), with: key)
      }
      #expect(try await office.signatures.sign(.all, with: key).signed == [])
    }
  }

  @Test("the list vouches for what a key signed before it was compromised, and for nothing since")
  func compromised() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      _ = try await office.signatures.sign(.all, with: key)
      let serial = try #require(first)
      let code = try ProofCode(try #require(try await office.signatures.code(serial)))
      let next = try SigningKey()
      _ = try await office.signatures.keys.add(next.publicKey, of: "UZ-A")
      let own = try #require(SignatureKeyCode("UZ-A/1"))
      // Signed today: that is not before today.
      _ = try await office.signatures.keys.compromise(own, reason: "stolen")
      await #expect {
        try await verdict(of: office, on: code, by: next)
      } throws: { ($0 as? ProofFault)?.word == "compromised_key" }
      try await office.database.write { tx in
        try tx.execute("alter table signature disable trigger user")
        try tx.execute("update signature set signed_on = signed_on - 1")
        try tx.execute("alter table signature enable trigger user")
      }
      let list = try await office.signatures.publication(by: next).files.first {
        $0.name == "revocations.json"
      }
      let text = String(decoding: list?.bytes ?? [], as: UTF8.self)
      #expect(text.contains(code.digest))
    }
  }

  @Test(
    "each print of a signed certificate is the same, with its code and where it is checked; others say so")
  func page() async throws {
    try await withOffice(.graduation) { office in
      try await graduate(office)
      let serial = try #require(first)
      let before = try await office.credentials.page(serial, .certificate)
      #expect(before.contains("Not signed") && !before.contains("<path"))
      _ = try await office.signatures.sign(.all, with: key)
      let code = try #require(try await office.signatures.code(serial))
      let page = try await office.credentials.page(serial, .certificate)
      #expect(page.contains("<path d=\"\(try QRPath(code).path)\"/>"))
      // An address is in parts, between which a line may be broken.
      let text = page.replacing(/<[^>]*>/, with: "")
      #expect(text.contains("https://a.example/luban") && !text.contains("Not signed"))
      #expect(try await office.credentials.page(serial, .certificate) == page)
    }
  }

  private func verdict(of office: Office, on code: ProofCode, by signer: SigningKey? = nil) async throws
    -> Verdict
  {
    let files = try await office.signatures.publication(by: signer ?? key).files
    return try Published.trust(files).verdict(on: code)
  }
}
