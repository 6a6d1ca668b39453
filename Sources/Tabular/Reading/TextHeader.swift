/// The header among the first records of a text, as far as it is in sight.
struct TextHeader {
  /// What the records are parted by, where this is the header.
  let delimiter: Delimiter
  private(set) var search: HeaderSearch
  /// Where each record begins, by its line.
  private(set) var offsets: [Int: Int] = [:]

  private init(_ delimiter: Delimiter, in window: TextWindow, from first: Int, _ choice: TableChoice) {
    self.delimiter = delimiter
    search = HeaderSearch(choice)
    var scanner = RecordScanner(delimiter: delimiter)
    var (start, line) = (window.start, first)
    while start < window.end {
      guard
        case .record = scanner.scan(
          window.base, from: start, to: window.end, isFinal: window.isComplete)
      else { return }
      let record = Record(scanner, base: window.base, start: start, line: line)
      offsets[line] = start
      guard search.look(at: line, record.names.filter { !$0.isEmpty }) else { return }
      line += scanner.lineEnds
      start = scanner.next
    }
  }

  /// The header that fits best by one of the delimiters, by the first of them where none fits better: a title
  /// above the header may have none, or another, and `Фамилия, имя, отчество;Пол` has both.
  static func best(
    in window: TextWindow, from line: Int, _ choice: TableChoice, delimiters: [Delimiter]
  ) -> TextHeader {
    var best = TextHeader(delimiters[0], in: window, from: line, choice)
    for delimiter in delimiters.dropFirst() {
      let other = TextHeader(delimiter, in: window, from: line, choice)
      if other.search.fit > best.search.fit { best = other }
    }
    return best
  }
}
