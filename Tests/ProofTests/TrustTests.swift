import FoundationEssentials
import Proof
import Testing

@Suite("Published keys and revocations")
struct TrustTests {
  private let key: SigningKey
  private let folder: Scratch
  private let at = "2026-11-30T05:00:00Z"

  init() throws {
    key = try SigningKey()
    folder = try Scratch()
  }

  private func publish(
    _ keys: [PublishedKey]? = nil, revoked: [RevocationList.Revocation] = [], vouched: [String] = [],
    by signer: SigningKey? = nil
  ) throws -> Trust {
    try folder.write(
      Publication(
        keys: keys ?? [published(key)], revoked: revoked, vouched: vouched, at: at, by: signer ?? key
      ).files)
    return try Trust(folder: folder.path)
  }

  @Test("a code is good by the key that its awarding body publishes")
  func good() throws {
    let verdict = try publish().verdict(on: try ProofCode(award(), by: key))
    #expect(verdict.status == .valid)
    #expect(verdict.award == award())
    #expect(verdict.key.body == "UZ-TSTU" && verdict.listOn == "2026-11-30")
  }

  @Test("what was revoked, or replaced, is told once it is published")
  func revoked() throws {
    let code = try ProofCode(award(), by: key)
    let revoked = try publish(revoked: [.init(serial: "UZ-TAS-2026-00001", on: "2026-08-01")])
      .verdict(on: code)
    #expect(revoked.status == .revoked && revoked.revokedOn == "2026-08-01" && revoked.award == award())
    let replaced = try publish(
      revoked: [.init(serial: "UZ-TAS-2026-00001", on: "2026-08-01", replacedBy: "UZ-TAS-2026-00009")]
    ).verdict(on: code)
    #expect(replaced.status == .replaced && replaced.replacedBy == "UZ-TAS-2026-00009")
  }

  @Test("a key that is not published, or of a body that does not award it, proves nothing")
  func otherKeys() throws {
    let other = try SigningKey()
    let trust = try publish([published(key), published(other, body: "CN-TJMC")])
    let unknown = try SigningKey()
    #expect(throws: ProofFault.unknownKey(fingerprint: unknown.publicKey.fingerprint)) {
      try trust.verdict(on: try ProofCode(award(), by: unknown))
    }
    #expect(throws: ProofFault.otherBody(body: "CN-TJMC", serial: "UZ-TAS-2026-00001")) {
      try trust.verdict(on: try ProofCode(award(), by: other))
    }
  }

  @Test("a retired key is good for what it signed until then, and for nothing before it was valid")
  func retired() throws {
    let next = try SigningKey()
    let trust = try publish([published(key, retired: "2026-08-31"), published(next)], by: next)
    #expect(try trust.verdict(on: try ProofCode(award(signedOn: "2026-08-31"), by: key)).status == .valid)
    for day in ["2026-09-01", "2025-12-31"] {
      #expect {
        try trust.verdict(on: try ProofCode(award(signedOn: day), by: key))
      } throws: { ($0 as? ProofFault)?.word == "retired_key" }
    }
  }

  @Test("of a compromised key only those codes are good for which the list vouches, whatever day they say")
  func compromised() throws {
    let next = try SigningKey()
    let genuine = try ProofCode(award(), by: key)
    let backdated = try ProofCode(award("UZ-TAS-2026-00002"), by: key)
    let later = try ProofCode(award("UZ-TAS-2026-00003", signedOn: "2026-09-01"), by: key)
    let trust = try publish(
      [published(key, compromised: "2026-09-01"), published(next)],
      vouched: [genuine.digest, later.digest], by: next)
    #expect(try trust.verdict(on: genuine).status == .valid)
    for code in [backdated, later] {
      #expect {
        try trust.verdict(on: code)
      } throws: { ($0 as? ProofFault)?.word == "compromised_key" }
    }
  }

  @Test("a list, keys or a signature that are not as they were signed are refused, and so is a part of them")
  func altered() throws {
    _ = try publish(revoked: [.init(serial: "UZ-TAS-2026-00001", on: "2026-08-01")])
    for name in ["keys.json", "revocations.json", "revocations.sig"] {
      let right = try folder.read(name)
      var wrong = right
      wrong[wrong.count / 2] ^= 1
      try folder.write(name, wrong)
      #expect(throws: ProofFault.listAltered(path: folder.path)) { try Trust(folder: folder.path) }
      _ = try folder.run("rm \(name)")
      #expect(throws: ProofFault.noFolder(path: folder.path, file: name)) { try Trust(folder: folder.path) }
      try folder.write(name, right)
    }
    _ = try Trust(folder: folder.path)
  }

  @Test("a list is not taken from a key that is not published, compromised, or was retired by then")
  func signers() throws {
    let other = try SigningKey()
    let signers = [
      [published(key)], [published(key), published(other, compromised: "2027-01-01")],
      [published(key), published(other, retired: "2026-11-29")],
    ]
    for keys in signers {
      #expect(throws: ProofFault.listAltered(path: folder.path)) { try publish(keys, by: other) }
    }
    _ = try publish([published(key), published(other, retired: "2026-11-30")], by: other)
  }

  @Test(
    "a list tells how many days old it is", arguments: [(0, 0), (86_400, 1), (86_399, 0), (40_176_000, 465)])
  func age(seconds: Double, days: Int) {
    let list = RevocationList(at: "2026-11-30T05:00:00Z", key: "", keysSHA256: "", revoked: [], vouched: [])
    #expect(list.age(at: Date(timeIntervalSince1970: 1_795_996_800 + seconds)) == days)
  }
}
