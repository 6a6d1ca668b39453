import CCrypto

/// The SHA-256 of bytes that arrive in pieces, for the provenance of a file.
public struct SHA256: Sendable {
  private var state = SHA256_CTX()

  init() { SHA256_Init(&state) }

  /// That of bytes, as 64 hexadecimal digits.
  public static func hexadecimal(of bytes: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    Array(bytes).withUnsafeBytes { hash.update($0) }
    return hash.hexadecimal
  }

  /// Takes the next bytes in.
  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    SHA256_Update(&state, bytes.baseAddress, bytes.count)
  }

  /// The digest of all bytes so far, as 64 hexadecimal digits.
  var hexadecimal: String {
    var last = state
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256_Final(&digest, &last)
    return digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
