import Postgres
import Tabular

/// A column of a listing or report.
public struct Column: Sendable, Hashable {
  /// How values are laid out.
  public enum Kind: Sendable, Hashable {
    /// Text, to the left.
    case text
    /// A number, to the right.
    case number
    /// A day.
    case day
  }

  /// Name, which is the SQL column's and the CSV header's.
  public let name: String
  /// What it means.
  public let meaning: String
  /// How it is laid out.
  public let kind: Kind
  /// Whether a table for people shows it unless asked for.
  public let isShown: Bool
  /// The values that it may have, for who fills in a sheet.
  public let values: ValueList?

  /// A column.
  public init(
    _ name: String, _ meaning: String, _ kind: Kind = .text, isShown: Bool = true, values: ValueList? = nil
  ) {
    self.name = name
    self.meaning = meaning
    self.kind = kind
    self.isShown = isShown
    self.values = values
  }
}

/// Rows that can be listed, exported and reported: data from which every format follows.
public struct Listing: Sendable {
  /// The columns, in order.
  public let columns: [Column]
  /// The day for which it is asked; `nil` where it is of no day.
  let day: AskedDay?
  /// A query that yields these columns, of that day.
  let body: @Sendable (Day) -> SQL
  /// Columns by which rows are ordered unless asked otherwise; the last one is unique and never null.
  public let order: [String]

  /// A listing of no day.
  public init(columns: [Column], order: [String], body: SQL) {
    self.columns = columns
    self.order = order
    day = nil
    self.body = { _ in body }
  }

  /// A listing for a day, which is asked of the database where it is today.
  init(columns: [Column], order: [String], on day: AskedDay, body: @escaping @Sendable (Day) -> SQL) {
    self.columns = columns
    self.order = order
    self.day = day
    self.body = body
  }
}

/// Which rows of a listing, in which order.
public struct Page: Sendable {
  /// Columns to sort by, a dash in front for falling order: `-intake`.
  public var sort: [String]
  /// At most so many rows; `nil` for all.
  public var limit: Int?
  /// Rows behind the one with this key under the same order.
  public var after: String?
  /// Columns wanted, in their order; `nil` for all.
  public var columns: [String]?
  /// Whether texts that a spreadsheet would run as a formula get an apostrophe in front.
  public var isForExcel: Bool

  /// All rows unless told otherwise.
  public init(
    sort: [String] = [], limit: Int? = nil, after: String? = nil, columns: [String]? = nil,
    isForExcel: Bool = false
  ) {
    self.sort = sort
    self.limit = limit
    self.after = after
    self.columns = columns
    self.isForExcel = isForExcel
  }
}
