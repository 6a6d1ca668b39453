import Postgres

/// A page of the reference that the database writes about itself.
public enum ReferencePage: String, Sendable, CaseIterable {
  /// Every rule, with its way out and what holds it.
  case rules
  /// What the columns of listings mean.
  case listings
  /// What the columns of the cohort report mean.
  case reports
  /// Types, tables, columns, constraints, functions.
  case schema
}

extension Schema {
  /// The lines of a page of the reference, in Markdown.
  public func reference(_ page: ReferencePage) async throws -> [String] {
    try await Office(database: database).read { tx in
      try tx.rows(SQL.file("sql/reference/\(page.rawValue).sql"), as: String.self)
    }
  }
}

/// The English words of a rule.
public struct RuleWords: Sendable {
  /// Its name.
  public let name: String
  /// What must hold.
  public let sentence: String
  /// How to mend what breaks it; empty where the sentence says it.
  public let wayOut: String
  /// What helps.
  public let actions: [Action]
  /// What broke it, with placeholders; empty where nothing is told.
  public let detail: String
}

extension Schema {
  /// The words of all rules, by name.
  public func ruleWords() async throws -> [RuleWords] {
    try await Office(database: database).read { tx in try tx.ruleWords() }
  }

  /// What the catalog says of actions in plain English: for a front that has no words of its own.
  public func actionWords() async throws -> ActionWords {
    try await Office(database: database).read { tx in
      let rows = try tx.rows("select name, sentence from action", as: (String.self, String.self))
      return ActionWords(Dictionary(uniqueKeysWithValues: rows))
    }
  }
}

extension Transaction {
  /// The words of all rules, by name.
  func ruleWords() throws -> [RuleWords] {
    try rows("select name, sentence, way_out, actions, detail from rule order by name") { row in
      RuleWords(
        name: try row.decode("name"), sentence: try row.decode("sentence"), wayOut: try row.decode("way_out"),
        actions: try row.decode("actions"), detail: try row.decode("detail"))
    }
  }
}
