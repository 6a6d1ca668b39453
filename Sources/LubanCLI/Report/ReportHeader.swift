import FoundationEssentials
import Luban
import Tabular

/// The manifest at the beginning of a file: lines of CSV that begin with `#`, a line of JSON, or a comment of
/// a page, which nobody sees.
///
/// Behind it stands what the file is without it, to the byte.
enum ReportHeader {
  case csv, json, jsonl, html, md

  /// That of a form; `nil` of one that has its manifest elsewhere.
  init?(_ format: OutputFormat) {
    switch format {
    case .csv: self = .csv
    case .json: self = .json
    case .jsonl: self = .jsonl
    case .html: self = .html
    case .md: self = .md
    case .table, .xlsx, .pdf: return nil
    }
  }

  private static let jsonStart = #"{"manifest":"#
  private static let jsonRows = #","rows":"#
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let comment = PageComment(label: "luban-manifest")

  /// Writes a manifest, and behind it the rows.
  func write(_ manifest: ReportManifest, before rows: ScratchOutput, to output: ByteSink) throws {
    switch self {
    case .csv:
      // A byte order mark is one only as the first thing of a file.
      let hasMark = try rows.begins(with: Self.mark)
      if hasMark { try output.write(Self.mark) }
      for line in manifest.lines { try output.write("# \(line.name): \(line.value)\r\n") }
      try rows.copy(from: hasMark ? Self.mark.count : 0, to: output)
    case .json:
      try output.write(Self.jsonStart + manifest.json(onOneLine: true) + Self.jsonRows + "\n")
      try rows.copy(from: 0, to: output)
      try output.write("}\n")
    case .jsonl:
      try output.write(Self.jsonStart + manifest.json(onOneLine: true) + "}\n")
      try rows.copy(from: 0, to: output)
    case .html:
      try output.write(PageComment.doctype + Self.comment.line(of: manifest))
      try rows.copy(from: PageComment.doctype.utf8.count, to: output)
    case .md:
      try output.write(Self.comment.line(of: manifest))
      try rows.copy(from: 0, to: output)
    }
  }

  /// The manifest with which a file begins, how many lines that takes, and the file without it; `nil` where
  /// it begins with none.
  static func read(_ bytes: Data) -> (manifest: ReportManifest, lines: Int, rest: Data)? {
    let mark = bytes.starts(with: mark) ? Data(mark) : Data()
    var rest = bytes.dropFirst(mark.count)
    if let line = rest.line, line.starts(with: jsonStart.utf8) {
      let isArray = String(decoding: line, as: UTF8.self).hasSuffix(jsonRows)
      let object = isArray ? line.dropLast(jsonRows.utf8.count) + "}".utf8 : line
      struct Within: Decodable { let manifest: ReportManifest }
      guard let within = try? JSONDecoder().decode(Within.self, from: object) else { return nil }
      rest = rest.dropFirst(line.count + 1)
      if isArray { rest = rest.dropLast("}\n".utf8.count) }
      return (within.manifest, 1, rest)
    }
    if let (manifest, rest) = comment.read(ReportManifest.self, from: rest) { return (manifest, 1, rest) }
    var lines: [String: String] = [:]
    while let line = rest.line, line.starts(with: "# ".utf8) {
      let text = String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
      let parts = text.dropFirst(2).split(separator: ": ", maxSplits: 1, omittingEmptySubsequences: false)
      lines[String(parts[0])] = parts.count == 2 ? String(parts[1]) : ""
      rest = rest.dropFirst(line.count + 1)
    }
    return ReportManifest(lines: lines).map { ($0, lines.count, mark + rest) }
  }
}

extension Data {
  /// The first line, without its line feed; `nil` where there is none.
  var line: Data? { firstIndex(of: UInt8(ascii: "\n")).map { self[..<$0] } }
}
