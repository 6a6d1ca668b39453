import Messages
import Postgres

extension Transaction {
  /// Fills the table `rule_words`, of which the script `problem` takes what it says of rules.
  ///
  /// - Parameters:
  ///   - words: what the front says, in its language.
  ///   - form: the form whose columns are meant.
  func sayRules(by words: ActionWords?, of form: ImportForm) throws {
    let rules = try ruleWords()
    let catalog = words?.catalog ?? .english
    let said = { (english: KeyPath<RuleWords, String>) in
      rules.map { catalog.naming(catalog.text($0[keyPath: english], in: $0.name), in: form) }
    }
    let ways = rules.map { words?.say($0.wayOut, of: $0.name, $0.actions, in: form) }
    try execute("truncate rule_words")
    try execute(
      """
      insert into rule_words
      select * from unnest(\(rules.map(\.name)), \(said(\.sentence)), \(said(\.wayOut)), \(said(\.detail)),
        \(ways))
      """)
  }
}
