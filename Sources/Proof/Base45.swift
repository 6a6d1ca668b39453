/// Bytes as text of the 45 characters that a QR code holds in its alphanumeric mode, RFC 9285.
///
/// Two bytes are three characters, a last one two. Such a text never ends in a blank: what surrounds it when
/// it is copied can be cut off.
public enum Base45 {
  private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8)

  private static let values: [UInt8: Int] = Dictionary(
    uniqueKeysWithValues: alphabet.enumerated().map { ($0.element, $0.offset) })

  /// The text of bytes.
  public static func text(_ bytes: some Collection<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 3 / 2 + 1) { text in
      var (rest, end) = (bytes[...], 0)
      func write(_ digit: Int) {
        text[end] = alphabet[digit]
        end += 1
      }
      while let first = rest.popFirst() {
        let second = rest.popFirst()
        let value = second.map { Int(first) << 8 | Int($0) } ?? Int(first)
        write(value % 45)
        write(value / 45 % 45)
        if second != nil { write(value / 2025) }
      }
      return end
    }
  }

  /// The bytes of a text; `nil` where it is none that ``text(_:)`` writes.
  public static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    bytes.reserveCapacity(rest.count * 2 / 3)
    while let first = rest.popFirst() {
      guard let low = values[first], let second = rest.popFirst(), let middle = values[second] else {
        return nil
      }
      let pair = low + 45 * middle
      if let third = rest.popFirst() {
        guard let high = values[third], let value = UInt16(exactly: pair + 2025 * high) else { return nil }
        bytes += [UInt8(value >> 8), UInt8(value & 255)]
      } else {
        guard let value = UInt8(exactly: pair) else { return nil }
        bytes.append(value)
      }
    }
    return bytes
  }
}
