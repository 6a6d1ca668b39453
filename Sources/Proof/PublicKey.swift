import CCrypto
import FoundationEssentials

/// The public half of a key of Ed25519, by which anybody tells whether something was signed with the other.
public struct PublicKey: Sendable, Hashable {
  /// How many bytes it has.
  public static let size = 32
  /// How many bytes a signature has.
  public static let signatureSize = 64
  /// What stands before the key in SubjectPublicKeyInfo, RFC 8410.
  private static let head: [UInt8] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00]

  /// The key itself.
  public let bytes: [UInt8]

  /// A key of 32 bytes; `nil` for any other number of them.
  public init?(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
    if self.bytes.count != Self.size { return nil }
  }

  /// Reads the 32 bytes in Base64, as they are kept and published.
  public init?(base64 text: String) {
    guard let data = Data(base64Encoded: text) else { return nil }
    self.init(data)
  }

  /// The 32 bytes in Base64.
  public var base64: String { Data(bytes).base64EncodedString() }

  /// What a code names it by: the first 8 bytes of the SHA-256 of its bytes.
  public var identity: [UInt8] { Array(Digest.sha256(bytes).prefix(8)) }

  /// The same as 16 hexadecimal digits.
  public var fingerprint: String { Digest.hexadecimal(identity) }

  /// As programs read it: PEM of SubjectPublicKeyInfo.
  public var pem: String { PEM.text(Self.head + bytes, "PUBLIC KEY") }

  /// Whether a signature is one of exactly these bytes, made with the other half.
  public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard signature.count == Self.signatureSize,
      let key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, bytes, bytes.count)
    else { return false }
    defer { EVP_PKEY_free(key) }
    guard let context = EVP_MD_CTX_new() else { return false }
    defer { EVP_MD_CTX_free(context) }
    return EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
      && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
  }
}
