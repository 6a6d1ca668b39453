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
  /// Written as `framework:level`; as it was typed, where no framework was named.
  public var description: String { framework.isEmpty ? level : "\(framework):\(level)" }
}

extension Transaction {
  /// The level as its framework writes it, whatever words and case it was typed in; `nil` stays `nil`.
  ///
  /// - Throws: ``LubanError/ambiguous(noun:code:candidates:by:)`` where no framework is named and several
  ///   have it; ``LubanError/notFound(noun:code:nearest:)`` with the levels of the framework or, if that is
  ///   not known either, with what nearly matches.
  func existing(_ level: LanguageLevel?) throws -> LanguageLevel? {
    guard let level else { return nil }
    let found = try rows(
      """
      select f.code || ':' || l.level, f.name from language_framework f
      cross join lateral read_language_level(\(level.level), f.code) l
      where l.level is not null and f.code = coalesce(nullif(lower(\(level.framework)), ''), f.code)
      order by f.code
      """, as: (LanguageLevel.self, String.self))
    if found.count > 1 {
      throw LubanError.ambiguous(
        noun: "language level", code: level.description, candidates: found.map { "\($0.0) (\($0.1))" })
    }
    if let found = found.first { return found.0 }
    let known = try rows(
      """
      select framework || ':' || level from language_level where framework = lower(\(level.framework))
      order by rank
      """, as: LanguageLevel.self)
    if known.isEmpty {
      throw try notFound(
        "language level", level.description, among: "select framework || ':' || level from language_level",
        actions: .levels)
    }
    throw LubanError.notFound(
      noun: "language level", code: level.description, nearest: known.map(\.description),
      actions: .levels)
  }
}

extension [Action] {
  /// Nobody knows the levels of all frameworks by heart.
  static let levels = [Action("module.levels")]
}
