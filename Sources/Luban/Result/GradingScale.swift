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

/// Grading scales and their marks: reference data.
public struct Scales: Sendable {
  let office: Office

  /// The scales as a listing, by code.
  public var list: Listing {
    Listing("grading_scale", "code name marks pass_from average (source)", by: "code")
  }

  /// One scale with its marks and their words.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown scale.
  public func show(_ code: String) async throws -> GradingScale {
    try await office.read { tx in
      let code = try tx.scale(code)
      let words = try tx.rows(
        """
        select mark, value, passes, aliases from grading_mark where scale = \(code) order by value desc, mark
        """
      ) { row in
        GradingMark(
          mark: try row.decode("mark"), value: try row.decode("value"), passes: try row.decode("passes"),
          aliases: try row.decode("aliases"))
      }
      return try tx.one(
        """
        select name, marks_of(code) as marks, pass_from, has_average, source
        from grading_scale where code = \(code)
        """
      ) { row in
        GradingScale(
          code: code, name: try row.decode("name"), marks: try row.decode("marks"),
          passFrom: try row.decode("pass_from"), hasAverage: try row.decode("has_average"),
          source: try row.decode("source"), words: words)
      }
    }
  }
}

extension Transaction {
  /// The code of a scale as it is kept.
  func scale(_ code: String) throws -> String {
    let found = try first(
      "select code from grading_scale where code = lower(btrim(\(code)))", as: String.self)
    guard let found else {
      throw try notFound("grading scale", code, among: "select code from grading_scale")
    }
    return found
  }
}
