/// The SHA-256 of bytes that arrive in pieces (FIPS 180-4), for the provenance of a file.
///
/// Plain arithmetic in one file rather than a dependency: it keeps up with any disk it is fed from.
struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
  ]
  /// What did not fill a block of 64 bytes yet.
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  /// Takes the next bytes in.
  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var rest = bytes[...]
    if !pending.isEmpty {
      let missing = rest.prefix(64 - pending.count)
      pending.append(contentsOf: missing)
      rest = rest.dropFirst(missing.count)
      guard pending.count == 64 else { return }
      pending.withUnsafeBytes { compress($0) }
      pending.removeAll(keepingCapacity: true)
    }
    let whole = rest.count & ~63
    compress(UnsafeRawBufferPointer(rebasing: rest.prefix(whole)))
    pending.append(contentsOf: rest.dropFirst(whole))
  }

  /// The digest of all bytes so far, as 64 hexadecimal digits.
  var hexadecimal: String {
    var last = self
    let padding = [0x80] + [UInt8](repeating: 0, count: (119 - Int(length % 64)) % 64)
    let bits = (0..<8).map { UInt8(truncatingIfNeeded: (length &* 8) >> (56 - 8 * $0)) }
    (padding + bits).withUnsafeBytes { last.update($0) }
    return last.state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private mutating func compress(_ blocks: UnsafeRawBufferPointer) {
    guard let first = blocks.baseAddress else { return }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 16) { schedule in
      Self.constants.withUnsafeBufferPointer { constants in
        state.withUnsafeMutableBufferPointer { state in
          guard let w = schedule.baseAddress, let k = constants.baseAddress, let s = state.baseAddress
          else { return }
          for offset in stride(from: 0, to: blocks.count, by: 64) {
            Self.takeBlock(first + offset, w, k, s)
          }
        }
      }
    }
  }

  /// The eight working variables.
  private struct Registers {
    var a, b, c, d, e, f, g, h: UInt32
  }

  /// Takes one block into the state.
  @inline(__always)
  private static func takeBlock(
    _ block: UnsafeRawPointer, _ w: UnsafeMutablePointer<UInt32>, _ k: UnsafePointer<UInt32>,
    _ state: UnsafeMutablePointer<UInt32>
  ) {
    for i in 0..<16 {
      w[i] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: 4 &* i, as: UInt32.self))
    }
    var s = Registers(
      a: state[0], b: state[1], c: state[2], d: state[3], e: state[4], f: state[5], g: state[6], h: state[7])
    sixteenRounds(&s, w, k, expanding: false)
    for i in stride(from: 16, to: 64, by: 16) { sixteenRounds(&s, w, k + i, expanding: true) }
    state[0] &+= s.a
    state[1] &+= s.b
    state[2] &+= s.c
    state[3] &+= s.d
    state[4] &+= s.e
    state[5] &+= s.f
    state[6] &+= s.g
    state[7] &+= s.h
  }

  /// Sixteen rounds, written out: the variables come back to their own names, so none is moved,
  /// and every place in the schedule is a constant.
  @inline(__always)
  private static func sixteenRounds(
    _ s: inout Registers, _ w: UnsafeMutablePointer<UInt32>, _ k: UnsafePointer<UInt32>, expanding: Bool
  ) {
    round(s.a, s.b, s.c, &s.d, s.e, s.f, s.g, &s.h, k[0] &+ word(0, w, expanding))
    round(s.h, s.a, s.b, &s.c, s.d, s.e, s.f, &s.g, k[1] &+ word(1, w, expanding))
    round(s.g, s.h, s.a, &s.b, s.c, s.d, s.e, &s.f, k[2] &+ word(2, w, expanding))
    round(s.f, s.g, s.h, &s.a, s.b, s.c, s.d, &s.e, k[3] &+ word(3, w, expanding))
    round(s.e, s.f, s.g, &s.h, s.a, s.b, s.c, &s.d, k[4] &+ word(4, w, expanding))
    round(s.d, s.e, s.f, &s.g, s.h, s.a, s.b, &s.c, k[5] &+ word(5, w, expanding))
    round(s.c, s.d, s.e, &s.f, s.g, s.h, s.a, &s.b, k[6] &+ word(6, w, expanding))
    round(s.b, s.c, s.d, &s.e, s.f, s.g, s.h, &s.a, k[7] &+ word(7, w, expanding))
    round(s.a, s.b, s.c, &s.d, s.e, s.f, s.g, &s.h, k[8] &+ word(8, w, expanding))
    round(s.h, s.a, s.b, &s.c, s.d, s.e, s.f, &s.g, k[9] &+ word(9, w, expanding))
    round(s.g, s.h, s.a, &s.b, s.c, s.d, s.e, &s.f, k[10] &+ word(10, w, expanding))
    round(s.f, s.g, s.h, &s.a, s.b, s.c, s.d, &s.e, k[11] &+ word(11, w, expanding))
    round(s.e, s.f, s.g, &s.h, s.a, s.b, s.c, &s.d, k[12] &+ word(12, w, expanding))
    round(s.d, s.e, s.f, &s.g, s.h, s.a, s.b, &s.c, k[13] &+ word(13, w, expanding))
    round(s.c, s.d, s.e, &s.f, s.g, s.h, s.a, &s.b, k[14] &+ word(14, w, expanding))
    round(s.b, s.c, s.d, &s.e, s.f, s.g, s.h, &s.a, k[15] &+ word(15, w, expanding))
  }

  /// The schedule's word for a round; after the first sixteen it replaces the one sixteen rounds before.
  @inline(__always)
  private static func word(_ i: Int, _ w: UnsafeMutablePointer<UInt32>, _ expanding: Bool) -> UInt32 {
    guard expanding else { return w[i] }
    let (x, y) = (w[(i &+ 1) & 15], w[(i &+ 14) & 15])
    let s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x &>> 3)
    let s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y &>> 10)
    w[i] &+= s0 &+ w[(i &+ 9) & 15] &+ s1
    return w[i]
  }

  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
    _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ input: UInt32
  ) {
    let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    let t1 = h &+ s1 &+ (g ^ (e & (f ^ g))) &+ input
    let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    d &+= t1
    h = t1 &+ s0 &+ (b ^ ((a ^ b) & (b ^ c)))
  }

  @inline(__always)
  private static func rotate(_ x: UInt32, _ n: UInt32) -> UInt32 {
    (x &>> n) | (x &<< (32 &- n))
  }

  private static let constants: [UInt32] = [
    0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
    0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
    0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
    0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
    0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
    0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
    0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
    0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
  ]
}
