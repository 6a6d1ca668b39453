import Messages
import Tabular

/// The table of a listing on a screen: what does not fit beside the rest is left out and named.
struct TableScreen {
  private let table: TextTable
  private let key: Int
  private let keepsAll: Bool
  private let isExpanded: Bool

  /// - Parameters:
  ///   - key: the column that names a row; the first one where that is not in the table.
  ///   - keepsAll: whether all columns were asked for, so that none is left out.
  ///   - isExpanded: whether each row is to be a block.
  init(_ table: TextTable, key: String?, keepsAll: Bool, isExpanded: Bool) {
    self.table = table
    self.key = table.columns.firstIndex { $0.name == key } ?? 0
    self.keepsAll = keepsAll
    self.isExpanded = isExpanded
  }

  func lines(_ style: TextStyle) -> [String] {
    if isExpanded { return table.blocks(style) }
    return keepsAll ? table.lines(style) : table.lines(style, leavingOutBut: key).lines
  }

  /// Says which columns are not there for want of room, and how they are seen.
  func sayWhatIsLeftOut(_ style: TextStyle) {
    guard !isExpanded, !keepsAll, !table.rows.isEmpty else { return }
    let names = table.lines(style, leavingOutBut: key).leftOut
    guard let first = names.first else { return }
    // As many of the names as a line takes.
    let count: Message = "\(count: names.count, "column does not fit", plural: "columns do not fit"): "
    var told = count.told(in: Speech.catalog) + first
    var rest = names.dropFirst()
    while let name = rest.first, DisplayWidth.of(told) + DisplayWidth.of(name) + 4 < style.width ?? .max {
      told += ", \(name)"
      rest.removeFirst()
    }
    Talk.say(Message(verbatim: told + (rest.isEmpty ? "." : ", …")))
    Talk.say("To see them: -x, a block for each row; or --columns with those you want.")
  }
}
