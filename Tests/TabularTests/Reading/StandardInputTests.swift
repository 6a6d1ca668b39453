import Glibc
import Testing

@testable import Tabular

@Suite("Standard input", .serialized)
struct StandardInputTests {
  /// Puts `descriptor` in the place of standard input during `body`.
  func withStandardInput<R>(_ descriptor: Int32, _ body: () throws -> R) throws -> R {
    let saved = dup(STDIN_FILENO)
    try #require(dup2(descriptor, STDIN_FILENO) == STDIN_FILENO)
    defer {
      if saved >= 0 {
        dup2(saved, STDIN_FILENO)
        close(saved)
      } else {
        close(STDIN_FILENO)
      }
    }
    return try body()
  }

  @Test("is read from a pipe, for the name -")
  func piped() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { close(ends[0]) }
    #expect(write(ends[1], "a,b\n1,2\n", 8) == 8)
    close(ends[1])
    try withStandardInput(ends[0]) {
      let reader = try RecordReader(ByteSource(path: "-"))
      #expect(reader.source.name == "standard input")
      try reader.forEach { _ in }
      #expect(reader.recordCount == 2)
    }
  }

  @Test("is read from a file, whose size is known, and stays open")
  func redirected() throws {
    let scratch = try Scratch()
    let descriptor = try open(scratch.file(Array("a\n1\n".utf8)), O_RDONLY)
    defer { close(descriptor) }
    try withStandardInput(descriptor) {
      let source = try ByteSource(path: "-")
      #expect(source.size == 4)
      #expect(fcntl(STDIN_FILENO, F_GETFD) >= 0)
    }
  }

  @Test("that is a terminal, a device or a folder is refused")
  func refused() throws {
    let cases: [(String, ReadingError.Fault)] = [
      ("/dev/ptmx", .terminal), ("/dev/zero", .device), ("/tmp", .folder),
    ]
    for (path, fault) in cases {
      let descriptor = open(path, O_RDONLY | O_NOCTTY)
      try #require(descriptor >= 0)
      defer { close(descriptor) }
      let error = try withStandardInput(descriptor) { try openingError("-") }
      #expect(error == ReadingError(file: "standard input", fault: fault))
    }
  }
}
