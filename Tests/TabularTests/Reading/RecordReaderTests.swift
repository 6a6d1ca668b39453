import Testing

@testable import Tabular

@Suite("Records")
struct RecordReaderTests {
  @Test("have their fields without quotes, and the physical line they begin on")
  func lines() throws {
    let text = "name,note\r\nAnna,\"two\r\nlines and \"\"quotes\"\"\"\r\n\"Иван\",x\r\n"
    let read = try rows(text)
    #expect(
      read.map(\.fields) == [["name", "note"], ["Anna", "two\r\nlines and \"quotes\""], ["Иван", "x"]])
    #expect(read.map(\.line) == [1, 2, 4])
    #expect(read.map(\.raw)[1] == "Anna,\"two\r\nlines and \"\"quotes\"\"\"")
    #expect(read.map(\.raw)[2] == "\"Иван\",x")
  }

  @Test("end in CRLF, LF or CR, and the last may have no end", arguments: ["\r\n", "\n", "\r"])
  func lineEnds(lineEnd: String) throws {
    for window in [16, 17, 18, 19, 256] {
      let text = "a,b\(lineEnd)1,\"x\(lineEnd)y\"\(lineEnd)\(lineEnd)2,22\(lineEnd)3,33"
      let read = try rows(text, Manner(window: window, readLimit: 3))
      #expect(read.map(\.fields) == [["a", "b"], ["1", "x\(lineEnd)y"], [""], ["2", "22"], ["3", "33"]])
      #expect(read.map(\.line) == [1, 2, 4, 5, 6])
      #expect(try rows(text + lineEnd, Manner(window: window)) == read)
    }
  }

  @Test("may have any number of fields: the caller compares with the header")
  func ragged() throws {
    let read = try rows("a,b,c\n1,2\n1,2,3,4\n,,\n")
    #expect(read.map(\.fields.count) == [3, 2, 4, 3])
  }

  @Test("are blank when all fields are empty, also at the end of the file")
  func blanks() throws {
    let read = try rows("a;b\n;\n\"\";\n\nx;\n\n\n")
    #expect(read.map(\.isBlank) == [false, true, true, true, false, true, true])
    #expect(read.map(\.line) == [1, 2, 3, 4, 5, 6, 7])
    #expect(read[1].fields == ["", ""])
    #expect(read[3].fields == [""])
  }

  @Test("take a quote within an unquoted field as a letter")
  func quoteWithin() throws {
    let read = try rows("a,b\n5\" disk,x\n 'q',\"y\"\n")
    #expect(read.map(\.fields) == [["a", "b"], ["5\" disk", "x"], [" 'q'", "y"]])
    #expect(read.allSatisfy { $0.textAfterQuote == nil })
  }

  @Test("tell of text after a closing quote, and only that record is at fault")
  func textAfterQuote() throws {
    let read = try rows("a,b\n1,\"Anna \"Nick\" B\"\n\"x\" ,\"y\"\"\"z\n3,4\n")
    #expect(read.map(\.textAfterQuote) == [nil, 1, 0, nil])
    #expect(read[1].fields == ["1", "Anna Nick\" B\""])
    #expect(read[2].fields == ["x ", "y\"z"])
    #expect(read[3].fields == ["3", "4"])
  }

  @Test("may be longer than the window, which then grows")
  func longRecords() throws {
    let long = String(repeating: "слово ", count: 10_000)
    let read = try rows("a,b\n\(long),\"\(long)\n\"\nx,y\n", Manner(window: 32))
    #expect(read.map(\.fields) == [["a", "b"], [long, long + "\n"], ["x", "y"]])
    #expect(read.map(\.line) == [1, 2, 4])
  }

  @Test("are counted, and the reader stays at the end")
  func count() throws {
    try withReader(Array("a\n1\n2\n".utf8)) { reader in
      #expect(try reader.readHeader().names == ["a"])
      try reader.forEach { _ in }
      #expect(reader.recordCount == 3)
      let isAtEnd = try reader.next() == nil
      #expect(isAtEnd)
    }
  }

  @Test("pass on what the caller throws, and can be read on after it")
  func callerThrows() throws {
    struct Enough: Error {}
    try withReader(Array("a\n1\n2\n3\n".utf8)) { reader in
      _ = try reader.readHeader()
      #expect(throws: Enough.self) { try reader.forEach { _ in throw Enough() } }
      var rest: [String] = []
      try reader.forEach { rest.append($0.string(at: 0)) }
      #expect(rest == ["2", "3"])
    }
  }
}
