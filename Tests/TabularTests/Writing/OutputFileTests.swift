import Glibc
import Testing

@testable import Tabular

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
