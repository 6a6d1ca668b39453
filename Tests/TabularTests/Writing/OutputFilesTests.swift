import FoundationEssentials
import Tabular
import Testing

@Suite("Files that appear together")
struct OutputFilesTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "luban-files-\(UUID().uuidString)")

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func write(_ text: String, _ names: String...) throws {
    try OutputFiles.write(names.map { ($0, Array(text.utf8)) }, to: folder.path)
  }

  @Test("all are written, and written again, and nothing is left beside them")
  func all() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    for round in ["one", "two"] {
      try write(round, "a", "b")
      #expect(try text("a") == round && text("b") == round)
      #expect(try names() == ["a", "b"])
    }
  }

  @Test("where one can't be written, all stay as they were")
  func none() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("one", "a", "b")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "c"), withIntermediateDirectories: false)
    #expect(throws: WritingError(file: "\(folder.path)/c", fault: .folder)) {
      try write("two", "a", "b", "c")
    }
    #expect(try text("a") == "one" && text("b") == "one")
    #expect(try names() == ["a", "b", "c"])
  }

  @Test("a folder that is made for them goes with them, and is not made below one that is missing")
  func newFolder() throws {
    #expect(throws: WritingError(file: "\(folder.path)/a/b", fault: .missingFolder)) {
      try write("x", "c", "a/b")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path))
    #expect(throws: WritingError(file: "\(folder.path)/none", fault: .missingFolder)) {
      try OutputFiles.write([], to: "\(folder.path)/none")
    }
  }
}
