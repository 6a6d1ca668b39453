import Testing

@testable import Tabular

@Suite("Faults of the text")
struct RecordFaultTests {
  @Test("a quote never closed is named where it opened")
  func unclosedQuote() throws {
    let text = "имя,note\n1,\"ok\"\nЯ,\"opened\nand never,closed\n3,4\n"
    let (error, before) = try fault(Array(text.utf8), Manner(window: 16))
    #expect(error.fault == .unclosedQuote)
    #expect(error.position == TextPosition(line: 3, byte: 4, character: 3))
    #expect(before == 1)
  }

  @Test("a closed quote is the last byte of the file")
  func closedAtEnd() throws {
    #expect(try rows("a,b\n1,\"x\"\"\"").last?.fields == ["1", "x\""])
  }

  @Test(
    "bytes that are not UTF-8 are named by line and byte, after the records before them",
    arguments: [16, 20, 64, 4096])
  func invalid(window: Int) throws {
    let bytes = Array("name\r\n\"Дина\n\"\r\nab".utf8) + [0xC3, 0x28] + Array("\r\nx\r\n".utf8)
    let (error, before) = try fault(bytes, Manner(window: window, readLimit: 5))
    // Only a window that still holds the valid text tells that the file is UTF-8 after all.
    if window >= 64 { #expect(error.fault == .undecodable(as: .utf8, looksLike: nil)) }
    #expect(error.position == TextPosition(line: 4, byte: 3, character: 3))
    #expect(before == 1)
  }

  @Test(
    "every kind of byte sequence that UTF-8 forbids is found",
    arguments: [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xC3], [0xE2, 0x82], [0xE2, 0x28, 0xA1],
      [0xF0, 0x9F, 0x98], [0xF0, 0x9F, 0x28, 0x80],
    ] as [[UInt8]])
  func invalidKinds(sequence: [UInt8]) throws {
    // At every place within a word of eight bytes, and at the end of the file.
    for offset in 0..<9 {
      let good = Array("name\n".utf8) + [UInt8](repeating: 0x61, count: offset)
      for bytes in [good + sequence, good + sequence + Array("\nlonger than a word\n".utf8)] {
        let (error, _) = try fault(bytes)
        guard case .undecodable(.utf8, _) = error.fault else {
          Issue.record("\(error) for \(sequence) at \(offset)")
          continue
        }
        #expect(error.position == TextPosition(line: 2, byte: offset + 1, character: offset + 1))
      }
    }
  }

  @Test("the edges of what UTF-8 allows are read")
  func validEdges() throws {
    let edges = "\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}"
    #expect(try rows("a\n\(edges)\n").last?.fields == [edges])
  }

  @Test("a NUL is named by line and byte", arguments: [0, 1, 7, 8, 9])
  func nul(offset: Int) throws {
    let bytes =
      Array("name\n".utf8) + [UInt8](repeating: 0x61, count: offset) + [0] + Array("bcdefghijk\n".utf8)
    let (error, _) = try fault(bytes)
    #expect(error.fault == .nul(looksLike: nil))
    #expect(error.position == TextPosition(line: 2, byte: offset + 1, character: offset + 1))
  }

  @Test("a NUL in converted text is found as well")
  func convertedNul() throws {
    let (error, _) = try fault(encoded("\u{FEFF}имя\nДи\u{0}на\n", as: "UTF-16LE"))
    #expect(error.fault == .nul(looksLike: nil))
    #expect(error.position == TextPosition(line: 2, byte: 5, character: 3))
  }

  @Test("a field over a mebibyte is named where it begins, and one of a mebibyte is read")
  func longField() throws {
    let limit = RecordScanner.fieldLimit
    let field = String(repeating: "x", count: limit)
    #expect(
      try rows("a,b\n1,\(field)\n2,\"\(field)\"\n").map { $0.fields.last?.utf8.count } == [1, limit, limit])
    let plain = try fault(Array("a,b\n1,\(field)x\n".utf8)).error
    #expect(plain.fault == .fieldTooLong(limit: limit, quoted: false))
    #expect(plain.position == TextPosition(line: 2, byte: 3, character: 3))
    let endless = String(repeating: "a,b\n", count: limit / 2)
    let quoted = try fault(Array("a,b\n1,\"x\n\(endless)".utf8)).error
    #expect(quoted.fault == .fieldTooLong(limit: limit, quoted: true))
    #expect(quoted.position == TextPosition(line: 2, byte: 3, character: 3))
  }

  @Test("a record over 16 MiB is named where it begins")
  func longRecord() throws {
    let field = String(repeating: "x", count: 1 << 19)
    let record = Array(repeating: field, count: 33).joined(separator: ",")
    let (error, before) = try fault(Array("a\n1\n\(record)\n".utf8))
    #expect(error.fault == .recordTooLong(limit: 16 << 20))
    #expect(error.position == TextPosition(line: 3, byte: 1, character: 1))
    #expect(before == 1)
  }

  @Test("more fields than a sheet has columns are refused, as many are read")
  func manyFields() throws {
    let limit = 16_384
    let full = String(repeating: ",", count: limit - 1)
    #expect(try rows("a\n\(full)\n").last?.fields.count == limit)
    let (error, _) = try fault(Array("a\n\(full),\n".utf8))
    #expect(error.fault == .tooManyFields(limit: limit))
    #expect(error.position == TextPosition(line: 2, byte: 1, character: 1))
  }
}
