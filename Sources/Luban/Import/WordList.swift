import Tabular

/// The words of lists as they stand in `seed/reference/words.csv`, for what reads a file before the database
/// does.
enum WordList {
  /// The words of a language that mean the same.
  struct Line: Sendable {
    let kind: String
    let means: String
    let language: String
    let words: [String]
  }

  static let lines = Embedded.rows("seed/reference/words.csv").map { fields in
    Line(kind: fields[0], means: fields[1], language: fields[2], words: parts(fields[3]))
  }

  /// The words of a field, which semicolons part.
  static func parts(_ field: String) -> [String] { field.split(separator: ";").map(String.init) }

  /// A word in small letters, in capitals, and with a capital, each once, as bytes.
  static func forms(of word: String) -> [[UInt8]] {
    Set([word, word.uppercased(), word.prefix(1).uppercased() + word.dropFirst()]).map { Array($0.utf8) }
  }
}

extension Embedded {
  /// The rows of a table without its header; that the table is part of the binary, a test sees to.
  static func rows(_ path: String) -> [[String]] {
    Array(CSVText.rows(of: (try? file(path).text) ?? "").dropFirst())
  }
}
