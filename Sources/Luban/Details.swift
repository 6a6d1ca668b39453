import Postgres

/// What may be said of a record, to add one or to change one; `nil` says nothing.
///
///     try await office.cultureEvents.edit("CAL-2026", CultureEventDetails { $0.hours = 8 })
///
/// What a new one can't be without, the database asks for.
public protocol Details: Sendable, Hashable {
  /// Nothing said yet.
  init()
}

extension Details {
  /// What a closure says.
  public init(_ say: (inout Self) throws -> Void) rethrows {
    self.init()
    try say(&self)
  }

  /// Whether nothing is said.
  public var isEmpty: Bool { self == Self() }
}

extension Assignment {
  /// A text that people write: in NFC, its words one blank apart.
  init(_ column: StaticString, composed text: String?, isCleared: Bool = false) {
    self.init(column, by: text.map { "composed(\($0))" }, isCleared: isCleared)
  }

  /// Titles by language: those said are set, those dropped go, all others stay.
  static func titles(_ titles: Titles, dropping languages: [String]) -> Assignment {
    Assignment("titles", by: "(titles || \(titles)) - \(languages)")
  }
}
