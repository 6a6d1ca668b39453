import ArgumentParser
import Luban
import Tabular

/// Where a page goes: HTML to stdout or a file, or PDF where Chromium is installed.
struct PageOutput: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("File, ending in .html or .pdf; HTML to stdout without it.", valueName: "file"),
    completion: .file())
  var output: String?

  func validate() throws {
    if let output, !output.hasSuffix(".html"), !output.hasSuffix(".pdf") {
      throw ValidationError(saying: "--output ends in .html or .pdf.")
    }
  }

  /// Writes a page, and says where.
  func write(_ page: String) throws { try Self.write(page, to: output) }

  /// Writes a page to a file of a name, or to stdout, and says where.
  static func write(_ page: String, to output: String?) throws {
    if let output, output.hasSuffix(".pdf") {
      let pdf = try Browser.pdfs(of: [page])
      let file = try OutputFile(path: output)
      try pdf.first?.withUnsafeBytes { try file.sink.write($0) }
      try file.commit()
    } else {
      let file = try output.map { try OutputFile(path: $0) }
      let sink = file?.sink ?? .standardOutput()
      try sink.write(page)
      try sink.flush()
      try file?.commit()
    }
    if let output { Talk.say("Wrote \(output).") }
  }
}
