import Glibc
import Testing

@testable import Tabular

@Suite("Files that change while they are read")
struct ChangedFileTests {
  let scratch: Scratch
  let path: String

  init() throws {
    scratch = try Scratch()
    path = try scratch.file(Array(String(repeating: "a,b\n", count: 200_000).utf8))
  }

  /// Reads half, lets `change` happen, and reads the rest.
  func read(_ change: () throws -> Void) throws {
    let reader = try RecordReader(ByteSource(path: path))
    for _ in 0..<100 { _ = try reader.next() }
    try change()
    try reader.forEach { _ in }
  }

  @Test("by appending are refused at the end")
  func appended() throws {
    let error = try #require(throws: ReadingError.self) { try read { try scratch.append([0x61], to: path) } }
    #expect(error.fault == .changed)
  }

  @Test("by touching are refused at the end")
  func touched() throws {
    let error = try #require(throws: ReadingError.self) {
      try read {
        var times = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 1, tv_nsec: 0)]
        try #require(utimensat(AT_FDCWD, path, &times, 0) == 0)
      }
    }
    #expect(error.fault == .changed)
  }

  @Test("by cutting off are refused at the end")
  func cutOff() throws {
    let error = try #require(throws: ReadingError.self) {
      try read { try #require(truncate(path, 500_000) == 0) }
    }
    #expect(error.fault == .changed)
  }

  @Test("by replacing are refused at the end, though the open file is whole")
  func replaced() throws {
    let error = try #require(throws: ReadingError.self) {
      try read {
        let other = try scratch.file([0x61], named: "other.csv")
        try #require(rename(other, path) == 0)
      }
    }
    #expect(error.fault == .changed)
  }

  @Test("and those that do not are read")
  func unchanged() throws {
    try read {}
  }
}
