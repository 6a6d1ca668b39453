import Postgres

/// A scale on which marks are given; marks of different scales are never mixed in one average.
public struct GradingScale: Sendable, Hashable, Codable {
  /// Its code, as in `percent` or `cis5`.
  public let code: String
  /// Its name in English.
  public let name: String
  /// The marks there are, in words.
  public let marks: String
  /// Lowest mark that passes; of a scale of numbers.
  public let passFrom: Double?
  /// Whether a weighted average of its marks says something.
  public let hasAverage: Bool
  /// Where it is described.
  public let source: String
  /// Marks in words, the best first: all of a scale of words, those with a word of one of numbers.
  public let words: [GradingMark]
}

/// A mark of a scale with the words that are read as it.
public struct GradingMark: Sendable, Hashable, Codable {
  /// The mark as it is kept and printed.
  public let mark: String
  /// What it counts in an average, and its order among the marks.
  public let value: Double
  /// Whether it passes.
  public let passes: Bool
  /// Other words for it, in any language.
  public let aliases: [String]
}
