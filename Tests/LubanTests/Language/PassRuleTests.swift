import Luban
import Postgres
import Support
import Testing

/// The reference table itself says what is tried: a level added to it is tried as well.
@Suite("Pass rules of language frameworks")
struct PassRuleTests {
  private struct Level {
    let level: LanguageLevel
    let pass: Int?
    let most: Int?
  }

  private func levels(_ office: Office) async throws -> [Level] {
    try await office.database.read { tx in
      try tx.rows(
        """
        select framework || ':' || level, pass_score::int, max_score::int from language_level
        order by framework, rank
        """, as: (LanguageLevel.self, Int?.self, Int?.self)
      ).map { Level(level: $0, pass: $1, most: $2) }
    }
  }

  @Test("the boundary score of each level passes, and a point below fails; the most points are the most")
  func boundaries() async throws {
    try await withOffice { office in
      try await office.people(1)
      let ruled = try await levels(office).filter { $0.pass != nil }
      #expect(Set(ruled.map(\.level.framework)).isSuperset(of: ["hsk2010", "hskk", "yct"]))
      for one in ruled {
        let pass = try #require(one.pass)
        let most = try #require(one.most)
        func isPassed(_ score: Int, on day: String) async throws -> Bool {
          try await office.languageCertificates.add(
            one.level, of: students(1)[0], on: #require(Day(day)),
            LanguageCertificateDetails(score: Double(score))
          ).isPassed
        }
        #expect(try await isPassed(pass, on: "2026-06-01"), "\(one.level) with \(pass)")
        #expect(try await !isPassed(pass - 1, on: "2026-06-02"), "\(one.level) with \(pass - 1)")
        #expect(try await isPassed(most, on: "2026-06-03"), "\(one.level) with \(most)")
        await expectBroken("language_score_is_within_its_level") {
          try await isPassed(most + 1, on: "2026-06-04")
        }
      }
    }
  }

  @Test(
    "where no rule is published the certificate's own statement is needed, kept, and said to be just that")
  func statements() async throws {
    try await withOffice { office in
      try await office.people(1)
      let unruled = try await levels(office).filter { $0.pass == nil }
      #expect(Set(unruled.map(\.level.framework)) == ["gf0025-2021", "hsk2025", "cefr"])
      for one in unruled {
        func add(_ stated: StatedResult?, on day: String) async throws -> LanguageCertificate {
          var details = LanguageCertificateDetails()
          details.stated = stated
          return try await office.languageCertificates.add(
            one.level, of: students(1)[0], on: #require(Day(day)), details)
        }
        await expectBroken("language_test_without_a_rule_has_a_statement") {
          try await add(nil, on: "2026-06-01")
        }
        let passed = try await add(.pass, on: "2026-06-01")
        #expect(passed.isPassed && passed.isPassAsStated)
        let failed = try await add(.fail, on: "2026-06-02")
        #expect(!failed.isPassed && failed.isPassAsStated)
      }
      let csv = try await office.csv(
        try await office.languageCertificates.list(), Page(limit: 1, columns: ["level", "result"]))
      #expect(csv.hasSuffix("passed (stated)\n"))
    }
  }

  @Test(
    "parts are named in the language of the list; all of them add up to the score, in points of each part")
  func parts() async throws {
    try await withOffice { office in
      try await office.people(1)
      var details = LanguageCertificateDetails()
      details.parts = ["听力": 60, "Чтение": 61, "writing": 59]
      let day = try #require(Day("2026-06-01"))
      let level = LanguageLevel(framework: "hsk2010", level: "4")
      let added = try await office.languageCertificates.add(level, of: students(1)[0], on: day, details)
      #expect(added.parts == ["Listening": 60, "Reading": 61, "Writing": 59])
      #expect(added.score == 180 && added.isPassed)
      var correction = LanguageCertificateCorrection(reason: "misread")
      correction.details.parts = ["听力": 59]
      let corrected = try await office.languageCertificates.correct(
        level, of: students(1)[0], on: day, correction)
      #expect(corrected.parts == ["Listening": 59, "Reading": 61, "Writing": 59])
      #expect(corrected.score == 179 && !corrected.isPassed)
    }
  }
}
