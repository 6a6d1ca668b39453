import Messages
import Postgres

extension Transaction {
  /// Fills the table `rule_words`, of which the script `problem` takes what it says of rules, in a language.
  func sayRules(in catalog: Catalog) throws {
    let rules = try rows(
      "select name, sentence, way_out, detail from rule",
      as: (String.self, String.self, String.self, String.self))
    let said = { (english: [String]) in
      zip(rules, english).map { rule, text in catalog.text(text, in: rule.0) }
    }
    try execute("truncate rule_words")
    try execute(
      """
      insert into rule_words
      select * from unnest(\(rules.map(\.0)), \(said(rules.map(\.1))), \(said(rules.map(\.2))),
        \(said(rules.map(\.3))))
      """)
  }
}
