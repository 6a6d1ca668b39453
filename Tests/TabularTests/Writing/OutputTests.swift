import Testing

@testable import Tabular

@Suite("Rows of COPY")
struct OutputTests {
  @Test("of CSV end in CRLF, and only their own line end is changed")
  func csv() throws {
    let text = try writtenText { sink in
      let csv = try CSVOutput(sink)
      for row in ["a,b\n", "1,\"two\nlines\"\n", "2,\r\n", "3,none"] {
        try withRow(row) { try csv.write(row: $0) }
      }
    }
    #expect(text == "a,b\r\n1,\"two\nlines\"\r\n2,\r\r\n3,none\r\n")
  }

  @Test("of CSV for Excel follow a byte order mark")
  func excel() throws {
    let bytes = try written { sink in
      let csv = try CSVOutput(sink, byteOrderMark: true)
      try withRow("имя\n") { try csv.write(row: $0) }
    }
    #expect(bytes == [0xEF, 0xBB, 0xBF] + Array("имя\r\n".utf8))
  }

  @Test("of JSON stand on a line each")
  func jsonLines() throws {
    let text = try writtenText { sink in
      let output = JSONLinesOutput(sink)
      for row in ["{\"a\":1}\n", "{\"a\":2}"] { try withRow(row) { try output.write(row: $0) } }
    }
    #expect(text == "{\"a\":1}\n{\"a\":2}\n")
  }

  @Test("of JSON make an array, empty without rows", arguments: [0, 1, 3])
  func jsonArray(count: Int) throws {
    let text = try writtenText { sink in
      var output = JSONArrayOutput(sink)
      for row in 0..<count { try withRow("{\"a\":\(row)}\n") { try output.write(row: $0) } }
      try output.finish()
    }
    let expected = [
      0: "[]\n", 1: "[\n  {\"a\":0}\n]\n", 3: "[\n  {\"a\":0},\n  {\"a\":1},\n  {\"a\":2}\n]\n",
    ]
    #expect(text == expected[count])
  }
}
