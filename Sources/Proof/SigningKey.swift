import CCrypto

/// A private key of Ed25519, which lives in a file of its owner's and nowhere else.
public struct SigningKey: Sendable {
  /// What stands before the key in PKCS#8, RFC 8410.
  private static let head: [UInt8] = [
    0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
  ]

  private let seed: [UInt8]
  private let handle: Handle
  /// Its other half.
  public let publicKey: PublicKey

  /// A new key, of random bytes of the system's.
  ///
  /// - Throws: ``ProofFault/noKey`` where the system has none.
  public init() throws(ProofFault) {
    var seed = [UInt8](repeating: 0, count: PublicKey.size)
    guard RAND_priv_bytes(&seed, Int32(seed.count)) == 1 else { throw .noKey }
    try self.init(seed: seed)
  }

  /// Reads PEM of PKCS#8, as ``pem`` and `openssl genpkey -algorithm ed25519` write it.
  ///
  /// - Throws: ``ProofFault/noKey`` for anything else, as a key under a passphrase.
  public init(pem text: String) throws(ProofFault) {
    guard let bytes = PEM.bytes(text, "PRIVATE KEY"), bytes.starts(with: Self.head),
      bytes.count == Self.head.count + PublicKey.size
    else { throw .noKey }
    try self.init(seed: Array(bytes.dropFirst(Self.head.count)))
  }

  private init(seed: [UInt8]) throws(ProofFault) {
    self.seed = seed
    guard let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count) else {
      throw .noKey
    }
    handle = Handle(key)
    var bytes = [UInt8](repeating: 0, count: PublicKey.size)
    var count = bytes.count
    guard EVP_PKEY_get_raw_public_key(key, &bytes, &count) == 1,
      let publicKey = PublicKey(bytes.prefix(count))
    else { throw .noKey }
    self.publicKey = publicKey
  }

  /// As it is kept: PEM of PKCS#8, without a passphrase.
  public var pem: String { PEM.text(Self.head + seed, "PRIVATE KEY") }

  /// The signature of bytes, the same each time.
  public func signature(of message: [UInt8]) throws(ProofFault) -> [UInt8] {
    guard let context = EVP_MD_CTX_new() else { throw .noKey }
    defer { EVP_MD_CTX_free(context) }
    var signature = [UInt8](repeating: 0, count: PublicKey.signatureSize)
    var count = signature.count
    guard EVP_DigestSignInit(context, nil, nil, nil, handle.key) == 1,
      EVP_DigestSign(context, &signature, &count, message, message.count) == 1, count == signature.count
    else { throw .noKey }
    return signature
  }
}

/// The key as OpenSSL has it, made once: each making computes the public half anew.
///
/// Unchecked, since OpenSSL only reads a key with which it signs, from however many threads.
private final class Handle: @unchecked Sendable {
  let key: OpaquePointer

  init(_ key: OpaquePointer) { self.key = key }

  deinit { EVP_PKEY_free(key) }
}
