import Support
import Testing

@Suite("Rules of courses and modules")
struct CourseRuleTests {
  private static let breaches = [
    Breach(
      "course_code_is_unique",
      "insert into course (code, kind, titles, hours_theory) values ('T-1', 'technical', '{\"en\": \"x\"}', 1)"
    ),
    Breach(
      "course_uid_is_unique",
      "update course set uid = (select uid from course where code = 'T-2') where code = 'T-1'"),
    Breach("code_is_short_and_upper_case", "update course set code = 't-1' where code = 'T-1'"),
    Breach("titles_are_by_language", "update course set titles = '{}' where code = 'T-1'"),
    Breach("titles_are_by_language", "update course set titles = '{\"English\": \"x\"}' where code = 'T-1'"),
    Breach("course_theory_is_plausible", "update course set hours_theory = -1 where code = 'T-1'"),
    Breach("course_theory_is_plausible", "update course set hours_theory = 'NaN' where code = 'T-1'"),
    Breach("course_practice_is_plausible", "update course set hours_practice = -1 where code = 'T-1'"),
    Breach("course_credits_are_plausible", "update course set credits = -1 where code = 'T-1'"),
    Breach("course_has_hours", "update course set hours_theory = 0, hours_practice = 0 where code = 'T-1'"),
    Breach("course_level_is_of_its_framework", "update course set level = '9' where code = 'L-1'"),
    Breach("language_module_has_a_language", "update course set language = 'zh' where code = 'T-1'"),
    Breach("language_module_has_a_language", "update course set language = null where code = 'L-2'"),
    Breach("language_tag_is_bcp47", "update course set language = 'Chinese' where code = 'L-1'"),
    Breach(
      "only_language_modules_have_a_level",
      "update course set framework = 'hsk2010', level = '1' where code = 'T-1'"),
    Breach("only_language_modules_have_a_level", "update course set level = null where code = 'L-1'"),
    Breach("module_level_is_of_its_language", "update course set language = 'ru' where code = 'L-1'"),
    Breach(
      "module_level_is_of_its_language",
      "update course set framework = 'hsk2010', level = '1' where code = 'L-2'"),
    Breach("culture_module_has_a_theme", "update course set theme = null where code = 'C-1'"),
    Breach("culture_module_has_a_theme", "update course set theme = ' ' where code = 'C-1'"),
    Breach("culture_module_has_a_theme", "update course set theme = 'tea' where code = 'T-1'"),
    Breach(
      "course_retirement_has_a_reason", "update course set retired_on = '2026-01-01' where code = 'T-1'"),
    Breach(
      "course_retirement_has_a_reason",
      "update course set retired_on = '2026-01-01', retire_reason = ' ' where code = 'T-1'"),
    Breach("course_is_retired_once", "update course set retired_on = '2026-01-01' where code = 'OLD-1'"),
    Breach("course_is_retired_once", "update course set retire_reason = 'another' where code = 'OLD-1'"),
    Breach(
      "retired_course_enters_no_curriculum",
      """
      insert into curriculum_item (edition_id, course_id, term)
      select e.id, c.id, 1 from program_edition e, course c where e.edition = '2027' and c.code = 'OLD-1'
      """),
    Breach(
      "course_does_not_require_itself",
      """
      insert into course_prerequisite select id, id from course where code = 'T-1'
      """),
    Breach(
      "course_prerequisites_have_no_circle",
      """
      insert into course_prerequisite select a.id, b.id from course a, course b where (a.code, b.code) = ('T-1', 'T-2')
      """),
    // As a set, neither row of which closes the circle alone.
    Breach(
      "course_prerequisites_have_no_circle",
      """
      insert into course_prerequisite select a.id, b.id from course a, course b
      where (a.code, b.code) in (('T-1', 'T-3'), ('T-3', 'T-2'))
      """),
    Breach(
      "course_does_not_support_itself",
      "insert into course_support select id, id from course where code = 'L-1'"),
    Breach(
      "modules_support_technical_courses",
      """
      insert into course_support select a.id, b.id from course a, course b where (a.code, b.code) = ('L-1', 'C-1')
      """),
    Breach(
      "modules_support_technical_courses",
      """
      insert into course_support select a.id, b.id from course a, course b where (a.code, b.code) = ('T-1', 'T-2')
      """),
    Breach(
      "modules_support_technical_courses",
      """
      update course set kind = 'culture', theme = 'tea' where code = 'T-1'
      """),
    Breach(
      "modules_support_technical_courses",
      """
      update course set kind = 'technical', language = null, framework = null, level = null where code = 'L-1'
      """),
    Breach("taught_course_keeps_its_hours", "update course set hours_theory = 99 where code = 'T-2'"),
    Breach("taught_course_keeps_its_hours", "update course set credits = 99 where code = 'T-2'"),
    Breach("taught_course_keeps_its_hours", "update course set kind = 'placement' where code = 'T-2'"),
  ]

  @Test("each is held by the database, whoever writes")
  func breaches() async throws {
    try await withOffice { office in
      try await office.ground()
      try await office.course("T-1")
      try await office.course("T-2", requires: ["T-1"])
      try await office.course("T-3")
      try await office.course("OLD-1")
      try await office.courses.retire("OLD-1", reason: "old")
      try await office.modules.add(
        .init(code: "L-1", level: .init("hsk2010:3"), hours: 10, supports: ["T-1"]))
      try await office.modules.add(.init(code: "L-2", language: "ru", hours: 10))
      try await office.modules.add(.init(code: "C-1", theme: "tea", hours: 10))
      try await office.programs.addToCurriculum(.init(course: "T-2", term: 1), of: "LOG")
      try await office.cohort()
      try await office.programs.newEdition("2027", of: "LOG")
      await office.expectRefused(Self.breaches)
    }
  }
}
