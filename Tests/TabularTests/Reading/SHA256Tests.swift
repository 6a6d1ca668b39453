import Testing

@testable import Tabular

@Suite("SHA-256")
struct SHA256Tests {
  @Test("agrees with the example of FIPS 180-4, can be asked for on the way, and goes on")
  func running() {
    var hash = SHA256()
    #expect(hash.hexadecimal == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    "a".withCString { hash.update(UnsafeRawBufferPointer(start: $0, count: 1)) }
    _ = hash.hexadecimal
    "bc".withCString { hash.update(UnsafeRawBufferPointer(start: $0, count: 2)) }
    #expect(hash.hexadecimal == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
