/// A column that a caller can read, as it may be named in a file.
public struct DeclaredColumn: Equatable, Sendable {
  /// The column's own name.
  public let name: String
  /// Other names it goes by, in any language.
  public let aliases: [String]
  /// Whether a file must have it.
  public let required: Bool

  /// Declares a column.
  public init(_ name: String, aliases: [String] = [], required: Bool = false) {
    self.name = name
    self.aliases = aliases
    self.required = required
  }
}

/// The names by which declared columns are found, compared once for all rows that may be a header.
public struct ColumnKeys: Sendable {
  let columns: [DeclaredColumn]
  /// The declared column for each key of a name or alias; a name wins over an alias of another.
  private let columnForKey: [String: Int]
  /// The same for keys whose letters look alike.
  private let columnForSkeleton: [String: Int]

  /// The keys of some columns.
  public init(_ columns: [DeclaredColumn]) {
    self.columns = columns
    let names = columns.enumerated().map { (Header.normalizedKey($1.name), $0) }
    let aliases = columns.enumerated().flatMap { index, column in
      column.aliases.map { (Header.normalizedKey($0), index) }
    }
    columnForKey = Dictionary(names + aliases) { first, _ in first }
    columnForSkeleton = Dictionary(columnForKey.map { (Header.skeleton($0), $1) }) { min($0, $1) }
  }

  /// The column that has this name or alias, but for case, width, accents, punctuation, and letters that look
  /// alike.
  func column(_ name: String) -> Int? {
    let key = Header.normalizedKey(name)
    return columnForKey[key] ?? columnForSkeleton[Header.skeleton(key)]
  }

  /// The column that a name means beside remarks, or in two languages, as in `Пол (м/ж)`, `姓名 Name`.
  func columnMeant(by name: String) -> Int? {
    let parts = Header.parts(of: name).map(column)
    guard let first = parts.first, parts.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// The declared columns that some of the names stand for, whatever is wrong with the others.
  public func found(in names: [String], explicit: [String] = []) -> [DeclaredColumn] {
    var matcher = HeaderMatcher(names: names, keys: self)
    for map in explicit { matcher.apply(map) }
    matcher.matchRest()
    return zip(columns, matcher.indices).filter { $1 != nil }.map(\.0)
  }
}

/// Which column of a file holds which declared column.
///
/// ```swift
/// let mapping = try HeaderMapping(header, to: columns, explicit: ["Фамилия=family_name"])
/// let index = mapping.indices[0]  // of columns[0] in a record; nil when the file has no such column
/// ```
/// Names and aliases match by ``Header/normalizedKey(_:)``, else without remarks in brackets or twice in two
/// languages. An explicit map wins over a match.
public struct HeaderMapping: Equatable, Sendable {
  /// For each declared column, in their order, its index in the file's records; nil when the file lacks it.
  public let indices: [Int?]
  /// The indices of the file's columns that nothing declared stands for: ignored, kept for refused records.
  public let unknown: [Int]

  /// Maps a header's names to declared columns; `explicit` holds `header=column`.
  ///
  /// Throws ``HeaderMappingError`` with everything that is wrong, so that it can be put right at once.
  public init(
    _ header: Header, to columns: [DeclaredColumn], explicit: [String] = []
  ) throws(HeaderMappingError) {
    try self.init(header, to: ColumnKeys(columns), explicit: explicit)
  }

  /// The same by keys that were made before.
  public init(_ header: Header, to keys: ColumnKeys, explicit: [String] = []) throws(HeaderMappingError) {
    var matcher = HeaderMatcher(names: header.names, keys: keys)
    for map in explicit { matcher.apply(map) }
    matcher.matchRest()
    matcher.findMissing()
    guard matcher.problems.isEmpty else { throw HeaderMappingError(problems: matcher.problems) }
    indices = matcher.indices
    unknown = header.names.indices.filter { !header.names[$0].isEmpty && !matcher.indices.contains($0) }
  }
}

/// The work of mapping: collects indices and problems.
private struct HeaderMatcher {
  let names: [String]
  let keys: ColumnKeys
  let headerForKey: [String: Int]
  var indices: [Int?]
  var explicitColumns: Set<Int> = []
  var problems: [HeaderMappingError.Problem] = []

  init(names: [String], keys: ColumnKeys) {
    self.names = names
    self.keys = keys
    indices = keys.columns.map { _ in nil }
    headerForKey = Dictionary(names.enumerated().map { (Header.normalizedKey($1), $0) }) { first, _ in first }
  }

  private var columns: [DeclaredColumn] { keys.columns }

  /// Takes one map of a header to a column.
  ///
  /// The last `=` divides: a header may contain one, a column does not.
  mutating func apply(_ map: String) {
    guard let divider = map.lastIndex(of: "=") else { return problems.append(.malformedMap(map)) }
    let name = String(map[..<divider]).trimmed
    let target = String(map[map.index(after: divider)...]).trimmed
    let index = names.firstIndex(of: name) ?? headerForKey[Header.normalizedKey(name)]
    let column = keys.column(target)
    if column == nil {
      problems.append(.unknownColumn(target, nearest: nearest(target, in: columns.map(\.name))))
    }
    if index == nil { problems.append(.unknownHeader(name, nearest: nearest(name, in: names))) }
    guard let index, let column else { return }
    if let other = indices[column] {
      problems.append(
        .doubleColumn(columns[column].name, first: names[other], second: names[index]))
    } else if let other = indices.firstIndex(of: index) {
      problems.append(.doubleHeader(name, first: columns[other].name, second: columns[column].name))
    } else {
      indices[column] = index
      explicitColumns.insert(column)
    }
  }

  /// Matches the headers not mapped yet by name and alias, then those that mean a column beside remarks:
  /// where two such could be one column, neither is taken.
  mutating func matchRest() {
    for (index, name) in names.enumerated() where !name.isEmpty && !indices.contains(index) {
      guard let column = keys.column(name), !explicitColumns.contains(column) else { continue }
      if let other = indices[column] {
        problems.append(.doubleColumn(columns[column].name, first: names[other], second: name))
      } else {
        indices[column] = index
      }
    }
    var meant: [Int: [Int]] = [:]
    for (index, name) in names.enumerated() where !name.isEmpty && !indices.contains(index) {
      if let column = keys.columnMeant(by: name), indices[column] == nil {
        meant[column, default: []].append(index)
      }
    }
    for (column, headers) in meant where headers.count == 1 { indices[column] = headers[0] }
  }

  /// Notes the required columns no header stands for, each with the unused header that comes nearest.
  mutating func findMissing() {
    let unused = names.enumerated().filter { !$1.isEmpty && !indices.contains($0) }.map(\.element)
    for (index, column) in columns.enumerated() where column.required && indices[index] == nil {
      let near = ([column.name] + column.aliases).lazy.compactMap { nearest($0, in: unused) }.first
      problems.append(.missingColumn(column.name, nearest: near))
    }
  }
}
