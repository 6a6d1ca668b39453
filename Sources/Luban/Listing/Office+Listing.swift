import Postgres
import Tabular

/// How the rows of a listing leave Luban.
public enum RowFormat: Sendable {
  /// CSV with a header line, rows ended by a line feed.
  case csv
  /// One JSON object a row.
  case jsonLines
}

extension Office {
  /// The rows of a page as texts, with their columns.
  ///
  /// Nothing that runs to thousands of rows should be read so.
  public func table(
    of listing: Listing, _ page: Page = Page()
  ) async throws -> (columns: [Column], rows: [[String?]]) {
    let columns = try listing.columns(of: page)
    return try await read(for: listing) { tx in
      let (types, rows) = try tx.table(
        tx.query(listing, page), isLast: listing.functions.isEmpty && listing.codes.isEmpty)
      if rows.isEmpty { try tx.findAll(listing.codes) }
      let told = listing.withheld.isEmpty ? rows : rows.map { $0.map { $0 == "NaN" ? "[c]" : $0 } }
      return (zip(columns, types).map { $0.ofType($1) }, told)
    }
  }

  /// The rows of a page as texts.
  public func rows(of listing: Listing, _ page: Page = Page()) async throws -> [[String?]] {
    try await table(of: listing, page).rows
  }

  /// The columns of a page, laid out as the types of their values have it.
  public func columns(of listing: Listing, _ page: Page = Page()) async throws -> [Column] {
    var none = page
    (none.limit, none.isForExcel) = (0, false)
    return try await table(of: listing, none).columns
  }

  /// The day for which a listing is asked; `nil` where it is of no day.
  public func askedDay(of listing: Listing) async throws -> Day? {
    guard let asked = listing.day else { return nil }
    return try await read { try $0.day(asked) }
  }

  /// Streams the rows of a page as PostgreSQL writes them: one call a row, whose bytes must not be kept.
  ///
  /// - Returns: the number of rows.
  @discardableResult
  public func copy(
    _ listing: Listing, _ page: Page = Page(), as format: RowFormat, delimiter: Delimiter = .comma,
    to sink: @Sendable (UnsafeRawBufferPointer) throws -> Void
  ) async throws -> Int {
    try await read(for: listing) { tx in
      tx.deadline = bulkDeadline
      let query = try tx.query(listing, page, as: format)
      let copy: SQL
      switch format {
      case .csv: copy = "copy (\(fragment: query)) to stdout (\(fragment: delimiter.copyOptions))"
      case .jsonLines:
        // Quote and delimiter that JSON never holds, since it writes control characters as \u00…; the whole
        // row by its star, since a column may have the row's own name.
        copy = """
          copy (select to_json(listed.*) from (\(fragment: query)) listed)
          to stdout (format csv, quote e'\\x01', delimiter e'\\x02')
          """
      }
      let rows = try tx.copyOut(copy, sink)
      if rows == 0 { try tx.findAll(listing.codes) }
      return rows
    }
  }

  /// Reads, after making the functions that the listing needs, if any.
  private func read<Value: Sendable>(
    for listing: Listing, _ body: @Sendable (Transaction) throws -> Value
  ) async throws -> Value {
    if listing.functions.isEmpty { return try await read(body) }
    return try await undoing { tx in
      try tx.runScripts(listing.functions)
      return try body(tx)
    }
  }
}

extension Column {
  /// The same, laid out as values of this type are.
  fileprivate func ofType(_ type: UInt32) -> Column {
    var column = self
    column.kind = type == SQLType.date.oid ? .day : SQLType.numbers.contains(type) ? .number : .text
    return column
  }
}

extension SQLType {
  fileprivate static let numbers: Set<UInt32> = Set(
    [SQLType.int2, .int4, .int8, .float4, .float8, .numeric].map(\.oid))
}

extension Delimiter {
  /// The options of COPY for CSV with a header.
  var copyOptions: SQL {
    switch self {
    case .comma: "format csv, header"
    case .semicolon: "format csv, header, delimiter ';'"
    case .tab: "format csv, header, delimiter e'\\t'"
    case .pipe: "format csv, header, delimiter '|'"
    }
  }
}

extension Transaction {
  /// The query of a page, of the day that is meant.
  fileprivate func query(_ listing: Listing, _ page: Page, as format: RowFormat? = nil) throws -> SQL {
    try listing.query(page, on: try listing.day.map { try day($0) } ?? .today, as: format)
  }
}
