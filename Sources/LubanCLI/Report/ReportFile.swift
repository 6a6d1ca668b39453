import FoundationEssentials
import Glibc
import Luban
import Messages
import Tabular

/// A file of a report that was written once, with its manifest.
struct ReportFile {
  let path: String
  let manifest: ReportManifest
  /// How many lines its manifest takes at its beginning.
  private let headerLines: Int
  /// The SHA-256 of what the manifest has that of.
  private let sha256: String

  /// Where the manifest of a file stands that has none within it.
  static func manifest(beside path: String) -> String { path + ".manifest.json" }

  /// Reads the manifest of a file, and hashes what it is of.
  ///
  /// - Throws: ``ReportFault/noManifest(file:)``, `ReadingError`.
  init(_ path: String) throws {
    self.path = path
    let bytes = try Self.bytes(of: path)
    if !bytes.isEmpty, let sha256 = try SheetNames.sha256(ofFirstIn: path) {
      guard let manifest = try Self.manifest(ofWorkbook: path) else {
        throw ReportFault.noManifest(file: path)
      }
      (self.manifest, self.sha256, headerLines) = (manifest, sha256, 0)
      return
    }
    if let header = ReportHeader.read(bytes) {
      (manifest, headerLines) = (header.manifest, header.lines)
      sha256 = SHA256.hexadecimal(of: header.rest)
    } else {
      guard let beside = try? Self.bytes(of: Self.manifest(beside: path)),
        let manifest = try? JSONDecoder().decode(ReportManifest.self, from: beside)
      else { throw ReportFault.noManifest(file: path) }
      (self.manifest, headerLines) = (manifest, 0)
      sha256 = SHA256.hexadecimal(of: bytes)
    }
  }

  /// All of a file.
  static func bytes(of path: String) throws -> Data {
    if let bytes = FileManager.default.contents(atPath: path) { return bytes }
    // Which says why it can't be read.
    _ = try ByteSource(path: path)
    throw ReportFault.noManifest(file: path)
  }

  private static func manifest(ofWorkbook path: String) throws -> ReportManifest? {
    guard let sheets = try SheetNames.visible(in: path), let last = sheets.last, sheets.count > 1 else {
      return nil
    }
    let reader = try RecordReader(ByteSource(path: path), table: TableChoice(sheet: last, headerLine: 1))
    var lines: [String: String] = [:]
    try reader.forEach { record in
      if record.fieldCount > 1 { lines[record.string(at: 0)] = record.string(at: 1) }
    }
    return ReportManifest(lines: lines)
  }

  /// Makes it anew, and tells in what the two differ; nothing where they are the same.
  ///
  /// - Parameter knownAt: as known at another time than it was.
  func differences(
    by office: Office, on connection: ConnectionOptions, knownAt: String? = nil
  ) async throws -> [Message] {
    let here = try await office.schema.begunAt().iso
    guard manifest.database == here else {
      throw ReportFault.otherDatabase(file: path, since: manifest.database, here: here)
    }
    let words = ReportLine.words(of: manifest.command) ?? []
    let line = try await ReportFault.at("\(path), made by \(manifest.madeBy)", in: words) {
      try await ReportLine(words, by: office, on: connection)
    }
    let form = line.command.listing.chosenFormat
    return try await Self.withFile(of: form) { place in
      let making = try await line.making(
        to: place, usually: .init(knownAt: knownAt, isForAll: knownAt != nil))
      let anew = try await line.write(making)
      if sha256 == manifest.sha256, anew.sha256 == manifest.sha256 {
        let others = knownAt == nil ? manifest.differences(from: anew) : []
        return others.isEmpty
          ? [] : ["its manifest was changed since it was written: \(others.joined(separator: ", "))."]
      }
      var told: [Message] = []
      if sha256 != manifest.sha256 { told.append("it was changed since it was written.") }
      if anew.sha256 != manifest.sha256 {
        told.append(ReportFault.other(madeBy: manifest.madeBy, knownAt: knownAt.map { _ in anew.knownAt }))
      }
      // What a page shows is no table that could be read: the same report as CSV tells where it differs.
      if line.command.listing.isPage { return told }
      let delimiter = line.command.listing.spreadsheet.separator
      let made = try ReportFile(place).rows(form, delimiter)
      guard let written = try? rows(form, delimiter) else { return told + ["its rows can't be read."] }
      return told + written.differences(from: made, keys: making.order)
    }
  }

  private func rows(_ form: OutputFormat, _ delimiter: Delimiter?) throws -> ReportRows {
    try ReportRows(path, form, delimiter, manifest.columns, from: headerLines + 1)
  }

  /// The place of a file that is made anew, gone at the end.
  private static func withFile<Value>(
    of form: OutputFormat, _ work: (_ place: String) async throws -> Value
  ) async throws -> Value {
    var path = Array(((getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp") + "/luban-XXXXXX").utf8CString)
    guard mkdtemp(&path) != nil else { throw WritingError(file: "TMPDIR", fault: .missingFolder) }
    let folder = String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await work("\(folder)/anew.\(form.rawValue)")
  }
}
