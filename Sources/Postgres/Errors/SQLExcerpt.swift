/// The line of a statement in which an error lies, with a caret under the spot.
struct SQLExcerpt: CustomStringConvertible {
  let line: Int
  let text: String
  let indent: Int

  /// Finds the line of a place given in characters (code points), counted from 1.
  init?(of sql: String, around position: Int) {
    let width = 70
    let scalars = Array(sql.unicodeScalars)
    guard (1...(scalars.count + 1)).contains(position) else { return nil }
    let spot = position - 1
    let start = scalars[..<spot].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    let end = scalars[spot...].firstIndex(of: "\n") ?? scalars.count
    let from = max(start, min(spot - width / 2, end - width))
    let to = min(end, from + width)
    line = scalars[..<spot].count { $0 == "\n" } + 1
    // A tab would put the caret elsewhere than the terminal does.
    let shown = scalars[from..<to].map { $0 == "\t" ? " " : Character($0) }
    text = (from > start ? "…" : "") + String(shown) + (to < end ? "…" : "")
    indent = spot - from + (from > start ? 1 : 0)
  }

  var description: String {
    let label = "LINE \(line): "
    return label + text + "\n" + String(repeating: " ", count: label.count + indent) + "^"
  }
}

/// A statement in one line of bounded length, for errors.
func shortened(_ sql: String) -> String {
  let limit = 240
  let line = sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  return line.count > limit ? line.prefix(limit) + "…" : line
}
