import Postgres
import Tabular

/// What values of a file mean that no vocabulary knows, as `nationality:Узб=UZ`: said by whoever sends it, or
/// kept in a small file of a school with the columns column, value and means.
struct ValueMaps {
  private struct Map {
    let column: ImportColumn
    let value: String
    let means: String
    var told: String { shellQuoted("\(column.name):\(value)=\(means)") }
  }

  private let maps: [Map]

  /// Reads what the request says; refuses what names no column of the form.
  init(_ request: ImportRequest, form: ImportForm, keys: ColumnKeys) throws {
    var said: [(column: String, value: String, means: String)] = try request.mapValues.map { text in
      guard let colon = text.firstIndex(of: ":"), let equals = text.lastIndex(of: "="), colon < equals else {
        throw LubanError.usage(
          "What a value means is written column:value=meaning, not \(shellQuoted(text)).")
      }
      return (
        String(text[..<colon]), String(text[text.index(after: colon)..<equals]),
        String(text[text.index(after: equals)...])
      )
    }
    if let path = request.mapValuesFile { said += try Self.read(path) }
    maps = try said.map { column, value, means in
      let found = keys.found(in: [column]).first
      guard let found = form.columns.first(where: { $0.name == found?.name }) else {
        throw LubanError.notFound(
          noun: "column of such a file called", code: column,
          nearest: nearest(column, in: form.columns.map(\.name), atMost: 3),
          actions: [Action("import.template")])
      }
      return Map(column: found, value: value.trimmedWords, means: means.trimmedWords)
    }
  }

  private static func read(_ path: String) throws -> [(column: String, value: String, means: String)] {
    let reader = try RecordReader(try ByteSource(path: path))
    let columns = ["column", "value", "means"].map { DeclaredColumn($0, required: true) }
    let positions = try HeaderMapping(try reader.readHeader(), to: columns).indices.compactMap(\.self)
    var rows: [(column: String, value: String, means: String)] = []
    try reader.forEach { record in
      if record.isBlank { return }
      guard (positions.max() ?? 0) < record.fieldCount else {
        throw LubanError.invalidData(
          "\(path): line \(record.line) has not the columns column, value and means.")
      }
      rows.append(
        (record.string(at: positions[0]), record.string(at: positions[1]), record.string(at: positions[2])))
    }
    return rows
  }

  /// Writes what the values mean into the lines, before anything reads them; each different value is compared
  /// once.
  ///
  /// - Returns: what met no value.
  /// - Throws: ``LubanError/usage(_:)`` for a meaning that is no word of its column.
  func apply(_ tx: Transaction, has: (String) -> Bool) throws -> [ImportNote] {
    if maps.isEmpty { return [] }
    try tx.execute(
      """
      create temp table value_map on commit drop as
      select * from unnest(\(maps.map(\.column.name)), \(maps.map { $0.column.words }), \(maps.map(\.value)),
        \(maps.map(\.means))) with ordinality m (name, kind, value, means, nth)
      """)
    let strange = try tx.rows(
      """
      select nth, (select string_agg(distinct w.means, ', ') from word w
        where w.kind = m.kind and m.kind <> 'country')
      from value_map m where kind is not null and meaning(kind, means) is null order by nth
      """, as: (Int.self, String?.self))
    if let (nth, words) = strange.first {
      let map = maps[nth - 1]
      throw LubanError.usage(
        words.map {
          "\(map.told): \(map.means) is no word of the column \(map.column.name), which are \($0)."
        }
          ?? "\(map.told): \(map.means) is no word of the column \(map.column.name).")
    }
    var columns: [String] = []
    for map in maps where has(map.column.name) && !columns.contains(map.column.name) {
      columns.append(map.column.name)
    }
    if !columns.isEmpty {
      let values = columns.map { "select distinct \($0), \(identifier: $0) from stage" as SQL }
      try tx.execute(
        """
        create temp table mapped on commit drop as
        select distinct on (f.name, f.raw) f.name, f.raw, m.means, m.nth
        from (\(fragment: .joined(values, separator: " union "))) f (name, raw)
        join value_map m on m.name = f.name
          and (m.value = f.raw or fold_word(m.value) = fold_word(f.raw) and fold_word(f.raw) <> '')
        order by f.name, f.raw, m.nth
        """)
      let assignments = columns.map { column -> SQL in
        """
        \(identifier: column) = coalesce((
          select means from mapped where (name, raw) = (\(column), s.\(identifier: column))),
          s.\(identifier: column))
        """
      }
      let conditions = columns.map { column -> SQL in
        "s.\(identifier: column) in (select raw from mapped where name = \(column))"
      }
      try tx.execute(
        """
        update stage s set \(fragment: .joined(assignments, separator: ", "))
        where \(fragment: .joined(conditions, separator: " or "))
        """)
    }
    let met = columns.isEmpty ? [] : try tx.rows("select distinct nth from mapped", as: Int.self)
    return maps.indices.filter { !met.contains($0 + 1) }.map { index in
      ImportNote(
        note: "\(maps[index].told) met no value of the file", count: 0, lines: [], values: [])
    }
  }
}

extension String {
  /// Without blanks at its ends.
  fileprivate var trimmedWords: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
