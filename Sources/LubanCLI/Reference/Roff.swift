/// The text of a manual page, in the language of man(7).
struct Roff {
  private(set) var lines: [String]

  /// A page of the section for commands, in which no word is broken and no line stretched.
  init(title: String, source: String) {
    lines = [
      ".TH \(Self.quoted(title)) 1 \"\" \(Self.quoted(source)) \(Self.quoted("Luban"))", ".nh", ".ad l",
    ]
  }

  mutating func section(_ title: String) { lines.append(".SH \(Self.quoted(title))") }

  mutating func paragraph(_ text: some StringProtocol) { lines += [".PP", Self.plain(text)] }

  /// A line of what has been escaped already.
  mutating func line(_ escaped: String) { lines.append(escaped) }

  /// What stands out to the left, escaped already, and what it means.
  mutating func tagged(_ tag: String, _ text: String) { lines += [".TP", tag, Self.plain(text)] }

  /// Lines as they are typed.
  mutating func verbatim(_ text: [some StringProtocol]) {
    lines += [".PP", ".RS 4", ".nf"] + text.map { Self.plain($0) } + [".fi", ".RE"]
  }

  static func bold(_ text: String) -> String { "\\fB\(escaped(text))\\fR" }
  static func italic(_ text: String) -> String { "\\fI\(escaped(text))\\fR" }

  /// Each character as itself: a dash that can be pasted into a shell, quotes that are not curled.
  static func escaped(_ text: some StringProtocol) -> String {
    text.reduce(into: "") { $0 += special[$1] ?? String($1) }
  }

  /// A line of text, at whose beginning nothing is taken for a request.
  private static func plain(_ text: some StringProtocol) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return (line.first == "." ? "\\&" : "") + escaped(line)
  }

  private static func quoted(_ text: String) -> String {
    "\"\(escaped(text).replacing("\"", with: "\\(dq"))\""
  }

  private static let special: [Character: String] = [
    "\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti",
  ]
}
