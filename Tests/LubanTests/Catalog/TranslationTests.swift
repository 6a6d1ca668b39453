import FoundationEssentials
import Luban
import Messages
import Postgres
import Support
import Testing

@Suite("Translations")
struct TranslationTests {
  private static let languages = ["zh_CN", "ru"]

  private static func file(_ path: String) throws -> String {
    try String(contentsOfFile: Program.repository + "/" + path, encoding: .utf8)
  }

  private static func entries(_ file: String) throws -> [String: PortableObject.Entry] {
    let entries = try PortableObject(Self.file("po/\(file)")).entries
    return Dictionary(uniqueKeysWithValues: entries.map { ("\($0.context)|\($0.english)", $0) })
  }

  @Test(
    "everything that is said in English is said in every language, and nothing else", arguments: languages)
  func completeness(language: String) throws {
    let template = try Self.entries("luban.pot")
    let translated = try Self.entries("\(language).po").filter(\.value.isTranslated)
    #expect(template.count > 1000)
    #expect(Set(template.keys).subtracting(translated.keys) == [], "not translated: make messages")
    #expect(Set(translated.keys).subtracting(template.keys) == [], "not said any more: make messages")
  }

  @Test("what a file of translations has is found by its context and its English words", arguments: languages)
  func found(language: String) throws {
    let catalog = try Catalog(
      language == "ru" ? .russian : .chinese, portableObject: try Self.file("po/\(language).po"))
    for entry in try Self.entries("\(language).po").values where entry.isTranslated {
      #expect(catalog.text(entry.english, in: entry.context) == entry.translations.first)
    }
  }

  @Test(
    "a translation has the placeholders of the English text, and is known to msgfmt by them",
    arguments: languages)
  func placeholders(language: String) throws {
    for entry in try Self.entries("\(language).po").values {
      let placeholders = Self.placeholders(of: entry.english)
      for translation in entry.translations {
        #expect(Self.placeholders(of: translation) == placeholders, "\(entry.context): \(translation)")
      }
      let isFilled = entry.english.contains(/\{[a-z_0-9]+\}/)
      #expect(entry.flags.contains("python-brace-format") == isFilled, "\(entry.context)")
    }
  }

  /// Placeholders, and brackets around what may be missing, however they are ordered.
  private static func placeholders(of text: String) -> [Substring] {
    (text.matches(of: /\{[a-z_0-9]+\}/).map { text[$0.range] }
      + text.matches(of: /[\[\]]/).map { text[$0.range] })
      .sorted()
  }

  /// The paragraphs of the pages of a language, without their commands and what these print.
  private static func prose(in language: String) throws -> [String] {
    let folder = "docs/" + language.prefix(2)
    let folders = [folder, folder + "/how-to", folder + "/roles"]
    let pages = try folders.flatMap { try Transcript.all(in: $0, endingIn: ".md") }
    #expect(pages.count >= 9)
    return try pages.flatMap { page in
      try file(page).replacing(/```[^`]*```|`[^`]*`/, with: "").replacing("\n\n", with: "\u{0}")
        .split(separator: "\u{0}").map(String.init)
    }
  }

  @Test("no translation uses a word that the glossary rules out", arguments: languages)
  func glossary(language: String) throws {
    let rows = try Self.file("docs/glossary.md").split(separator: "\n").filter { $0.hasPrefix("| ") }
      .map { $0.split(separator: "|").map { $0.trimmed } }.dropFirst(2)
    #expect(rows.count >= 50)
    let ruledOut = rows.compactMap { $0.count > 3 ? $0[3] : nil }.flatMap { words in
      words.replacing("，", with: ",").split(separator: ",").map { $0.trimmed }
    }
    let translations =
      try Self.entries("\(language).po").values.flatMap(\.translations) + Self.prose(in: language)
    for word in ruledOut where !word.isEmpty {
      for translation in translations {
        #expect(!translation.lowercased().contains(word), "\(word): \(translation)")
      }
    }
  }

  @Test("nothing is said in a transcript that no translator was given")
  func marked() throws {
    let folder = "Tests/LubanCLITests/Transcripts"
    let files = try FileManager.default.contentsOfDirectory(atPath: Program.repository + "/" + folder)
    let texts = try files.map { try Self.file("\(folder)/\($0)") }
    #expect(texts.contains { $0.contains("⟦") })
    for (file, text) in zip(files, texts) {
      for line in text.split(separator: "\n") { #expect(!line.contains("⟦!"), "\(file)") }
    }
  }

  @Test("a rule's detail takes its values as the database has it, also where some are missing")
  func filled() async throws {
    try await withOffice { office in
      let rules = try await office.schema.ruleWords().filter { !$0.detail.isEmpty }
      #expect(rules.count > 100)
      for rule in rules {
        let names = rule.detail.matches(of: /\{([a-z_]+)\}/).map { String($0.output.1) }
        for present in [names, Array(names.dropFirst()), Array(names.dropLast()), []] {
          let values = Dictionary(present.map { ($0, "<\($0)>") }) { first, _ in first }
          let expected = try await office.database.read { tx in
            try tx.one(
              """
              select coalesce(filled(\(rule.detail),
                jsonb_object(\(Array(values.keys)), \(Array(values.values)))), '')
              """, as: String.self)
          }
          #expect(rule.detail.filled(values) == expected, "\(rule.name)")
        }
      }
    }
  }

  @Test("a broken rule is said in the reader's language, with its values and what helps")
  func told() throws {
    let words = ActionWords(
      ["give": "Give {field}."], in: .embedded(.russian), field: { "--\($0)" })
    let rule = BrokenRule(
      name: "agreement_end_has_a_reason", sentence: "Whoever ends an agreement says why.",
      wayOut: "Give the reason.", actions: [Action("give", "reason")])
    let told = LubanError.ruleBroken(rule).told(by: words)
    #expect(told.contains("[agreement_end_has_a_reason]"))
    #expect(told.contains("--reason"))
    #expect(!told.contains("Whoever"))
    #expect(
      LubanError.ruleBroken(rule).told(by: words.inEnglish).hasPrefix("Whoever ends an agreement says why."))
  }
}

extension Substring {
  fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
