import Messages
import Support
import Testing

@testable import Luban

@Suite("Words of kinds and states")
struct KindWordsTests {
  private static var types: [any Worded.Type] {
    [
      AgreementKind.self, AgreementState.self, AttendanceStatus.self, CertificateSide.self, CohortStatus.self,
      CountedAttempt.self, CourseKind.self, Credential.Status.self, DocumentKind.self, EnrollmentState.self,
      EvaluationSide.self, ExcusedRule.self, Gender.self, LanguageCertificatePurpose.self, OutcomeStatus.self,
      PartnerKind.self, PartnerStatus.self, ProgramMode.self, ResultKind.self, WorkshopRoleKind.self,
      WorkshopStatus.self,
    ]
  }

  @Test("a kind or a state is meant by its code, by what screens call it and by the words of files")
  func meant() {
    func check<Kind: Worded>(_ type: Kind.Type) {
      for value in type.allCases {
        let listed = WordList.lines.filter { type.kinds.contains($0.kind) && $0.means == value.rawValue }
        let spoken = [Language.chinese, .russian].map { Catalog.embedded($0).word(value.rawValue) }
        for word in [value.rawValue, value.rawValue.uppercased()] + spoken + listed.flatMap(\.words) {
          #expect(type.init(word: word)?.rawValue == value.rawValue, "\(type) \(word)")
        }
      }
      #expect(type.init(word: "nothing") == nil)
    }
    for type in Self.types { check(type) }
  }

  @Test("a word that a screen says for a value is one that imports take for the same value")
  func taken() async throws {
    // Rows of words that files know only: of one who returned no screen says a state.
    let spoken = WordList.lines.filter { line in
      Self.types.contains { $0.kinds.contains(line.kind) } && line.means != "returned"
    }
    try await withOffice { office in
      for (kind, means) in Set(spoken.map { [$0.kind, $0.means] }).map({ ($0[0], $0[1]) }) {
        let noun = Self.types.first { $0.kinds.contains(kind) }?.noun ?? ""
        for catalog in [Language.chinese, .russian].map(Catalog.embedded) {
          let word = catalog.word(means, of: noun)
          let read = try await office.database.read { tx in
            try tx.one("select coalesce(meaning(\(kind), \(word)), '')", as: String.self)
          }
          #expect(read == means, "\(kind) \(word)")
        }
      }
    }
  }

  @Test("a mark is read by a word of another country's scale where it means the same")
  func marks() async throws {
    try await withOffice { office in
      let marks = try await office.database.read { tx in
        try tx.rows(
          """
          select coalesce(m.mark, '–') from unnest(\(["cis5", "cis5", "cis5", "zh5", "zh5"]),
            \(["良好", "不及格", "中等", "хорошо", "удовлетворительно"])) with ordinality said (scale, word, nth)
          left join lateral read_mark(said.scale, said.word) m on true order by nth
          """, as: String.self)
      }
      #expect(marks == ["4", "2", "–", "良好", "–"])
    }
  }

  @Test("a level without its framework is the only one that it can be, and refused where there are several")
  func levels() async throws {
    try await withOffice { office in
      let typed: [(String, String)] = [("", "B1"), ("hsk2010", "HSK二级"), ("HSKK", "средний"), ("", "YCT 3")]
      for ((framework, level), expected) in zip(
        typed, ["cefr:B1", "hsk2010:2", "hskk:Intermediate", "yct:3"])
      {
        let found = try await office.database.read { tx in
          try tx.existing(LanguageLevel(framework: framework, level: level))
        }
        #expect(found?.description == expected)
      }
      await #expect {
        try await office.database.read { tx in
          _ = try tx.existing(LanguageLevel(framework: "", level: "HSK二级"))
        }
      } throws: {
        "\($0)".contains("hsk2010:2") && "\($0)".contains("hsk2025:2")
      }
    }
  }
}
