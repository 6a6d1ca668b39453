import FoundationEssentials

/// What a page is, in a comment at its beginning, which nobody sees: JSON on a line of its own.
///
/// Without that line the page is what it was before it was told.
struct PageComment {
  /// With what HTML begins; the comment stands behind it.
  static let doctype = "<!DOCTYPE html>\n"
  private static let end = " -->"

  /// The word by which it is known.
  let label: String

  private var start: String { "<!-- \(label) " }

  /// The line that tells it, which no text within it ends.
  func line(of told: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = String(decoding: try encoder.encode(told), as: UTF8.self)
    return start + json.replacing("<", with: #"\u003c"#).replacing(">", with: #"\u003e"#) + Self.end + "\n"
  }

  /// What a page tells, and the page without that line; `nil` where it tells nothing.
  func read<Told: Decodable>(_ type: Told.Type, from page: Data) -> (told: Told, rest: Data)? {
    let ahead = page.starts(with: Self.doctype.utf8) ? Self.doctype.utf8.count : 0
    guard let line = page.dropFirst(ahead).line, line.starts(with: start.utf8),
      let told = try? JSONDecoder().decode(
        type, from: Data(line.dropFirst(start.utf8.count).dropLast(Self.end.utf8.count)))
    else { return nil }
    return (told, page.prefix(ahead) + page.dropFirst(ahead + line.count + 1))
  }
}
