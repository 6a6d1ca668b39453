import Messages
import Postgres

extension Transaction {
  /// Fills the table `rule_words`, of which the script `problem` takes what it says of rules.
  ///
  /// - Parameter words: what the front says, in its language.
  func sayRules(by words: ActionWords?) throws {
    let rules = try ruleWords()
    let catalog = words?.catalog ?? .english
    let said = { (english: KeyPath<RuleWords, String>) in
      rules.map { catalog.text($0[keyPath: english], in: $0.name) }
    }
    let ways = rules.map { words?.say($0.wayOut, of: $0.name, $0.actions) }
    try execute("truncate rule_words")
    try execute(
      """
      insert into rule_words
      select * from unnest(\(rules.map(\.name)), \(said(\.sentence)), \(said(\.wayOut)), \(said(\.detail)),
        \(ways))
      """)
  }
}
