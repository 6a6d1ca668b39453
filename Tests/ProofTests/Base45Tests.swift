import Proof
import Testing

@Suite("Base45")
struct Base45Tests {
  @Test(
    "the examples of RFC 9285",
    arguments: [("AB", "BB8"), ("Hello!!", "%69 VD92EX0"), ("base-45", "UJCLQE7W581"), ("ietf!", "QED8WEX0")])
  func examples(plain: String, text: String) {
    #expect(Base45.text(plain.utf8) == text)
    #expect(Base45.bytes(text) == Array(plain.utf8))
  }

  @Test("what was written is read again, of every length, and never ends in a blank")
  func roundTrip() {
    for length in 0...600 {
      for filling in [UInt8?.none, 0, 255] {
        let bytes = (0..<length).map { _ in filling ?? UInt8.random(in: 0...255) }
        let text = Base45.text(bytes)
        #expect(text.utf8.count == length / 2 * 3 + length % 2 * 2)
        #expect(text.last != " ")
        #expect(Base45.bytes(text) == bytes)
      }
    }
  }

  @Test("a text has one meaning or none: what is read is written the same")
  func oneMeaning() {
    let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:ab\n,é")
    for _ in 0..<20_000 {
      let text = String((0..<Int.random(in: 0...9)).compactMap { _ in letters.randomElement() })
      if let bytes = Base45.bytes(text) { #expect(Base45.text(bytes) == text) }
    }
  }

  @Test(
    "what no bytes are written as is refused",
    arguments: ["A", "AAAA", "GGW", ":::", "::", "U6", "ab", "A,B"])
  func refused(text: String) { #expect(Base45.bytes(text) == nil) }
}
