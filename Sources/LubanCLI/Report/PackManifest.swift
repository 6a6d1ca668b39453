import FoundationEssentials
import Luban
import Tabular

/// What a folder of reports is: its files, with the SHA-256 of each and the command that made it.
struct PackManifest: Codable {
  /// Its name in the folder.
  static let name = "manifest.json"

  let database: String
  let madeBy: String
  private(set) var files: [File] = []

  struct File: Codable {
    let name: String
    /// Empty until the folder is complete.
    var sha256 = ""
    /// The command that makes it; `nil` of a manifest.
    var command: String?
  }

  private enum CodingKeys: String, CodingKey {
    case database, files
    case madeBy = "made_by"
  }

  init(database: String, madeBy: String) { (self.database, self.madeBy) = (database, madeBy) }

  /// Reads that of a folder.
  ///
  /// - Throws: ``ReportFault/noPack(_:)``.
  init(in folder: String) throws {
    guard let bytes = try? ReportFile.bytes(of: "\(folder)/\(Self.name)"),
      let pack = try? JSONDecoder().decode(PackManifest.self, from: bytes)
    else { throw ReportFault.noPack(folder) }
    self = pack
  }

  /// Adds a report that was written.
  mutating func add(_ name: String, _ manifest: ReportManifest) {
    files.append(File(name: name, command: manifest.command))
  }

  /// Writes it beside the files, with what else stands there.
  ///
  /// - Returns: its own SHA-256.
  func write(in folder: String) throws -> String {
    var pack = self
    let commands = Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.command) })
    pack.files = try OutputFolder.names(in: folder).map { name in
      File(name: name, sha256: try Self.sha256(of: "\(folder)/\(name)"), command: commands[name] ?? nil)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let file = try OutputFile(path: "\(folder)/\(Self.name)")
    file.sink.beginHash()
    try file.sink.write(String(decoding: try encoder.encode(pack), as: UTF8.self) + "\n")
    try file.commit()
    return file.sink.sha256 ?? ""
  }

  /// The SHA-256 of a file.
  static func sha256(of path: String) throws -> String {
    SHA256.hexadecimal(of: try ReportFile.bytes(of: path))
  }
}
