import Luban

/// What Luban says in English, as the template from which translations are made.
struct MessageTemplate {
  private var known: Set<[String]> = []
  private(set) var text = """
    # Written by `make docs`.
    msgid ""
    msgstr ""
    "Content-Type: text/plain; charset=UTF-8\\n"
    "Content-Transfer-Encoding: 8bit\\n"

    """

  /// - Parameters:
  ///   - columns: names of columns of listings, reports and files that are filled in.
  ///   - words: what stands in cells, beside states and kinds.
  ///   - help: the texts of all help.
  init(of rules: [RuleWords], words: [String], columns: [String], help: [String]) {
    for rule in rules {
      add(rule.sentence, "the rule", in: rule.name)
      if rule.wayOut != rule.sentence { add(rule.wayOut, "the way out", in: rule.name) }
      add(rule.detail, "what broke it", in: rule.name)
    }
    for (name, sentence) in ActionWords.commands.sentences.sorted(by: { $0.key < $1.key }) {
      add(sentence, "what helps, at the command line", in: "action \(name)")
    }
    for link in ActionWords.links { add(link, "between two names of options", in: "fields") }
    for column in columns where !Heading.sharedColumns.contains(column) {
      add(column, "the heading of a column; of one that is filled in, a word for it", in: "column")
    }
    for meaning in ImportForm.all.flatMap(\.columns).map(\.meaning) {
      add(meaning, "what a column of a file holds", in: "holds")
    }
    for text in help { add(text, "the help of a command or option", in: "help") }
    for kind in WorkshopMilestoneKind.allCases {
      add(kind.milestone, "what a workshop has reached", in: "milestone")
    }
    for (noun, words) in Word.own.sorted(by: { $0.key < $1.key }) {
      for word in words { add(word, "a state or a kind, as it stands in a sentence", in: "word of \(noun)") }
    }
    for word in Word.all + words { add(word, "a state or a kind, as it stands in a sentence", in: "word") }
  }

  /// Adds what has words of its own, and not just a value.
  private mutating func add(_ english: String, _ what: String, in context: String) {
    guard !english.isEmpty, !isValue(english), known.insert([context, english]).inserted else { return }
    let flag = english.contains("{") ? "#, python-brace-format\n" : ""
    text += """

      #. \(what)
      \(flag)msgctxt \(quoted(context))
      msgid \(quoted(english))
      msgstr ""

      """
  }

  private func isValue(_ text: String) -> Bool {
    text.first == "{" && text.firstIndex(of: "}") == text.indices.last
  }

  private func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing(
      "\n", with: "\\n")
    return "\"\(escaped)\""
  }
}
