import FoundationEssentials
import Proof
import Support
import Testing

@Suite("Codes of certificates")
struct ProofCodeTests {
  @Test("what was signed is read again, and a print of it repeats")
  func roundTrip() throws {
    let key = try SigningKey()
    let code = try ProofCode(award(), by: key)
    let read = try ProofCode(" \(code.text)\n")
    #expect(read == code)
    #expect(try read.award(by: key.publicKey) == award())
    #expect(try ProofCode(award(), by: key) == code)
    #expect(code.text.count < 700)
  }

  @Test("one letter altered, left out or doubled is refused, wherever it stands")
  func altered() throws {
    let key = try SigningKey()
    let text = Array(try ProofCode(award(), by: key).text)
    for index in text.indices {
      let other: Character = text[index] == "7" ? "8" : "7"
      let changes = [
        text[..<index] + [other] + text[(index + 1)...], text[..<index] + text[(index + 1)...],
        text[...index] + text[index...],
      ]
      // Of two like letters beside each other either may go: that is the text with one left out.
      for change in changes where change != text[...] {
        #expect(throws: ProofFault.self) {
          let code = try ProofCode(String(change))
          _ = try code.award(by: key.publicKey)
        }
      }
    }
  }

  @Test("what is no code, has no signature, or is of a later version, is told apart")
  func faults() throws {
    let code = try ProofCode(award(), by: try SigningKey())
    #expect(throws: ProofFault.notACode) { try ProofCode("UZ-TAS-2026-00001") }
    #expect(throws: ProofFault.notACode) { try ProofCode("LW1:") }
    #expect(throws: ProofFault.notACode) { try ProofCode(String(code.text.dropLast())) }
    #expect(throws: ProofFault.noSignature) { try ProofCode("LW1:" + Base45.text([1, 2, 3])) }
    let later = [2] + code.signed.dropFirst() + code.signature
    #expect(throws: ProofFault.newer(version: 2)) { try ProofCode("LW1:" + Base45.text(later)) }
  }

  @Test("a key comes back from its file, and only such a file holds one")
  func file() throws {
    let key = try SigningKey()
    #expect(try SigningKey(pem: key.pem).publicKey == key.publicKey)
    #expect(throws: ProofFault.noKey) { try SigningKey(pem: key.publicKey.pem) }
    #expect(throws: ProofFault.noKey) {
      try SigningKey(pem: key.pem.replacing("PRIVATE", with: "ENCRYPTED PRIVATE"))
    }
    #expect(try SigningKey().publicKey != key.publicKey)
  }

  @Test("openssl reads the keys, makes such keys, and finds the signature right")
  func openssl() throws {
    let key = try SigningKey()
    let code = try ProofCode(award(), by: key)
    let folder = try Scratch()
    try folder.write("private.pem", Array(key.pem.utf8))
    try folder.write("public.pem", Array(key.publicKey.pem.utf8))
    try folder.write("signed", code.signed)
    try folder.write("signature", code.signature)
    let made = try folder.run("openssl pkey -in private.pem -pubout")
    #expect(made.output == key.publicKey.pem)
    let verified = try folder.run(
      "openssl pkeyutl -verify -pubin -inkey public.pem -rawin -in signed -sigfile signature")
    #expect(verified.exitCode == 0, "\(verified.output)\(verified.talk)")
    let other = try folder.run("openssl genpkey -algorithm ed25519")
    let read = try SigningKey(pem: other.output)
    #expect(read.pem == other.output)
  }

  @Test(
    "the Python of the how-to, with its module cryptography, finds the same as Luban",
    .enabled(
      if: Scratch.has("python3 -c 'import cryptography'"), "Python has no module cryptography"))
  func python() throws {
    let key = try SigningKey()
    let code = try ProofCode(award(), by: key)
    let folder = try Scratch()
    let page = try String(
      contentsOfFile: "\(Program.repository)/docs/how-to/verify-a-certificate.md", encoding: .utf8)
    let script = try #require(page.firstMatch(of: /```python\n((?:.|\n)*?)```/)).1
    try folder.write("verify.py", Array(script.utf8))
    try folder.write("code.txt", Array("\(code.text)\n".utf8))
    func publish(
      _ keys: [PublishedKey], _ revoked: [RevocationList.Revocation] = [], _ vouched: [String] = []
    )
      throws -> Program.Outcome
    {
      let signer = try SigningKey()
      try folder.write(
        Publication(
          keys: keys + [published(signer)], revoked: revoked, vouched: vouched, at: "2026-11-30T05:00:00Z",
          by: signer
        ).files)
      return try folder.run("python3 verify.py code.txt .")
    }
    let good = try publish([published(key)])
    #expect(good.exitCode == 0 && good.output.hasPrefix("valid as of 2026-11-30"), "\(good.talk)")
    #expect(good.output.contains("\"UZ-TAS-2026-00001\"") && good.output.contains("迪丽诺扎"))
    let revoked = try publish([published(key)], [.init(serial: "UZ-TAS-2026-00001", on: "2026-08-01")])
    #expect(revoked.output.hasPrefix("REVOKED"), "\(revoked.talk)")
    #expect(try publish([]).talk.contains("KeyError"))
    #expect(try publish([published(key, body: "CN-TJMC")]).talk.contains("another body"))
    #expect(try publish([published(key, retired: "2026-07-05")]).talk.contains("while the key was valid"))
    let compromised = published(key, compromised: "2026-09-01")
    #expect(try publish([compromised]).talk.contains("compromised"))
    #expect(try publish([compromised], [], [code.digest]).exitCode == 0)
    let wrong = code.signed + code.signature.map { $0 ^ 1 }
    try folder.write("code.txt", Array("LW1:\(Base45.text(wrong))".utf8))
    #expect(try publish([published(key)]).talk.contains("InvalidSignature"))
  }
}
