import Glibc
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

@Suite("JSON as text")
struct JSONTextTests {
  @Test("quotes strings, escaping only what must be")
  func quoted() {
    #expect(JSONText.quoted("Анна \"Nick\" \\ 王") == #""Анна \"Nick\" \\ 王""#)
    #expect(JSONText.quoted("a\nb\r\tc\u{1}\u{1F}\u{7F}") == "\"a\\nb\\r\\tc\\u0001\\u001f\u{7F}\"")
    #expect(JSONText.quoted("\r\n") == #""\r\n""#)
    #expect(JSONText.quoted("") == "\"\"")
  }

  @Test("is laid out with its order kept and its strings untouched")
  func pretty() {
    let json = #"{"b": 1.50,"a":[1,{"x":"{[,: \"\\"},[],{}],"я" : null }"#
    #expect(
      JSONText.pretty(json) == """
        {
          "b": 1.50,
          "a": [
            1,
            {
              "x": "{[,: \\"\\\\"
            },
            [],
            {}
          ],
          "я": null
        }
        """)
  }

  @Test(
    "is laid out the same when it is laid out already",
    arguments: ["[]", "{}", "3", "\"a b\"", "[1,[2,{\"a\":3}]]"])
  func stable(json: String) {
    let once = JSONText.pretty(json)
    #expect(JSONText.pretty(once) == once)
    #expect(once.filter { !$0.isWhitespace } == json.filter { !$0.isWhitespace })
  }
}

@Suite("Output to a descriptor")
struct ByteSinkTests {
  init() {
    signal(SIGPIPE, SIG_IGN)
  }

  @Test("is whole, whatever the size of the pieces", arguments: [1, 1000, 65_535, 65_536, 65_537, 200_000])
  func pieces(size: Int) throws {
    let piece = (0..<size).map { UInt8(truncatingIfNeeded: $0 % 251) }
    let count = max(3, 200_000 / size)
    let bytes = try written { sink in
      for _ in 0..<count { try sink.write(piece) }
      #expect(sink.bytesWritten == size * count)
    }
    #expect(bytes.count == size * count)
    #expect(bytes == Array(repeatElement(piece, count: count).joined()))
  }

  @Test("to a pipe nobody reads is an error of its own")
  func closedPipe() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let sink = ByteSink(descriptor: ends[1], name: "standard output")
    try sink.write("x")
    let error = try #require(throws: WritingError.self) { try sink.flush() }
    #expect(error == WritingError(file: "standard output", fault: .closedPipe))
  }

  @Test("to a full disk is an error that says so")
  func fullDisk() throws {
    let descriptor = open("/dev/full", O_WRONLY)
    defer { close(descriptor) }
    let sink = ByteSink(descriptor: descriptor, name: "full.csv")
    try sink.write(lines: ["a", "b"])
    let error = try #require(throws: WritingError.self) { try sink.flush() }
    #expect(error.fault == .noSpace)
    #expect(error.description == "full.csv: no space is left; free some and run the command again")
  }

  @Test("to a descriptor that cannot be written tells the system's reason")
  func otherFailure() throws {
    let descriptor = open("/dev/null", O_RDONLY)
    defer { close(descriptor) }
    let sink = ByteSink(descriptor: descriptor, name: "output")
    let large = [UInt8](repeating: 0x61, count: 100_000)
    let error = try #require(throws: WritingError.self) { try sink.write(large) }
    #expect(error.fault == .failed(reason: "Bad file descriptor"))
  }

  @Test("waits for a reader when the pipe is non-blocking")
  func nonBlocking() async throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let (reading, writing) = (ends[0], ends[1])
    try #require(fcntl(writing, F_SETFL, O_NONBLOCK) == 0)
    let reader = Task.detached { contents(of: reading).count }
    let sink = ByteSink(descriptor: writing, name: "output")
    try sink.write([UInt8](repeating: 0x61, count: 1_000_000))
    try sink.flush()
    close(writing)
    #expect(await reader.value == 1_000_000)
    close(reading)
  }
}

@Suite("Output to a file")
struct OutputFileTests {
  let scratch: Scratch
  let path: String

  init() throws {
    scratch = try Scratch()
    path = scratch.folder + "/out.csv"
  }

  @Test("appears whole on commit")
  func commit() throws {
    let file = try OutputFile(path: path)
    try file.sink.write("a\n")
    #expect(scratch.names == ["out.csv.part"])
    try file.commit()
    #expect(scratch.names == ["out.csv"])
    #expect(try contents(of: path) == Array("a\n".utf8))
  }

  @Test("without a commit leaves what was there")
  func discarded() throws {
    _ = try scratch.file(Array("old".utf8), named: "out.csv")
    do {
      let file = try OutputFile(path: path)
      try file.sink.write(lines: ["new"])
      try file.sink.flush()
      #expect(scratch.names == ["out.csv", "out.csv.part"])
    }
    #expect(scratch.names == ["out.csv"])
    #expect(try contents(of: path) == Array("old".utf8))
  }

  @Test("replaces what was there and keeps its permissions")
  func replaced() throws {
    _ = try scratch.file(Array("old and long".utf8), named: "out.csv")
    chmod(path, 0o600)
    let file = try OutputFile(path: path)
    try file.sink.write("new")
    try file.commit()
    #expect(try contents(of: path) == Array("new".utf8))
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test("takes over what a crash left, but not what another is writing")
  func takenOver() throws {
    _ = try scratch.file(Array("left by a crash".utf8), named: "out.csv.part")
    let file = try OutputFile(path: path)
    let error = try #require(throws: WritingError.self) { _ = try OutputFile(path: path) }
    #expect(error == WritingError(file: path, fault: .busy))
    try file.sink.write("mine")
    try file.commit()
    #expect(try contents(of: path) == Array("mine".utf8))
    let next = try OutputFile(path: path)
    next.discard()
    #expect(scratch.names == ["out.csv"])
  }

  @Test("follows a link to the file it names")
  func link() throws {
    let target = try scratch.file([], named: "target.csv")
    try #require(symlink(target, path) == 0)
    let file = try OutputFile(path: path)
    try file.sink.write("x")
    try file.commit()
    var status = stat()
    #expect(lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(try contents(of: target) == [0x78])
  }

  @Test("goes straight to a device")
  func device() throws {
    let file = try OutputFile(path: "/dev/full")
    try file.sink.write("x")
    let error = try #require(throws: WritingError.self) { try file.commit() }
    #expect(error == WritingError(file: "/dev/full", fault: .noSpace))
  }

  @Test("is refused for a folder and below a missing folder")
  func refused() throws {
    let folder = try #require(throws: WritingError.self) { _ = try OutputFile(path: scratch.folder) }
    #expect(folder.fault == .folder)
    let missing = try #require(throws: WritingError.self) { _ = try OutputFile(path: path + "/none/out.csv") }
    #expect(missing.fault == .missingFolder)
  }
}
