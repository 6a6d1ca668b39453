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
  static let rows = Embedded.rows("seed/import/headers.csv").map { fields in
    (column: fields[0], words: WordList.parts(fields[2]))
  }
}

extension ImportForm {
  /// Its columns with all headers they are known by: those it names itself, and the words of all lists that
  /// are not the words of another of its columns too.
  public var declared: [DeclaredColumn] {
    let own = Set(columns.flatMap { [$0.name] + $0.aliases }.map(Header.normalizedKey))
    let listed = columns.map { column in
      HeaderWords.words(for: column.name).map { (word: $0, key: Header.normalizedKey($0)) }
    }
    var owners: [String: Set<String>] = [:]
    for (column, words) in zip(columns, listed) {
      for (_, key) in words { owners[key, default: []].insert(column.name) }
    }
    return zip(columns, listed).map { column, words in
      let others = words.filter { !own.contains($0.key) && owners[$0.key]?.count == 1 }
      return DeclaredColumn(column.name, aliases: column.aliases + others.map(\.word))
    }
  }
}
