import FoundationEssentials
import Support

/// A folder of a test's own, which goes with it.
final class Scratch {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "luban-proof-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(filePath: path).appending(path: name))
  }

  func write(_ publication: [(name: String, bytes: [UInt8])]) throws {
    for file in publication { try write(file.name, file.bytes) }
  }

  func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path).appending(path: name)))
  }

  func run(_ line: String) throws -> Program.Outcome { try Program.shell(line, dsn: "", folder: path) }

  /// Whether a line of shell succeeds, as one that asks for a program.
  static func has(_ line: String) -> Bool { (try? Program.shell(line, dsn: ""))?.exitCode == 0 }
}
