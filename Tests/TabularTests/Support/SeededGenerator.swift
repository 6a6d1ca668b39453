import Glibc

/// A generator of random numbers (SplitMix64) that a printed seed makes repeatable: `SEED=… swift test`.
struct SeededGenerator: RandomNumberGenerator {
  let seed: UInt64
  private var state: UInt64

  init() {
    let given = getenv("SEED").flatMap { UInt64(String(cString: $0)) }
    self.init(seed: given ?? .random(in: 0...UInt64(UInt32.max)))
  }

  init(seed: UInt64) {
    self.seed = seed
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
