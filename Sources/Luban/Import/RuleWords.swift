import Messages
import Postgres

extension Transaction {
  /// Fills the table `rule_words`, of which the script `problem` takes what it says of rules, in a language.
  func sayRules(in catalog: Catalog) throws {
    let rules = try ruleWords()
    let said = { (english: KeyPath<RuleWords, String>) in
      rules.map { catalog.text($0[keyPath: english], in: $0.name) }
    }
    try execute("truncate rule_words")
    try execute(
      """
      insert into rule_words
      select * from unnest(\(rules.map(\.name)), \(said(\.sentence)), \(said(\.wayOut)), \(said(\.detail)))
      """)
  }
}
