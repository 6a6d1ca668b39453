/// The cells of the row on which a reader stands.
class RowCells {
  /// The sheet.
  final let sheet: Sheet
  /// The number of the row, from 0.
  final var row = -1
  /// How many rows like this one follow.
  final var repeats = 0
  /// The columns of the cells that hold something.
  final var columns: [Int] = []
  /// Where the text of each ends in ``text``.
  final var ends: [Int] = []
  /// The texts of the row, one after another.
  final var text: [UInt8] = []
  /// The formulas met so far.
  final var formulas = CellTally()
  /// The hidden rows met so far.
  final var hiddenRows = CellTally()

  init(_ sheet: Sheet) {
    self.sheet = sheet
  }

  /// Forgets the row.
  final func begin() {
    columns.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
  }
}
