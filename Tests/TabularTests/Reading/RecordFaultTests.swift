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
    "bytes that are not UTF-8 are lost to their field, and nothing else is", arguments: [32, 40, 64, 4096])
  func invalid(window: Int) throws {
    let bytes = Array("name,имя\r\n\"Дина\n\",Ё\r\nab".utf8) + [0xC3, 0x28] + Array(",Ж\r\nx,Я\r\n".utf8)
    let read = try rows(bytes, Manner(window: window, readLimit: 5))
    #expect(read.map(\.fields) == [["name", "имя"], ["Дина\n", "Ё"], ["ab\u{FFFD}(", "Ж"], ["x", "Я"]])
    #expect(read.map(\.lost) == [[], [], [0], []])
    #expect(read.map(\.line) == [1, 2, 4, 5])
    #expect(read[2].raw == "ab\u{FFFD}(,Ж")
  }

  @Test(
    "every kind of byte sequence that UTF-8 forbids is lost",
    arguments: [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xC3], [0xE2, 0x82],
      [0xF0, 0x9F, 0x98], [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], [0x00], [0xEF, 0xBF, 0xBD],
    ] as [[UInt8]])
  func invalidKinds(sequence: [UInt8]) throws {
    // At every place within a word of eight bytes, and at the end of the file.
    for offset in 0..<9 {
      let before = String(repeating: "a", count: offset)
      let good = Array("\u{FEFF}name\n\(before)".utf8)
      for rest in ["", "\nlonger than a word\n"] {
        let read = try rows(good + sequence + Array(rest.utf8))
        #expect(read[1].fields == [before + "\u{FFFD}"])
        #expect(read.map(\.lost) == (rest.isEmpty ? [[], [0]] : [[], [0], []]))
      }
    }
  }

  @Test("a field with doubled quotes shows what it lost as well")
  func quoted() throws {
    let read = try rows(Array("\u{FEFF}a,b\n\"x\"\"".utf8) + [0xFF] + Array("\",y\nz,w\n".utf8))
    #expect(read.map(\.fields) == [["a", "b"], ["x\"\u{FFFD}", "y"], ["z", "w"]])
    #expect(read.map(\.lost) == [[], [0], []])
  }

  @Test("a header that lost characters is refused, for no column is known by it")
  func header() throws {
    let error = try fault(Array("имя,го".utf8) + [0xFF] + Array("род\nАнна,Ташкент\n".utf8)).error
    #expect(error.fault == .lostCharacters(as: .utf8))
  }

  @Test("the edges of what UTF-8 allows are read")
  func validEdges() throws {
    let edges = "\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}"
    #expect(try rows("a\n\(edges)\n").last?.fields == [edges])
  }

  @Test("a NUL in converted text is lost as well")
  func convertedNul() throws {
    let read = try rows(encoded("\u{FEFF}имя\nДи\u{0}на\nЯ\n", as: "UTF-16LE"))
    #expect(read.map(\.fields) == [["имя"], ["Ди\u{FFFD}на"], ["Я"]])
    #expect(read.map(\.lost) == [[], [0], []])
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
