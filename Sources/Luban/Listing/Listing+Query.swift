import Postgres
import Tabular

extension Listing {
  /// The columns a page shows.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for a column the listing does not have.
  public func columns(of page: Page) throws -> [Column] {
    guard let names = page.columns else { return columns }
    return try names.map(column)
  }

  private func column(named name: String) throws -> Column {
    guard let found = columns.first(where: { $0.name == name }) else {
      throw LubanError.notFound(
        noun: "column", code: name, nearest: nearest(name, in: columns.map(\.name), atMost: 3),
        actions: [Action("columns")])
    }
    return found
  }

  /// The query of a page.
  ///
  /// Rows behind a key are found by comparing with that row, so that a page stays where it is when rows are
  /// added before it.
  ///
  /// - Parameter format: how its rows leave Luban; `nil` as they are.
  func query(_ page: Page, on day: Day = .today, as format: RowFormat? = nil) throws -> SQL {
    let body = body(day)
    let keys = try sortKeys(page)
    let wanted = try columns(of: page).map { column -> SQL in
      let value = shown(column.name, as: format)
      return page.isForExcel
        ? "harmless(\(fragment: value)::text) as \(identifier: column.name)"
        : "\(fragment: value) as \(identifier: column.name)"
    }
    var sql: SQL = "select \(fragment: .joined(wanted, separator: ", ")) from (\(fragment: body)) listing"
    if let after = page.after, let key = order.last {
      let isBehind = SQL.joined(keys.indices.map { Self.isBehind(keys, upTo: $0) }, separator: " or ")
      sql = """
        with listing as (\(fragment: body)), mark as (select * from listing
          where \(identifier: key)::text = \(after))
        select \(fragment: .joined(wanted, separator: ", "))
        from listing, mark where \(fragment: isBehind)
        """
    }
    let order = keys.map { key -> SQL in
      key.isFalling
        ? "listing.\(identifier: key.name) desc nulls first"
        : "listing.\(identifier: key.name) asc nulls last"
    }
    sql = "\(fragment: sql) order by \(fragment: .joined(order, separator: ", "))"
    if let limit = page.limit { sql = "\(fragment: sql) limit \(limit)" }
    return sql
  }

  /// A value; one that is not told, as the format has it.
  private func shown(_ name: String, as format: RowFormat?) -> SQL {
    let value: SQL = "listing.\(identifier: name)"
    guard withheld.contains(name), let format else { return value }
    switch format {
    case .csv: return "report.shown(\(fragment: value))"
    case .jsonLines: return "report.shown_in_json(\(fragment: value))"
    }
  }

  private struct SortKey {
    let name: String
    let isFalling: Bool
  }

  private func sortKeys(_ page: Page) throws -> [SortKey] {
    var keys = try page.sort.map { word in
      let isFalling = word.hasPrefix("-")
      return SortKey(
        name: try column(named: isFalling ? String(word.dropFirst()) : word).name, isFalling: isFalling)
    }
    let given = Set(keys.map(\.name))
    keys += order.filter { !given.contains($0) }.map { SortKey(name: $0, isFalling: false) }
    return keys
  }

  /// Equal in the keys before, behind in this one.
  ///
  /// Nulls stand last, in falling order first.
  private static func isBehind(_ keys: [SortKey], upTo last: Int) -> SQL {
    let equal = keys[..<last].map { key -> SQL in
      "listing.\(identifier: key.name) is not distinct from mark.\(identifier: key.name)"
    }
    let name = keys[last].name
    let behind: SQL =
      keys[last].isFalling
      ? """
      (listing.\(identifier: name) < mark.\(identifier: name)
        or mark.\(identifier: name) is null and listing.\(identifier: name) is not null)
      """
      : """
      (listing.\(identifier: name) > mark.\(identifier: name)
        or mark.\(identifier: name) is not null and listing.\(identifier: name) is null)
      """
    return "(\(fragment: .joined(equal + [behind], separator: " and ")))"
  }
}
