import FoundationEssentials
import Support

/// A file of the repository, as the tests of the house read it.
struct SourceFile: Sendable, CustomStringConvertible {
  /// Path from the top of the repository.
  let path: String
  let text: String

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  var description: String { path }

  /// The files below a folder with one of the endings, in the order of their paths.
  static func all(in folder: String, ending endings: String...) throws -> [SourceFile] {
    let root = Program.repository + "/" + folder
    return try FileManager.default.subpathsOfDirectory(atPath: root)
      .filter { path in endings.contains { path.hasSuffix($0) } }.sorted()
      .map { path in
        SourceFile(
          path: folder + "/" + path, text: try String(contentsOfFile: root + "/" + path, encoding: .utf8))
      }
  }
}

extension String {
  /// What the first group of a pattern finds, everywhere in the text.
  func matches(_ pattern: String) throws -> [String] {
    let regex = try Regex(pattern)
    return self.matches(of: regex).compactMap {
      $0.output.count > 1 ? $0.output[1].substring.map(String.init) : nil
    }
  }
}
