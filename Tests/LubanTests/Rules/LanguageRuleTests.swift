import Luban
import Postgres
import Support
import Testing

@Suite("Rules of language tests")
struct LanguageRuleTests {
  /// A test of HSK 3 with a score and parts, on a day of its own.
  private static func hsk3(_ score: SQL, _ parts: SQL = "'{}'", stated: SQL = "null") -> SQL {
    """
    insert into language_certificate (workshop_id, student_id, framework, level, taken_on, score, parts, stated_pass)
    select workshop_id, id, 'hsk2010', '3', '2027-01-01', \(fragment: score), \(fragment: parts), \(fragment: stated)
    from student where number = 1
    """
  }

  private static let breaches = [
    Breach("language_certificate_is_of_a_student", "delete from student where number = 1"),
    Breach(
      "language_certificate_is_once",
      """
      insert into language_certificate (workshop_id, student_id, framework, level, taken_on, score)
      select workshop_id, student_id, framework, level, taken_on, 7 from language_certificate
      """),
    Breach(
      "language_certificate_level_is_of_its_framework",
      "update language_certificate set level = '7', note = 'x'"),
    Breach(
      "language_certificate_is_valid_after_the_test",
      "update language_certificate set valid_until = taken_on - 1, note = 'x'"),
    Breach(
      "language_certificate_stays_with_its_student",
      "update language_certificate set student_id = student_id + 1, note = 'x'"),
    Breach("language_correction_has_a_reason", "update language_certificate set score = 181"),
    Breach(
      "language_test_day_is_plausible", "update language_certificate set taken_on = '2100-01-01', note = 'x'"),
    Breach(
      "language_test_day_is_plausible", "update language_certificate set taken_on = 'infinity', note = 'x'"),
    Breach(
      "language_test_is_after_birth", "update language_certificate set taken_on = '2005-01-01', note = 'x'"),
    Breach("language_test_with_a_rule_has_a_score", hsk3("null", stated: "true")),
    Breach("language_test_with_a_rule_has_a_score", hsk3("null", "'{\"Listening\": 80}'")),
    Breach(
      "language_test_without_a_rule_has_a_statement",
      """
      insert into language_certificate (workshop_id, student_id, framework, level, taken_on, score)
      select workshop_id, id, 'hsk2025', '3', '2027-01-01', 250 from student where number = 1
      """),
    Breach("language_statement_agrees_with_the_score", hsk3("179", stated: "true")),
    Breach("language_statement_agrees_with_the_score", hsk3("180", stated: "false")),
    Breach("language_score_is_not_negative", hsk3("-1")),
    Breach("language_score_is_within_its_level", hsk3("300.5")),
    Breach("language_score_is_within_its_level", hsk3("'NaN'")),
    Breach("language_parts_are_points", hsk3("200", "'{\"Listening\": \"80\"}'")),
    Breach("language_parts_are_points", hsk3("200", "'{\"Listening\": null}'")),
    Breach("language_parts_are_points", hsk3("200", "'{\"Listening\": -1}'")),
    Breach("language_parts_are_points", hsk3("200", "'[80, 70]'")),
    Breach("language_parts_are_of_the_exam", hsk3("200", "'{\"Speaking\": 80}'")),
    Breach("language_part_is_within_its_share", hsk3("200", "'{\"Listening\": 101}'")),
    Breach("language_parts_add_up", hsk3("200", "'{\"Listening\": 70, \"Reading\": 70, \"Writing\": 59}'")),
    Breach("language_parts_add_up", hsk3("100", "'{\"Listening\": 70, \"Reading\": 31}'")),
    Breach("language_note_is_not_blank", "update language_certificate set note = ' '"),
    Breach(
      "certificate_number_is_not_blank", "update language_certificate set certificate_number = '', note = 'x'"
    ),
    Breach("certificate_center_is_not_blank", "update language_certificate set center = ' ', note = 'x'"),
  ]

  @Test("each is held by the database, whoever writes")
  func breaches() async throws {
    try await withOffice { office in
      try await office.people(2)
      try await office.languageCertificates.add(
        LanguageLevel(framework: "hsk2010", level: "3"), of: students(1)[0], on: #require(Day("2026-06-21")),
        LanguageCertificateDetails(score: 180))
      await office.expectRefused(Self.breaches)
    }
  }

  @Test("a pass that is written by hand is the one that follows from the score")
  func passIsNotTyped() async throws {
    try await withOffice { office in
      try await office.people(1)
      let passed = try await office.database.write { tx in
        try tx.rows(
          """
          insert into language_certificate (workshop_id, student_id, framework, level, taken_on, score, passed)
          select workshop_id, id, 'hsk2010', '3', '2026-06-21'::date + n, 180 - n, n = 1
          from student cross join generate_series(0, 1) n returning passed
          """, as: Bool.self)
      }
      #expect(passed == [true, false])
    }
  }
}

extension LanguageCertificateDetails {
  init(score: Double) {
    self.init()
    self.score = score
  }
}
