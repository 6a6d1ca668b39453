import Messages
import Tabular

/// The table of a listing on a screen: what does not fit beside the rest is left out and named.
struct TableScreen {
  let lines: [String]
  private let leftOut: [TextColumn]
  private let hasRows: Bool
  private let style: TextStyle

  /// - Parameters:
  ///   - key: the column that names a row; the first one where that is not in the table.
  ///   - sort: columns by which the rows were asked to be ordered: they are left out last.
  ///   - keepsAll: whether all columns were asked for, so that none is left out.
  ///   - isExpanded: whether each row is to be a block.
  init(_ table: TextTable, _ style: TextStyle, key: String?, sort: [String], keepsAll: Bool, isExpanded: Bool)
  {
    self.style = style
    let key = table.columns.firstIndex { $0.name == key } ?? 0
    (lines, leftOut) =
      isExpanded
      ? (table.blocks(style), [])
      : keepsAll
        ? (table.lines(style), [])
        : table.lines(
          style, leavingOutBut: key,
          keeping: Set(table.columns.indices.filter { sort.contains(table.columns[$0].name) }))
    hasRows = !table.rows.isEmpty
  }

  /// The name by which a column is asked for, and the heading that it has beside it in another language.
  private static func named(_ column: TextColumn) -> String {
    let heading = column.heading(in: Speech.catalog)
    return heading == column.name ? column.name : column.name + Speech.catalog.remarks([heading])
  }

  /// Says which columns are not there for want of room, and how they are seen.
  func sayWhatIsLeftOut() {
    guard hasRows, let first = leftOut.first else { return }
    // As many of the names as a line takes.
    let count: Message = "\(count: leftOut.count, "column does not fit", plural: "columns do not fit"): "
    var told = count.told(in: Speech.catalog) + Self.named(first)
    var rest = leftOut.dropFirst()
    while let name = rest.first.map(Self.named),
      DisplayWidth.of(told) + DisplayWidth.of(name) + 4 < style.width ?? .max
    {
      told += ", \(name)"
      rest.removeFirst()
    }
    Talk.say(Message(verbatim: told + (rest.isEmpty ? "." : ", …")))
    Talk.say("To see them: -x, a block for each row; or --columns with those you want.")
  }
}
