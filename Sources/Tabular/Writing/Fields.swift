import Messages

/// One thing shown in full: labels and values, in sections, with tables below.
///
/// ```
/// number       S-00012
/// family name  Каримова
///
/// Enrollments
/// cohort            state
/// ────────────────  ────────
/// UZ-TAS-LOG-2026A  enrolled
/// ```
public struct Fields: Equatable, Sendable {
  private struct Field: Equatable, Sendable {
    let label: Message
    let value: Message?
  }

  private struct Section: Equatable, Sendable {
    var title: Message?
    var fields: [Field] = []
    var tables: [TextTable] = []
  }

  private var sections = [Section()]

  /// Nothing yet.
  public init() {}

  /// Begins a section with a title; its labels line up among themselves.
  public mutating func section(_ title: Message) {
    sections.append(Section(title: title))
  }

  /// Adds a label with its value; without a value there is nothing to label.
  ///
  /// A literal is a value in words, as the next one takes it.
  @_disfavoredOverload
  public mutating func add(_ label: Message, _ value: String?) {
    add(label, value.map(Message.init(verbatim:)))
  }

  /// Adds a label with a value in words.
  public mutating func add(_ label: Message, _ value: Message?) {
    guard let value, !value.isEmpty else { return }
    sections[sections.count - 1].fields.append(Field(label: label, value: value))
  }

  /// Adds a line that has no label: that there is none of something.
  public mutating func add(line: Message) {
    sections[sections.count - 1].fields.append(Field(label: line, value: nil))
  }

  /// Adds a section of labels that all stand, with or without a value: those of a row of a table.
  mutating func add(block: [(label: String, value: String?)]) {
    sections.append(
      Section(
        fields: block.map {
          Field(label: Message(verbatim: $0.label), value: $0.value.map(Message.init(verbatim:)))
        }))
  }

  /// Adds a table below the fields of the section.
  public mutating func add(_ table: TextTable) {
    sections[sections.count - 1].tables.append(table)
  }

  /// The lines, without line ends and without blanks at their end.
  ///
  /// Long values are wrapped to the style's width, line breaks in values kept; the lines that follow stand
  /// below the value. Control characters are shown escaped.
  public func lines(_ style: TextStyle = .plain) -> [String] {
    var lines: [String] = []
    for section in sections where section != Section() {
      if !lines.isEmpty { lines.append("") }
      if let title = section.title {
        lines.append(style.heading(VisibleText.escaped(title.told(in: style.catalog))))
      }
      let told = section.fields.map { field in
        (
          label: VisibleText.escaped(field.label.told(in: style.catalog)),
          value: field.value?.told(in: style.catalog)
        )
      }
      let indent = (told.map { DisplayWidth.of($0.label) }.max() ?? 0) + 2
      for (label, value) in told {
        lines += Self.lines(label: label, value: value, indent, style)
      }
      for (index, table) in section.tables.enumerated() {
        if index > 0 || !section.fields.isEmpty { lines.append("") }
        lines += table.lines(style)
      }
    }
    return lines
  }

  /// However narrow the terminal, a value gets this many cells.
  private static let leastValueWidth = 20

  private static func lines(label: String, value: String?, _ indent: Int, _ style: TextStyle) -> [String] {
    guard let value, !value.isEmpty else { return [label] }
    let paragraphs = value.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let pieces = paragraphs.flatMap { paragraph in
      let text = VisibleText.escaped(String(paragraph))
      guard let width = style.width else { return [text] }
      return LineWrap.wrap(text, to: max(width - indent, leastValueWidth))
    }
    return pieces.enumerated().map { index, piece in
      let head = index == 0 ? label : ""
      guard !piece.isEmpty else { return head }
      return head + String(repeating: " ", count: indent - DisplayWidth.of(head)) + style.cell(piece)
    }
  }
}
