import Glibc
import Testing

@testable import Tabular

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
