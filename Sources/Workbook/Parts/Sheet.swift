/// A sheet as the workbook lists it.
public struct Sheet: Equatable, Sendable {
  /// Its name.
  public let name: String
  /// Whether people see it.
  public let isVisible: Bool
  let part: String
  /// Which of the sheets of the part it is, from 0, where one holds them all.
  var table: Int?

  /// The name of a cell of the sheet, as in `Students!D17` or `'Group 1'!D17`; column and row from 0.
  public func cell(column: Int?, row: Int) -> String {
    cell(letters: column.map(Self.letters(ofColumn:)) ?? "", row: row)
  }

  /// The name of a cell by the letters of its column; the row from 0.
  public func cell(letters: String, row: Int) -> String {
    let shown = name.unicodeScalars.allSatisfy(Self.isPlain) ? name : Self.quoted(name)
    return "\(shown)!\(letters)\(row + 1)"
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == "_" || ("0"..."9").contains(scalar)
  }

  private static func quoted(_ name: String) -> String {
    "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// The letters of a column, counted from 0: `A`, `Z`, `AA`.
  public static func letters(ofColumn column: Int) -> String {
    let letter = String(Unicode.Scalar(UInt8(0x41 + column % 26)))
    return column < 26 ? letter : letters(ofColumn: column / 26 - 1) + letter
  }
}
