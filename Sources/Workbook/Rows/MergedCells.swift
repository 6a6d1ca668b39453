/// Cells made one, as a header over several columns; columns and rows from 0.
public struct MergedCells: Equatable, Sendable {
  /// The columns.
  public let columns: ClosedRange<Int>
  /// The rows.
  public let rows: ClosedRange<Int>

  init(columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    self.columns = columns
    self.rows = rows
  }

  init?(_ reference: String) {
    let corners = reference.split(separator: ":").map { corner in
      String(corner).withCString { XMLValue(start: $0).reference }
    }
    guard corners.count == 2, let first = corners[0], let last = corners[1],
      first.column <= last.column, first.row <= last.row
    else { return nil }
    columns = first.column...last.column
    rows = first.row...last.row
  }
}
