import CCrypto
import FoundationEssentials

/// Keys as text that every program for keys reads, RFC 7468.
enum PEM {
  /// Bytes between their two lines; a key of Ed25519 fits one line of 64.
  static func text(_ bytes: [UInt8], _ label: String) -> String {
    "-----BEGIN \(label)-----\n\(Data(bytes).base64EncodedString())\n-----END \(label)-----\n"
  }

  /// The bytes between the lines of a label; `nil` where there are none.
  static func bytes(_ text: String, _ label: String) -> [UInt8]? {
    let lines = text.split { $0.isNewline }.map { $0.trimming(while: \.isWhitespace) }
    guard let begin = lines.firstIndex(of: "-----BEGIN \(label)-----"),
      let end = lines.firstIndex(of: "-----END \(label)-----"), begin < end
    else { return nil }
    return Data(base64Encoded: lines[(begin + 1)..<end].joined()).map(Array.init)
  }
}

/// SHA-256, and how digests are written.
enum Digest {
  static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256(bytes, bytes.count, &digest)
    return digest
  }

  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}

extension String.SubSequence {
  func trimming(while isOutside: (Character) -> Bool) -> Substring {
    var rest = self
    while let first = rest.first, isOutside(first) { rest.removeFirst() }
    while let last = rest.last, isOutside(last) { rest.removeLast() }
    return rest
  }
}
