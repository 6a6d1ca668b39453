/// What stands in cells where there is nothing, in all languages: such a cell is empty.
///
/// Not where it is a word of its column, as `нет` of what is true or not and `-` of who was absent; nor in
/// the whole name and the mark, where it is told as what it is; nor where an empty cell would mean all there
/// is.
struct Placeholders {
  /// Where they stand in a file: for each column of a form, those that may.
  private let ofColumn: [Written]

  init(_ form: ImportForm) {
    let cell = Self.words["cell", default: []]
    let (name, text) = (Written(cell + Self.words["name", default: []]), Written(cell))
    ofColumn = form.columns.map { column in
      switch column.name {
      case "full_name", "mark": return Written([])
      case "family_name", "given_name", "patronymic":
        return name
      case _ where column.isAllWhereEmpty: return Written([])
      default:
        guard let kind = column.words else { return text }
        let taken = Set(WordList.lines.filter { $0.kind == kind }.flatMap(\.words))
        return Written(cell.filter { !taken.contains($0) })
      }
    }
  }

  /// Whether a value stands for none in a column, by its position in the form.
  func holds(_ value: UnsafeRawBufferPointer, column: Int) -> Bool { ofColumn[column].holds(value) }

  /// The words as bytes, in small letters, capitals, and with a capital.
  private struct Written {
    private let longest: Int
    private let byFirst: [[[UInt8]]]

    init(_ words: [String]) {
      let forms = words.flatMap(WordList.forms(of:))
      var byFirst = [[[UInt8]]](repeating: [], count: forms.isEmpty ? 0 : 256)
      for bytes in forms { byFirst[Int(bytes[0])].append(bytes) }
      self.byFirst = byFirst
      longest = forms.map(\.count).max() ?? 0
    }

    func holds(_ value: UnsafeRawBufferPointer) -> Bool {
      guard value.count <= longest, let first = value.first else { return false }
      return byFirst[Int(first)].contains { value.elementsEqual($0) }
    }
  }

  /// What a sheet has in a cell that is not to be filled in.
  static let closed = "—"

  private static let words = Dictionary(
    Embedded.rows("seed/import/placeholders.csv").map { ($0[0], WordList.parts($0[1])) }, uniquingKeysWith: +)
}
