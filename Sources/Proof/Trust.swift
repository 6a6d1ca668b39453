import FoundationEssentials

/// A folder of published keys and revocations, by which a code is judged without database and network.
public struct Trust: Sendable {
  private let keys: [String: PublishedKey]
  private let revoked: [String: RevocationList.Revocation]
  /// The list of revocations.
  public let list: RevocationList

  /// Reads a folder, and makes sure that its list was signed by one of its keys, and is of one time with
  /// them.
  ///
  /// - Throws: ``ProofFault/noFolder(path:file:)``, ``ProofFault/listAltered(path:)``.
  public init(folder path: String) throws(ProofFault) {
    let published = try Self.bytes(path, Publication.keysName)
    let list = try Self.bytes(path, Publication.listName)
    let signature = try Self.bytes(path, Publication.signatureName)
    guard let keys = try? JSONDecoder().decode(PublishedKeys.self, from: Data(published)),
      keys.format == PublishedKeys.format,
      let revocations = try? JSONDecoder().decode(RevocationList.self, from: Data(list)),
      revocations.format == RevocationList.format,
      revocations.keysSHA256 == Digest.hexadecimal(Digest.sha256(published)),
      let signer = keys.keys.first(where: { $0.id == revocations.key }),
      signer.compromisedOn == nil, signer.validFrom <= revocations.on,
      signer.retiredOn.map({ revocations.on <= $0 }) ?? true,
      let key = Self.key(signer), key.verifies(signature, of: list)
    else { throw .listAltered(path: path) }
    self.keys = Dictionary(keys.keys.map { ($0.id, $0) }) { first, _ in first }
    self.list = revocations
    revoked = Dictionary(revocations.revoked.map { ($0.serial, $0) }) { first, _ in first }
  }

  /// What a code proves.
  ///
  /// - Throws: ``ProofFault`` where it proves nothing.
  public func verdict(on code: ProofCode) throws(ProofFault) -> Verdict {
    let fingerprint = code.fingerprint
    guard let published = keys[fingerprint], let key = Self.key(published) else {
      throw .unknownKey(fingerprint: fingerprint)
    }
    let award = try code.award(by: key)
    guard award.bodies.first?.code == published.body else {
      throw .otherBody(body: published.body, serial: award.serial)
    }
    if let day = published.compromisedOn,
      award.signedOn >= day || !list.vouched.contains(code.digest)
    {
      throw .compromisedKey(fingerprint: fingerprint, body: published.body, on: day)
    }
    if award.signedOn < published.validFrom || published.retiredOn.map({ award.signedOn > $0 }) ?? false {
      throw .retiredKey(
        fingerprint: fingerprint, body: published.body, from: published.validFrom,
        to: published.retiredOn ?? "", signedOn: award.signedOn)
    }
    let revocation = revoked[award.serial]
    return Verdict(
      status: revocation == nil ? .valid : revocation?.replacedBy == nil ? .revoked : .replaced,
      award: award, revokedOn: revocation?.on, replacedBy: revocation?.replacedBy, key: published,
      listOn: list.on, listAge: list.age())
  }

  /// Its key, where it is the one that its fingerprint names.
  private static func key(_ published: PublishedKey) -> PublicKey? {
    PublicKey(base64: published.publicKey).flatMap { $0.fingerprint == published.id ? $0 : nil }
  }

  private static func bytes(_ path: String, _ file: String) throws(ProofFault) -> [UInt8] {
    guard let data = try? Data(contentsOf: URL(filePath: path).appending(path: file)) else {
      throw .noFolder(path: path, file: file)
    }
    return Array(data)
  }
}

/// What a code proves.
public struct Verdict: Sendable, Encodable {
  /// Whether it can be relied on.
  public enum Status: String, Sendable, Encodable {
    case valid, revoked, replaced
  }

  /// Valid, revoked, or replaced by another, as of the list.
  public let status: Status
  /// What was awarded.
  public let award: Award
  /// Day of the revocation.
  public let revokedOn: String?
  /// The one issued anew for it.
  public let replacedBy: String?
  /// The key that signed it.
  public let key: PublishedKey
  /// Day of the list, in UTC.
  public let listOn: String
  /// How many days old the list is.
  public let listAge: Int
}
