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
  /// The rows of a page as texts, for a table; nothing that runs to thousands of rows should be read so.
  public func rows(of listing: Listing, _ page: Page = Page()) async throws -> [[String?]] {
    let width = try listing.columns(of: page).count
    return try await read { tx in
      try tx.rows(tx.query(listing, page)) { row in
        try (0..<width).map { try row.decode(at: $0, as: String?.self) }
      }
    }
  }

  /// Streams the rows of a page as PostgreSQL writes them: one call a row, whose bytes must not be kept.
  ///
  /// - Returns: the number of rows.
  @discardableResult
  public func copy(
    _ listing: Listing, _ page: Page = Page(), as format: RowFormat, delimiter: Delimiter = .comma,
    to sink: @Sendable (UnsafeRawBufferPointer) throws -> Void
  ) async throws -> Int {
    try await read { tx in
      tx.deadline = bulkDeadline
      let query = try tx.query(listing, page)
      switch format {
      case .csv:
        return try tx.copyOut(
          "copy (\(fragment: query)) to stdout (\(fragment: delimiter.copyOptions))", sink)
      case .jsonLines:
        // Quote and delimiter that JSON never holds, since it writes control characters as \u00…
        return try tx.copyOut(
          """
          copy (select to_json(row) from (\(fragment: query)) row)
          to stdout (format csv, quote e'\\x01', delimiter e'\\x02')
          """, sink)
      }
    }
  }
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
  fileprivate func query(_ listing: Listing, _ page: Page) throws -> SQL {
    try listing.query(page, on: try listing.day.map { try day($0) } ?? .today)
  }
}
