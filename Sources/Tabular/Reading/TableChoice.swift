/// Which table of a file is meant: which sheet of a workbook, and which row names its columns.
public struct TableChoice {
  /// The name of the sheet; nil for the one that is visible and fits.
  public var sheet: String?
  /// The line or row of the header, from 1; nil for the one that fits.
  public var headerLine: Int?
  /// How well the cells of a row serve as the header of the table that is wanted.
  public var fit: ([String]) -> HeaderFit

  /// A choice; without arguments the only sheet that is visible, whose first row is the header.
  public init(
    sheet: String? = nil, headerLine: Int? = nil, fit: @escaping ([String]) -> HeaderFit = { _ in .none }
  ) {
    self.sheet = sheet
    self.headerLine = headerLine
    self.fit = fit
  }
}

/// How well a row serves as a header.
public struct HeaderFit: Equatable, Comparable, Sendable {
  /// How many of the things it needs it has; 0 where it lacks the first of them.
  public var needs: Int
  /// How many of its names stand for a column.
  public var columns: Int

  /// Not at all.
  public static let none = HeaderFit(needs: 0, columns: 0)

  /// So many of the needs, so many of the columns.
  public init(needs: Int, columns: Int) {
    self.needs = needs
    self.columns = columns
  }

  /// Whether there is no need to look further: a title may be one name that is known, hardly two.
  var isPlain: Bool { needs > 0 && columns > 1 }

  /// Whether it is a header at all.
  var isHeader: Bool { needs > 0 || columns > 1 }

  /// Whether one serves less well than the other: by what it needs first, then by columns.
  public static func < (one: HeaderFit, other: HeaderFit) -> Bool {
    (one.needs, one.columns) < (other.needs, other.columns)
  }
}

/// A line above the header, which is none of the table's.
public struct TitleLine: Equatable, Sendable {
  /// Its line or row, from 1.
  public let line: Int
  /// What stands there.
  public let text: String
}

/// The search for the header of a table, in a sheet or in text: fed with its rows from the first on.
///
/// The first row that is plainly a header is it, else the best of the first twenty, else the first in which
/// something stands.
struct HeaderSearch {
  /// So many rows with something in them may stand above a header.
  private static let limit = 20

  private let choice: TableChoice
  private var rows: [TitleLine] = []
  private var best: (position: Int, fit: HeaderFit)?

  init(_ choice: TableChoice) { self.choice = choice }

  /// Takes the cells of a row that are not empty; false when no more are needed.
  mutating func look(at line: Int, _ cells: [String]) -> Bool {
    if let named = choice.headerLine, line > named { return false }
    guard !cells.isEmpty else { return true }
    rows.append(TitleLine(line: line, text: cells.joined(separator: " ")))
    let fit = choice.fit(cells)
    if let named = choice.headerLine {
      if named == line { best = (rows.count - 1, fit) }
      return line < named
    }
    if fit > best?.fit ?? .none, fit.isHeader { best = (rows.count - 1, fit) }
    return !fit.isPlain && rows.count < Self.limit
  }

  /// How well the header fits.
  var fit: HeaderFit { best?.fit ?? .none }

  /// The line of the header; nil where nothing stands, or nothing on the line that was named.
  var line: Int? {
    best.map { rows[$0.position].line } ?? (choice.headerLine == nil ? rows.first?.line : nil)
  }

  /// What stands above the header.
  var titles: [TitleLine] { best.map { Array(rows[..<$0.position]) } ?? [] }
}
