import Messages

/// What the place where text is shown can do; it decides nothing itself, so that output can be tested.
public struct TextStyle: Equatable, Sendable {
  /// Whether headers are bold: on a terminal, unless `NO_COLOR` is set.
  public var bold: Bool
  /// Whether text from right to left is set apart by invisible isolates: on a terminal only.
  public var isolates: Bool
  /// The most cells of a line; nil leaves lines as long as they are.
  public var width: Int?
  /// The language of headings and labels.
  public var catalog: Catalog

  /// A style; without arguments that of a file or a pipe.
  public init(bold: Bool = false, isolates: Bool = false, width: Int? = nil, catalog: Catalog = .english) {
    self.bold = bold
    self.isolates = isolates
    self.width = width
    self.catalog = catalog
  }

  /// For files and pipes: text and nothing else.
  public static let plain = TextStyle()
}

extension TextStyle {
  /// A heading, bold where the place can do it.
  public func heading(_ text: String) -> String {
    bold && !text.isEmpty ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  func cell(_ text: String) -> String {
    isolates ? VisibleText.isolated(text) : text
  }
}
