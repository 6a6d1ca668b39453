import FoundationEssentials
import Proof

/// A folder of published files, for as long as it is read.
enum Published {
  static func trust(_ files: [(name: String, bytes: [UInt8])]) throws -> Trust {
    let folder = FileManager.default.temporaryDirectory.appending(path: "luban-trust-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in files { try Data(file.bytes).write(to: folder.appending(path: file.name)) }
    return try Trust(folder: folder.path)
  }
}
