import Tabular

/// What columns are called in the lists of offices, in all languages, whatever the list is of.
public enum HeaderWords {
  /// The words for a column of this name.
  public static func words(for column: String) -> [String] { all[column] ?? [] }

  /// The columns that have words, in the order of their list.
  public static let columns: [String] = rows.map(\.column).reduce(into: []) { columns, column in
    if columns.last != column, !columns.contains(column) { columns.append(column) }
  }

  private static let all = Dictionary(grouping: rows, by: \.column).mapValues { $0.flatMap(\.words) }

  /// The lines of the list, each a column, a language, and words.
  static let rows: [(column: String, words: [String])] = {
    // It is part of the binary, as a test sees to.
    let text = (try? Embedded.file("seed/import/headers.csv").text) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
      return (String(fields[0]), fields.last.map { $0.split(separator: ";").map(String.init) } ?? [])
    }
  }()
}

extension ImportForm {
  /// Its columns with all headers they are known by: those it names itself, and the words of all lists that
  /// are not the words of another of its columns too.
  public var declared: [DeclaredColumn] {
    let own = Set(columns.flatMap { [$0.name] + $0.aliases }.map(Header.normalizedKey))
    var owners: [String: Set<String>] = [:]
    for column in columns {
      for word in HeaderWords.words(for: column.name) {
        owners[Header.normalizedKey(word), default: []].insert(column.name)
      }
    }
    return columns.map { column in
      let words = HeaderWords.words(for: column.name).filter { word in
        let key = Header.normalizedKey(word)
        return !own.contains(key) && owners[key]?.count == 1
      }
      return DeclaredColumn(column.name, aliases: column.aliases + words)
    }
  }
}
