import Messages
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
  /// Its columns with all headers they are known by: those it names itself, those that Luban writes, and the
  /// words of all lists that are not the words of another of its columns too.
  public var declared: [DeclaredColumn] {
    let named = columns.map { $0.aliases + Heading.all(of: $0.name, in: name) }
    let own = Set(zip(columns, named).flatMap { [$0.name] + $1 }.map(Header.normalizedKey))
    let listed = columns.map { column in
      HeaderWords.words(for: column.name).map { (word: $0, key: Header.normalizedKey($0)) }
    }
    var owners: [String: Set<String>] = [:]
    for (column, words) in zip(columns, listed) {
      for (_, key) in words { owners[key, default: []].insert(column.name) }
    }
    return zip(columns, zip(named, listed)).map { column, names in
      let others = names.1.filter { !own.contains($0.key) && owners[$0.key]?.count == 1 }
      return DeclaredColumn(column.name, aliases: names.0 + others.map(\.word))
    }
  }
}
