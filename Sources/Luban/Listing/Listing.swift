import Postgres
import Tabular

/// A column of a listing or report, or of a file that is filled in.
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
  /// How it is laid out: in a listing, as the type of its values in the database has it.
  public var kind: Kind
  /// Whether a table for people shows it unless asked for.
  public let isShown: Bool
  /// Whether it is what the rows are looked at for: without room for all, others are left out first.
  public let isChief: Bool
  /// The listing it is of, where its heading may be another one than elsewhere.
  public fileprivate(set) var listing = ""
  /// The values that it may have, for who fills in a sheet.
  public let values: ValueList?
  /// The words that stand for its values where a sheet is in another language than English.
  public let words: [String: String]

  /// A column.
  public init(
    _ name: String, _ meaning: String = "", _ kind: Kind = .text, isShown: Bool = true,
    isChief: Bool = false, of listing: String = "", values: ValueList? = nil, words: [String: String] = [:]
  ) {
    self.listing = listing
    self.name = name
    self.meaning = meaning
    self.kind = kind
    self.isShown = isShown
    self.isChief = isChief
    self.values = values
    self.words = words
  }
}

/// Rows that can be listed, exported and reported: data from which every format follows.
///
/// A plain one is a view of the schema `list`, in `sql/list`, and a declaration:
///
///     Listing(
///       "course", "code kind title (titles) theory practice credits (language level)", by: "code",
///       where: [.equals("kind", kind), .begins("theme", theme)])
public struct Listing: Sendable {
  /// The columns, in order.
  public let columns: [Column]
  /// The day for which it is asked; `nil` where it is of no day.
  let day: AskedDay?
  /// A query that yields these columns, of that day.
  let body: @Sendable (Day) -> SQL
  /// Columns by which rows are ordered unless asked otherwise; the last one is unique and never null.
  public let order: [String]
  /// The codes that were asked for: where nothing is found, they are looked up.
  let codes: [NamedCode]
  /// What makes the functions that the query asks, in a transaction that is not kept.
  let functions: [Embedded]
  /// How its rows add up, of a report.
  var reportRows: ReportRows?
  /// Columns of numbers of which some are not told.
  var withheld: Set<String> = []

  /// Rows of a view.
  ///
  /// - Parameters:
  ///   - view: its name in the schema `list`; of a day, or as known at a time, the function that is derived
  ///     from it.
  ///   - columns: names of its columns in their order; what stands in parentheses is no column of a table for
  ///     people unless it is asked for, what has a star behind it is left out last where there is no room.
  ///   - order: names of columns by which rows are ordered, the last of them unique.
  ///   - day: the day for which it is asked, of a view that depends on one.
  ///   - knownAt: as far as had been recorded by then; `nil` for all that is known.
  init(
    _ view: String, _ columns: String, by order: String, on day: AskedDay? = nil, knownAt: KnownTime? = nil,
    where filters: [Filter] = []
  ) {
    self.columns = Self.columns(columns, of: view)
    self.order = order.split(separator: " ").map(String.init)
    functions = []
    codes = filters.compactMap(\.code) + (day?.codes ?? [])
    self.day = day
    body = { on in
      var times: [SQL] = []
      if day != nil { times.append("as_of => \(on)") }
      if let knownAt { times.append("known_at => \(knownAt)") }
      let source: SQL =
        times.isEmpty
        ? "list.\(identifier: view)"
        : "list.\(identifier: view)(\(fragment: .joined(times, separator: ", ")))"
      let conditions = filters.compactMap(\.condition)
      return """
        select * from \(fragment: source) listing
        where \(fragment: conditions.isEmpty ? "true" : .joined(conditions, separator: " and "))
        """
    }
  }

  /// Rows of a query, of no day, and by functions of its own where it has some.
  init(columns: [Column], order: [String], by functions: [Embedded] = [], body: SQL) {
    self.columns = columns
    self.order = order
    self.functions = functions
    codes = []
    day = nil
    self.body = { _ in body }
  }

  /// Rows of a query for a day, which is asked of the database where it is today.
  init(columns: [Column], order: [String], on day: AskedDay, body: @escaping @Sendable (Day) -> SQL) {
    self.columns = columns
    self.order = order
    functions = []
    codes = day.codes
    self.day = day
    self.body = body
  }

  /// Columns by their names; those within parentheses are not shown unless asked for, those with a star are
  /// chief ones.
  static func columns(_ names: String, of listing: String = "") -> [Column] {
    var isShown = true
    return names.split(separator: " ").map { word in
      var word = word
      if word.first == "(" {
        isShown = false
        word.removeFirst()
      }
      let isLastHidden = word.last == ")"
      if isLastHidden { word.removeLast() }
      defer { if isLastHidden { isShown = true } }
      let isChief = word.last == "*"
      if isChief { word.removeLast() }
      var column = Column(String(word), isShown: isShown, isChief: isChief)
      column.listing = listing
      return column
    }
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
