/// What stands in cells where there is nothing, in all languages: such a cell is empty.
///
/// Not where it is a word of its column, as `нет` of what is true or not and `-` of who was absent; nor in
/// the whole name and the mark, where it is told as what it is.
struct Placeholders {
  /// Where they stand in a file: for each column of a form, those that may.
  private let ofColumn: [Written]

  init(_ form: ImportForm) {
    ofColumn = form.columns.map { column in
      switch column.name {
      case "full_name", "mark": Written([])
      case "family_name", "given_name", "patronymic":
        Written(Self.words["cell", default: []] + Self.words["name", default: []])
      default: Written(Self.words["cell", default: []].filter { !Self.hasWord($0, column.words) })
      }
    }
  }

  /// Whether a value stands for none in a column, by its place in the form.
  func holds(_ value: UnsafeRawBufferPointer, column: Int) -> Bool { ofColumn[column].holds(value) }

  /// The words as bytes, in small letters, capitals, and with a capital.
  private struct Written {
    private let longest: Int
    private let byFirst: [[[UInt8]]]

    init(_ words: [String]) {
      let forms = Set(words.flatMap { [$0, $0.uppercased(), $0.prefix(1).uppercased() + $0.dropFirst()] })
      var byFirst = [[[UInt8]]](repeating: [], count: forms.isEmpty ? 0 : 256)
      for bytes in forms.map({ Array($0.utf8) }) { byFirst[Int(bytes[0])].append(bytes) }
      self.byFirst = byFirst
      longest = forms.map(\.utf8.count).max() ?? 0
    }

    func holds(_ value: UnsafeRawBufferPointer) -> Bool {
      guard value.count <= longest, let first = value.first else { return false }
      return byFirst[Int(first)].contains { value.elementsEqual($0) }
    }
  }

  private static let words: [String: [String]] = {
    let lines = (try? Embedded.file("seed/import/placeholders.csv").text.split(separator: "\n")) ?? []
    return Dictionary(
      lines.dropFirst().map { line in
        let fields = line.split(separator: ",", maxSplits: 1).map(String.init)
        return (fields[0], fields[1].split(separator: ";").map(String.init))
      }, uniquingKeysWith: +)
  }()

  /// Whether the words of a kind have one.
  private static func hasWord(_ word: String, _ kind: String?) -> Bool {
    guard let kind else { return false }
    return listed.contains {
      $0.hasPrefix(kind + ",")
        && $0.split(separator: ",").last?.split(separator: ";").contains(Substring(word)) == true
    }
  }

  private static let listed =
    (try? Embedded.file("seed/reference/words.csv").text.split(separator: "\n")) ?? []
}
