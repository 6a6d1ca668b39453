import FoundationEssentials

/// The text in the QR code of a certificate: what it awards, and a signature over exactly that.
///
/// `LW1:` and, in Base45, a byte for the version, 8 for the key, the award as deflated JSON, and in the end
/// 64 for the signature of Ed25519 over all bytes before it (ADR 52).
public struct ProofCode: Sendable, Hashable {
  /// What every code begins with.
  public static let prefix = "LW1:"
  /// How many characters a QR code of error level M holds.
  public static let longest = 3391

  private static let version: UInt8 = 1

  private static let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return encoder
  }()

  /// The text.
  public let text: String
  /// Fingerprint of the key that is said to have signed.
  public let fingerprint: String
  /// What was signed.
  public let signed: [UInt8]
  /// The signature.
  public let signature: [UInt8]

  /// Signs an award.
  ///
  /// - Throws: ``ProofFault/tooLarge`` where no QR code could hold it.
  public init(_ award: Award, by key: SigningKey) throws(ProofFault) {
    guard let json = try? Self.encoder.encode(PackedAward(award)) else { throw .tooLarge }
    signed = [Self.version] + key.publicKey.identity + (try Deflated.pack(Array(json)))
    signature = try key.signature(of: signed)
    fingerprint = key.publicKey.fingerprint
    text = Self.prefix + Base45.text(signed + signature)
    if text.utf8.count > Self.longest { throw .tooLarge }
  }

  /// Reads a code; whether its signature is right is not asked yet.
  ///
  /// - Throws: ``ProofFault/notACode``, ``ProofFault/noSignature``, ``ProofFault/newer(version:)``.
  public init(_ text: String) throws(ProofFault) {
    // Mail breaks it into lines.
    let text = String(text.filter { !$0.isNewline }[...].trimming(while: \.isWhitespace))
    guard text.hasPrefix(Self.prefix), text.utf8.count <= 2 * Self.longest,
      let bytes = Base45.bytes(text.dropFirst(Self.prefix.count)), let version = bytes.first
    else { throw .notACode }
    guard version == Self.version else { throw .newer(version: Int(version)) }
    guard bytes.count > 9 + PublicKey.signatureSize else { throw .noSignature }
    self.text = text
    fingerprint = Digest.hexadecimal(bytes[1..<9])
    signed = Array(bytes.dropLast(PublicKey.signatureSize))
    signature = Array(bytes.suffix(PublicKey.signatureSize))
  }

  /// By which a list vouches for it: the first 16 bytes of the SHA-256 of all its bytes, in hexadecimal.
  public var digest: String { Digest.hexadecimal(Digest.sha256(signed + signature).prefix(16)) }

  /// What it awards.
  ///
  /// - Throws: ``ProofFault/altered`` where the signature is not that of the key over these bytes.
  public func award(by key: PublicKey) throws(ProofFault) -> Award {
    guard key.verifies(signature, of: signed), let json = Deflated.unpack(Array(signed.dropFirst(9))),
      let packed = try? JSONDecoder().decode(PackedAward.self, from: Data(json))
    else { throw .altered }
    return packed.award
  }
}
