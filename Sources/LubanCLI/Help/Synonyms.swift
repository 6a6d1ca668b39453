import ArgumentParser
import Luban

/// What people call commands and options, and how these are called here.
///
/// They are no aliases: a command has one name in help, documents and scripts.
enum Synonyms {
  /// Verbs that are taken for each other, those of Luban first: of them a noun has the one that is meant.
  private static let verbs: [(ours: [String], others: Set<String>)] = [
    (
      ["add", "plan", "open", "issue", "offer", "take", "survey"],
      ["create", "new", "make", "register", "insert", "enter", "record"]
    ),
    (["list", "rates"], ["ls", "all", "index", "browse"]),
    (["show", "list", "status"], ["view", "get", "info", "describe", "details", "display", "see", "print"]),
    (["find", "list"], ["search", "lookup", "query", "filter"]),
    (["edit", "correct"], ["change", "update", "modify", "set", "rename", "alter", "fix", "amend"]),
    (
      ["remove", "retire", "revoke", "undo", "cancel", "end", "close", "destroy"],
      ["delete", "rm", "del", "drop", "erase", "discard"]
    ),
    (
      ["end", "close", "cancel", "retire", "withdraw", "stop"],
      ["terminate", "finish", "deactivate", "archive", "disable", "leave", "quit"]
    ),
    (["reactivate", "resume", "return", "restore"], ["reopen", "activate", "enable", "readmit"]),
    (["import", "restore"], ["load", "upload", "read", "bulk"]),
    (["export", "sheet", "list", "backup"], ["download", "save", "dump", "write"]),
    (["move", "transfer"], ["reschedule", "shift", "postpone"]),
    (["renew", "reissue"], ["extend", "prolong", "replace"]),
    (["plan", "schedule"], ["timetable"]),
    (["start"], ["run", "begin", "launch"]),
    (["verify", "clashes", "compare"], ["check", "validate", "conflicts"]),
  ]

  /// Nouns of schools, and those of Luban.
  private static let nouns: [String: Set<String>] = [
    "agreement": ["contract", "memorandum", "mou", "treaty"],
    "attendance": ["absence", "register", "presence"],
    "class": ["lesson", "session", "lecture", "timetable", "schedule", "section"],
    "cohort": ["group", "intake", "cohorts", "grade"],
    "course": ["subject", "discipline"],
    "credential": ["certificate", "diploma", "award", "qualification"],
    "culture": ["event", "festival", "activity"],
    "db": ["database", "server", "backup", "restore", "migrate"],
    "enrollment": ["application", "admission", "waitlist", "registration"],
    "holiday": ["vacation"],
    "import": ["batch", "template", "upload"],
    "instructor": ["teacher", "trainer", "lecturer", "staff", "tutor"],
    "language": ["hsk", "level"],
    "outcome": ["graduate", "job", "employment", "alumni", "survey"],
    "partner": ["university", "school", "college", "company", "enterprise", "institution", "contact"],
    "placement": ["internship", "practice", "apprenticeship"],
    "program": ["programme", "curriculum", "edition", "specialty", "major"],
    "progress": ["completion"],
    "report": ["statistics", "stats", "indicators"],
    "result": ["mark", "exam", "score", "transcript", "test"],
    "student": ["person", "people", "pupil", "learner", "trainee"],
    "workshop": ["center", "site"],
  ]

  /// Options that are taken for each other.
  private static let options: [Set<String>] = [
    ["on", "as-of", "applied", "date", "day", "at", "since"],
    ["from", "since", "begins", "start", "effective"], ["to", "until", "ends", "end", "expires"],
    ["name", "title", "full", "full-name"], ["family", "surname", "last-name"],
    ["given", "first-name", "forename"], ["state", "status"],
    ["output", "out", "file"], ["reason", "code", "note", "why", "comment"], ["mark", "score", "grade"],
    ["cohort", "group"], ["class", "course"], ["instructor", "teacher"], ["birth", "birth-date", "born"],
    ["level", "framework", "target"], ["hours", "theory"], ["effective", "signed"],
  ]

  /// Whether one option is taken for the other.
  static func areAlike(_ one: String, _ other: String) -> Bool {
    options.contains { $0.contains(one) && $0.contains(other) }
  }

  /// The command that is meant by a word, where it is no misspelling.
  static func command(_ word: String, among names: [String]) -> String? {
    let word = word.lowercased()
    if let noun = noun(word, among: names) { return noun }
    return verbs.lazy.filter { $0.others.contains(word) || $0.ours.contains(word) }
      .compactMap { $0.ours.first { names.contains($0) } }.first
  }

  /// `student list` for `list students`.
  static func turned(
    _ verb: String, _ noun: String?, among commands: [any ParsableCommand.Type]
  ) -> String? {
    guard let noun = noun.flatMap({ self.noun($0.lowercased(), among: commands.map { $0._commandName }) }),
      let subcommands = commands.first(where: { $0._commandName == noun })?.configuration.subcommands
    else { return nil }
    let names = subcommands.map { $0._commandName }
    let meant = names.contains(verb) ? verb : command(verb, among: names)
    return meant.map { "\(noun) \($0)" }
  }

  /// The noun of Luban's for one in the singular or plural.
  static func noun(_ word: String, among names: [String]) -> String? {
    let forms = [word, word.withoutEnding("s"), word.withoutEnding("es")]
    return forms.first(where: names.contains)
      ?? forms.lazy.compactMap { form in names.first { nouns[$0]?.contains(form) == true } }.first
  }
}

extension String {
  fileprivate func withoutEnding(_ ending: String) -> String {
    hasSuffix(ending) ? String(dropLast(ending.count)) : self
  }
}
