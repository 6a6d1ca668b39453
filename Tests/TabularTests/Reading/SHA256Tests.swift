import Testing

@testable import Tabular

@Suite("SHA-256")
struct SHA256Tests {
  func digest(_ bytes: [UInt8], piece: Int = .max) -> String {
    var hash = SHA256()
    var rest = bytes[...]
    while !rest.isEmpty {
      rest.prefix(piece).withUnsafeBytes { hash.update($0) }
      rest = rest.dropFirst(piece)
    }
    return hash.hexadecimal
  }

  @Test(
    "agrees with the examples of FIPS 180-4",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func examples(text: String, expected: String) {
    #expect(digest(Array(text.utf8)) == expected)
  }

  @Test("agrees with sha256sum at every length around a block, in pieces of any size")
  func lengths() throws {
    let scratch = try Scratch()
    let bytes = (0..<200).map { UInt8($0 * 31 % 251) }
    for length in Array(50...70) + [119, 120, 127, 128, 129, 200] {
      let part = Array(bytes.prefix(length))
      let path = try scratch.file(part)
      let expected = try String(decoding: output(of: "sha256sum < \(path)").prefix(64), as: UTF8.self)
      for piece in [1, 7, 63, 64, 65, 200] { #expect(digest(part, piece: piece) == expected) }
    }
  }

  @Test("can be asked for on the way, and goes on")
  func running() {
    var hash = SHA256()
    "a".withCString { hash.update(UnsafeRawBufferPointer(start: $0, count: 1)) }
    _ = hash.hexadecimal
    "bc".withCString { hash.update(UnsafeRawBufferPointer(start: $0, count: 2)) }
    #expect(hash.hexadecimal == digest(Array("abc".utf8)))
  }
}
