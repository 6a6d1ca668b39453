import FoundationEssentials

/// A public key, as it is published.
public struct PublishedKey: Sendable, Hashable, Codable {
  /// Its fingerprint.
  public var id: String
  /// Code of the awarding body that signs with it.
  public var body: String
  /// What the body is called.
  public var name: String
  /// The 32 bytes in Base64.
  public var publicKey: String
  /// First day on which it signs, YYYY-MM-DD as all days here.
  public var validFrom: String
  /// Last day on which it signed.
  public var retiredOn: String?
  /// Day from which others may have had it.
  public var compromisedOn: String?

  enum CodingKeys: String, CodingKey {
    case id, body, name
    case publicKey = "public_key"
    case validFrom = "valid_from"
    case retiredOn = "retired_on"
    case compromisedOn = "compromised_on"
  }

  /// A published key.
  public init(
    id: String, body: String, name: String, publicKey: String, validFrom: String, retiredOn: String? = nil,
    compromisedOn: String? = nil
  ) {
    (self.id, self.body, self.name, self.publicKey) = (id, body, name, publicKey)
    (self.validFrom, self.retiredOn, self.compromisedOn) = (validFrom, retiredOn, compromisedOn)
  }
}

/// All keys of an office: `keys.json`.
struct PublishedKeys: Codable {
  static let format = "luban-keys-1"
  var format = Self.format
  var keys: [PublishedKey]
}

/// Which certificates are not valid any more: `revocations.json`, signed in `revocations.sig`.
public struct RevocationList: Sendable, Hashable, Codable {
  static let format = "luban-revocations-1"
  /// What kind of file it is.
  public private(set) var format = Self.format
  /// The moment of which it is, ISO 8601 in UTC.
  public var at: String
  /// Fingerprint of the key that signed it.
  public var key: String
  /// SHA-256 of `keys.json`: the two are of one time.
  public var keysSHA256: String
  /// What was revoked, by serial number.
  public var revoked: [Revocation]
  /// Digests of the codes that are good though their key was compromised after they were signed.
  public var vouched: [String]

  enum CodingKeys: String, CodingKey {
    case format, at, key, revoked, vouched
    case keysSHA256 = "keys_sha256"
  }

  /// A list.
  public init(at: String, key: String, keysSHA256: String, revoked: [Revocation], vouched: [String]) {
    (self.at, self.key, self.keysSHA256) = (at, key, keysSHA256)
    (self.revoked, self.vouched) = (revoked, vouched)
  }

  /// A certificate that is not valid any more.
  public struct Revocation: Sendable, Hashable, Codable {
    /// Its serial number.
    public var serial: String
    /// Day of the revocation.
    public var on: String
    /// The one issued anew for it.
    public var replacedBy: String?

    enum CodingKeys: String, CodingKey {
      case serial, on
      case replacedBy = "replaced_by"
    }

    /// A revocation.
    public init(serial: String, on: String, replacedBy: String? = nil) {
      (self.serial, self.on, self.replacedBy) = (serial, on, replacedBy)
    }
  }

  /// The day of which it is, in UTC.
  public var on: String { String(at.prefix(10)) }

  /// How many days old it is; less than nothing for one of a day to come.
  public func age(at now: Date = Date()) -> Int {
    let today = Int((now.timeIntervalSince1970 / 86_400).rounded(.down))
    return Self.number(on).map { today - $0 } ?? 0
  }

  /// Number of a day since 1970, by the calendar of which a year begins in March.
  private static func number(_ day: String) -> Int? {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    let year = parts[1] > 2 ? parts[0] : parts[0] - 1
    let month = (parts[1] + 9) % 12
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + parts[2] - 1 - 719_468
  }
}

/// What an awarding body publishes, file by file.
public struct Publication: Sendable {
  static let keysName = "keys.json"
  static let listName = "revocations.json"
  static let signatureName = "revocations.sig"

  /// Names of the files, and what they hold.
  public let files: [(name: String, bytes: [UInt8])]

  /// Signs what is to be published.
  ///
  /// - Parameter at: the moment of which it is, ISO 8601 in UTC.
  public init(
    keys: [PublishedKey], revoked: [RevocationList.Revocation], vouched: [String], at: String,
    by key: SigningKey
  ) throws(ProofFault) {
    let published = try Self.json(PublishedKeys(keys: keys))
    let list = try Self.json(
      RevocationList(
        at: at, key: key.publicKey.fingerprint,
        keysSHA256: Digest.hexadecimal(Digest.sha256(published)), revoked: revoked, vouched: vouched))
    let signature = try key.signature(of: list)
    files =
      keys.compactMap { key in
        PublicKey(base64: key.publicKey).map { ("\(key.id).pem", Array($0.pem.utf8)) }
      } + [(Self.keysName, published), (Self.listName, list), (Self.signatureName, signature)]
  }

  private static func json(_ value: some Encodable) throws(ProofFault) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { throw .tooLarge }
    return Array(data) + Array("\n".utf8)
  }
}
