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

/// Which column of a file holds which declared column.
///
/// ```swift
/// let mapping = try HeaderMapping(header, to: columns, explicit: ["Фамилия=family_name"])
/// let index = mapping.indices[0]  // of columns[0] in a record; nil when the file has no such column
/// ```
/// Names and aliases match by ``Header/normalizedKey(_:)``. An explicit map wins over a match.
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
    var matcher = HeaderMatcher(header: header, columns: columns)
    for map in explicit { matcher.apply(map) }
    matcher.matchRest()
    matcher.findMissing()
    guard matcher.problems.isEmpty else { throw HeaderMappingError(problems: matcher.problems) }
    indices = matcher.indices
    unknown = header.names.indices.filter { !matcher.indices.contains($0) }
  }
}

extension HeaderMapping {
  /// The declared columns that some of the names stand for, whatever is wrong with the others.
  public static func columns(
    _ columns: [DeclaredColumn], in names: [String], explicit: [String] = []
  ) -> [DeclaredColumn] {
    var matcher = HeaderMatcher(header: Header(names: names, line: 1, raw: ""), columns: columns)
    for map in explicit { matcher.apply(map) }
    matcher.matchRest()
    return zip(columns, matcher.indices).filter { $1 != nil }.map(\.0)
  }
}

/// The work of mapping: collects indices and problems.
private struct HeaderMatcher {
  let header: Header
  let columns: [DeclaredColumn]
  /// The declared column for each key of a name or alias; a name wins over an alias of another.
  let columnForKey: [String: Int]
  let headerForKey: [String: Int]
  var indices: [Int?]
  var explicitColumns: Set<Int> = []
  var problems: [HeaderMappingError.Problem] = []

  init(header: Header, columns: [DeclaredColumn]) {
    self.header = header
    self.columns = columns
    indices = columns.map { _ in nil }
    let names = columns.enumerated().map { (Header.normalizedKey($1.name), $0) }
    let aliases = columns.enumerated().flatMap { index, column in
      column.aliases.map { (Header.normalizedKey($0), index) }
    }
    columnForKey = Dictionary(names + aliases) { first, _ in first }
    headerForKey = Dictionary(header.names.enumerated().map { (Header.normalizedKey($1), $0) }) { first, _ in
      first
    }
  }

  /// Takes one map of a header to a column.
  ///
  /// The last `=` divides: a header may contain one, a column does not.
  mutating func apply(_ map: String) {
    guard let divider = map.lastIndex(of: "=") else { return problems.append(.malformedMap(map)) }
    let name = String(map[..<divider]).trimmed
    let target = String(map[map.index(after: divider)...]).trimmed
    let index = header.names.firstIndex(of: name) ?? headerForKey[Header.normalizedKey(name)]
    let column = columnForKey[Header.normalizedKey(target)]
    if column == nil {
      problems.append(.unknownColumn(target, nearest: nearest(target, in: columns.map(\.name))))
    }
    if index == nil { problems.append(.unknownHeader(name, nearest: nearest(name, in: header.names))) }
    guard let index, let column else { return }
    if let other = indices[column] {
      problems.append(
        .doubleColumn(columns[column].name, first: header.names[other], second: header.names[index]))
    } else if let other = indices.firstIndex(of: index) {
      problems.append(.doubleHeader(name, first: columns[other].name, second: columns[column].name))
    } else {
      indices[column] = index
      explicitColumns.insert(column)
    }
  }

  /// Matches the headers not mapped yet by name and alias.
  mutating func matchRest() {
    for (index, name) in header.names.enumerated() where !indices.contains(index) {
      guard let column = columnForKey[Header.normalizedKey(name)], !explicitColumns.contains(column)
      else { continue }
      if let other = indices[column] {
        problems.append(.doubleColumn(columns[column].name, first: header.names[other], second: name))
      } else {
        indices[column] = index
      }
    }
  }

  /// Notes the required columns no header stands for, each with the unused header that comes nearest.
  mutating func findMissing() {
    let unused = header.names.enumerated().filter { !indices.contains($0.offset) }.map(\.element)
    for (index, column) in columns.enumerated() where column.required && indices[index] == nil {
      let near = ([column.name] + column.aliases).lazy.compactMap { nearest($0, in: unused) }.first
      problems.append(.missingColumn(column.name, nearest: near))
    }
  }
}
