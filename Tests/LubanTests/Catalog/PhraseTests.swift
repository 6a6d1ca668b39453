import FoundationEssentials
import Luban
import Messages
import Postgres
import Support
import Testing

/// What the database says in a text and its values, so that it can be said in each language.
@Suite("Phrases of the database")
struct PhraseTests {
  /// The texts that scripts of the database have.
  private static func texts() throws -> Set<String> {
    let scripts = try SourceFile.all(in: "sql", ending: ".sql").filter { !$0.path.hasSuffix("0_phrase.sql") }
    return try Set(
      scripts.flatMap { try $0.text.matches(#"(?:phrase|wording)\('((?:[^']|'')+)'\)"#) }
        .map { $0.replacing("''", with: "'") })
  }

  private static func catalog(_ language: Language, _ file: String) throws -> Catalog {
    try Catalog(
      language,
      portableObject: String(contentsOfFile: "\(Program.repository)/po/\(file).po", encoding: .utf8))
  }

  /// What the database makes of a text and values.
  private static func said(_ function: SQL, _ text: String, _ values: [String], in office: Office)
    async throws -> String
  {
    try await office.database.read { tx in
      try tx.one(
        "select format(\(fragment: function)(\(text)), variadic \(values))", as: String.self)
    }
  }

  @Test("a phrase read in English is what a program gets, for each text that there is")
  func english() async throws {
    let texts = try Self.texts()
    #expect(texts.count > 80)
    try await withOffice { office in
      for text in texts {
        let count = text.matches(of: /\{[0-9]\}/).count
        let values = (0..<count).map { "100 % of <\($0)> {1}" }
        let phrase = try await Self.said("phrase", text, values, in: office)
        let wording = try await Self.said("wording", text, values, in: office)
        #expect(Catalog.english.reading(phrase) == wording)
        #expect(!wording.contains { $0.unicodeScalars.contains { $0.value < 32 } })
      }
    }
  }

  @Test("for a reader of another language a column has phrases, of which each is said in it")
  func column() async throws {
    let chinese = try Self.catalog(.chinese, "zh_CN")
    try await withOffice { office in
      let told = try await office.database.read { tx in
        try tx.execute("set local luban.language = 'zh'")
        return try tx.one(
          """
          select report.part_in_words('course', 'LOG-210', 1, 0,
            format(wording('{0} on {1}, attempt {2}'), 41, '2026-01-18', 1))
          """, as: String.self)
      }
      #expect(chinese.reading(told) == "LOG-210 未通过（2026-01-18 成绩 41，第 1 次）")
      #expect(
        Catalog.english.reading(told) == "LOG-210 not passed (41 on 2026-01-18, attempt 1)")
    }
  }

  @Test("a word that tables have is said as there, and text around a phrase stays", arguments: [true, false])
  func word(isKnown: Bool) throws {
    let russian = try Self.catalog(.russian, "ru")
    let text = "S-00001 \u{e}{0} since {1} UTC\u{1f}\u{e}excused\u{f}\u{1f}09:00\u{f} — \u{e}strange\u{f}"
    #expect(
      (isKnown ? russian : Catalog.english).reading(text)
        == (isKnown
          ? "S-00001 уважительная причина с 09:00 UTC — strange"
          : "S-00001 excused since 09:00 UTC — strange"))
  }

  @Test("what is cut off or has no beginning is shown as it stands")
  func broken() {
    for text in ["a\u{f}b", "\u{e}a", "a\u{1f}b", "\u{e}a\u{1f}b"] {
      #expect(!Catalog.english.reading(text).isEmpty)
    }
  }

  @Test("no phrase has a quote, which would end the field of a file of refused lines")
  func quotes() throws {
    let catalogs = [try Self.catalog(.chinese, "zh_CN"), try Self.catalog(.russian, "ru")]
    for text in try Self.texts() {
      #expect(!text.contains("\"") && !catalogs.contains { $0.text(text).contains("\"") })
    }
  }
}
