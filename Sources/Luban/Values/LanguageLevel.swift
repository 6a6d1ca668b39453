import Postgres

/// A level of a framework of language levels, written `framework:level`: `hsk2010:3`, `cefr:B1`.
///
/// The framework is always named, since three schemes share the name HSK and do not compare.
public struct LanguageLevel: Hashable, Sendable, TextCoded {
  /// Code of the framework, `hsk2010`.
  public let framework: String
  /// The level as its framework writes it: `4`, `7-9`, `B1`, `Primary`.
  public let level: String

  /// A level of a framework.
  public init(framework: String, level: String) {
    self.framework = framework
    self.level = level
  }

  /// Reads `framework:level`; `nil` if there is no colon, or nothing on one of its sides.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    framework = String(parts[0])
    level = String(parts[1])
  }
}

extension LanguageLevel: CustomStringConvertible, SQLDecodable {
  /// Written as `framework:level`.
  public var description: String { "\(framework):\(level)" }
}

extension Transaction {
  /// The level as its framework writes it, whatever case it was typed in; `nil` stays `nil`.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` with the levels of the framework or, if that is
  ///   not known either, with what nearly matches.
  func existing(_ level: LanguageLevel?) throws -> LanguageLevel? {
    guard let level else { return nil }
    let known = try rows(
      """
      select framework || ':' || level, lower(level) = lower(\(level.level)) from language_level
      where framework = lower(\(level.framework)) order by rank
      """, as: (LanguageLevel.self, Bool.self))
    if let found = known.first(where: \.1) { return found.0 }
    if known.isEmpty {
      throw try notFound(
        "language level", level.description, among: "select framework || ':' || level from language_level",
        actions: .levels)
    }
    throw LubanError.notFound(
      noun: "language level", code: level.description, nearest: known.map(\.0.description),
      actions: .levels)
  }
}

extension [Action] {
  /// Nobody knows the levels of all frameworks by heart.
  static let levels = [Action("module.levels")]
}
