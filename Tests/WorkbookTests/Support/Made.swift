import Foundation
import Glibc
import Testing

@testable import Tabular

/// Workbooks for the tests: made once a run by openpyxl and XlsxWriter, and some that LibreOffice has saved.
enum Made {
  private static let folder: Result<String, any Error> = Result {
    var template = Array("/tmp/luban-workbooks-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    for script in ["people.py", "traps.py"] {
      let process = Process()
      // Not the first on the path, which may lack the modules that .ci/setup installs.
      process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
      process.arguments = ["\(source)/Makers/\(script)", folder]
      try process.run()
      process.waitUntilExit()
      try #require(
        process.terminationStatus == 0, "python3-openpyxl and python3-xlsxwriter are needed: make setup")
    }
    return folder
  }

  private static let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The path of a workbook made by one of the scripts.
  static func path(_ name: String) throws -> String {
    try folder.get() + "/" + (name.contains(".") ? name : name + ".xlsx")
  }

  /// The path of a workbook saved by LibreOffice.
  static func committed(_ name: String) -> String { "\(source)/Committed/\(name)" }
}

/// What was read of a file: the header, and each line with its number.
struct Read: Equatable {
  var names: [String]
  var lines: [Line]

  struct Line: Equatable, CustomStringConvertible {
    var line: Int
    var fields: [String]

    init(_ line: Int, _ fields: String...) {
      self.line = line
      self.fields = fields
    }

    var description: String { "\(line): \(fields)" }
  }

  /// The first field of every line.
  var first: [String] { lines.map { $0.fields.first ?? "" } }
}

/// Reads a file as an import does; the header is the first row unless `names` tell another.
func read(
  _ path: String, sheet: String? = nil, header names: Set<String> = []
) throws -> Read {
  let choice = TableChoice(sheet: sheet) { row in
    let count = names.isEmpty ? 0 : row.count(where: names.contains)
    return HeaderFit(needs: count, columns: count)
  }
  let reader = try RecordReader(ByteSource(path: path), table: choice)
  var result = Read(names: try reader.readHeader().names, lines: [])
  try reader.forEach { record in
    var line = Read.Line(record.line)
    line.fields = (0..<record.fieldCount).map { record.string(at: $0) }
    result.lines.append(line)
  }
  return result
}

/// The error that a file is refused with.
func refusal(_ path: String, sheet: String? = nil, header: Set<String> = []) throws -> ReadingError {
  try #require(throws: ReadingError.self) { _ = try read(path, sheet: sheet, header: header) }
}

/// The exit code of a line of shell.
func shell(_ line: String) -> Int32 { system(line) }

/// All bytes of a file.
func contents(_ path: String) throws -> [UInt8] {
  try Array(Data(contentsOf: URL(fileURLWithPath: path)))
}

/// Writes bytes to a file.
func write(_ bytes: [UInt8], _ path: String) throws {
  try Data(bytes).write(to: URL(fileURLWithPath: path))
}
