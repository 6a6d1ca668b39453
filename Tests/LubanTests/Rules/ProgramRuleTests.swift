import Luban
import Postgres
import Support
import Testing

/// All but program_edition_key_with_program: the keys are generated, so that it cannot be broken.
@Suite("Rules of programs and curricula")
struct ProgramRuleTests {
  /// FREE is a program whose edition is not in use.
  private static let ofFree: SQL = "program_id = (select id from program where code = 'FREE')"
  private static let breaches = [
    Breach("program_code_is_unique", "insert into program (code) values ('LOG')"),
    Breach(
      "program_uid_is_unique",
      "update program set uid = (select uid from program where code = 'LOG') where code = 'FREE'"),
    Breach(
      "program_edition_is_once",
      """
      insert into program_edition (program_id, edition, titles, mode, isced_field, isced_level, months)
      select program_id, edition, titles, mode, isced_field, isced_level, months from program_edition
      """),
    Breach(
      "code_is_short_and_upper_case", "update program_edition set edition = 'new' where \(fragment: ofFree)"),
    Breach(
      "titles_are_by_language",
      "update program_edition set titles = '{\"en\": \"\"}' where \(fragment: ofFree)"),
    Breach(
      "program_field_is_isced", "update program_edition set isced_field = '1234' where \(fragment: ofFree)"),
    Breach("program_level_is_isced", "update program_edition set isced_level = 9 where \(fragment: ofFree)"),
    Breach(
      "program_lasts_a_month_or_more", "update program_edition set months = 0 where \(fragment: ofFree)"),
    Breach(
      "program_minimum_age_is_plausible",
      "update program_edition set minimum_age = 9 where \(fragment: ofFree)"),
    Breach(
      "program_schooling_is_isced",
      "update program_edition set minimum_schooling = 9 where \(fragment: ofFree)"),
    Breach(
      "program_requires_a_known_program",
      "update program_edition set requires_program_id = -1 where \(fragment: ofFree)"),
    Breach(
      "program_does_not_require_itself",
      "update program_edition set requires_program_id = program_id where \(fragment: ofFree)"),
    Breach(
      "program_entry_level_is_of_its_framework",
      "update program_edition set entry_framework = 'cefr', entry_level = '3' where \(fragment: ofFree)"),
    Breach(
      "program_entry_level_is_whole",
      "update program_edition set entry_framework = 'cefr' where \(fragment: ofFree)"),
    Breach("program_stage_lasts_a_month_or_more", "update program_stage set months = 0"),
    Breach("program_stage_has_a_place", "update program_stage set place = ' '"),
    Breach("program_stages_are_numbered_once", "update program_stage set nth = 1"),
    Breach("program_stage_partner_is_known", "update program_stage set partner_id = -1"),
    Breach("program_certificate_has_a_title", "update program_certificate set title = ''"),
    Breach("program_certificate_is_once_a_side", "update program_certificate set side = 'host'"),
    Breach("program_certificate_body_is_known", "update program_certificate set partner_id = -1"),
    Breach("elective_group_asks_for_credits", "update elective_group set minimum_credits = 0"),
    Breach("elective_group_asks_for_credits", "update elective_group set minimum_credits = 'NaN'"),
    Breach(
      "curriculum_course_is_known",
      """
      insert into curriculum_item (edition_id, course_id, term) select id, -1, 1 from program_edition where \(fragment: ofFree)
      """),
    Breach(
      "curriculum_has_a_course_once",
      """
      insert into curriculum_item (edition_id, course_id, term)
      select edition_id, course_id, term from curriculum_item where elective_group is not null
      """),
    Breach(
      "curriculum_term_is_counted_from_one",
      "update curriculum_item set term = 0 where elective_group is not null"),
    Breach(
      "curriculum_term_is_counted_from_one",
      "update curriculum_item set term = 21 where elective_group is not null"),
    Breach(
      "curriculum_weight_is_plausible",
      "update curriculum_item set weight = 0 where elective_group is not null"),
    Breach(
      "curriculum_weight_is_plausible",
      "update curriculum_item set weight = 'NaN' where elective_group is not null"),
    Breach(
      "curriculum_group_is_of_its_edition",
      "update curriculum_item set elective_group = 'E9' where elective_group = 'E1'"),
    Breach("curriculum_group_is_of_its_edition", "delete from elective_group"),
    Breach("edition_in_use_is_frozen", "update program_edition set months = 99"),
    Breach("edition_in_use_is_frozen", "delete from program_edition where not (\(fragment: ofFree))"),
    Breach("edition_in_use_is_frozen", "update curriculum_item set term = 9"),
    Breach("edition_in_use_is_frozen", "delete from curriculum_item where elective_group is null"),
    Breach(
      "edition_in_use_is_frozen",
      """
      update curriculum_item set edition_id = (select id from program_edition where \(fragment: ofFree)) where elective_group is null
      """),
    Breach(
      "edition_in_use_is_frozen",
      """
      update curriculum_item set edition_id = (select id from program_edition where not (\(fragment: ofFree)))
      where elective_group is not null
      """),
    Breach(
      "edition_in_use_is_frozen",
      """
      insert into elective_group (edition_id, code, minimum_credits) select id, 'E2', 1 from program_edition where not (\(fragment: ofFree))
      """),
    Breach(
      "edition_in_use_is_frozen",
      """
      insert into program_stage (edition_id, nth, place, months)
      select id, 1, 'Tianjin', 6 from program_edition where not (\(fragment: ofFree))
      """),
    Breach(
      "edition_in_use_is_frozen",
      """
      insert into program_certificate (edition_id, side, title)
      select id, 'host', 'Diploma' from program_edition where not (\(fragment: ofFree))
      """),
    Breach("edition_in_use_is_frozen", "update program_edition set titles = '{\"en\": \"Rails\"}'"),
    // Of what is amended with a reason, no more than the paper says.
    amending("update program_edition set titles = '{\"en\": \"Rails\"}', months = 99"),
    amending(
      """
      insert into program_certificate (edition_id, side, title)
      select id, 'chinese', 'Diploma' from program_edition where not (\(fragment: ofFree))
      """),
    amending("delete from program_edition where not (\(fragment: ofFree))"),
    Breach("program_amendment_is_of_an_edition", amended(edition: "-1")),
    Breach("program_amendment_has_a_reason", amended(reason: "' '")),
    amending("update program_amendment set reason = 'another'", breaks: "program_amendment_stays"),
    amending("delete from program_amendment", breaks: "program_amendment_stays"),
  ]

  private static func amended(edition: SQL = "e.id", reason: SQL = "'a misprint'") -> SQL {
    """
    insert into program_amendment (edition_id, amended_on, reason, before)
    select \(fragment: edition), '2026-01-01', \(fragment: reason), '{}' from program_edition e where not (\(fragment: ofFree))
    """
  }

  private static func amending(_ sql: SQL, breaks rule: String = "edition_in_use_is_frozen") -> Breach {
    Breach(rule, "do $$ begin \(fragment: amended()); \(fragment: sql); end $$")
  }

  @Test("each is held by the database, whoever writes")
  func breaches() async throws {
    try await withOffice { office in
      try await office.ground()
      try await office.course("T-1")
      try await office.course("T-2")
      try await office.programs.addToCurriculum(NewCurriculumItem(course: "T-1", term: 1), of: "LOG")
      try await office.cohort()
      var free = ProgramDetails {
        ($0.titles, $0.mode, $0.field, $0.level, $0.months) = (
          ["en": "Free"], .shortTermTraining, "0716", 4, 3
        )
      }
      free.stages = [ProgramStage(place: "workshop", months: 1), ProgramStage(place: "Tianjin", months: 2)]
      free.certificates = [
        ProgramCertificate(side: .host, title: "Diploma"), ProgramCertificate(side: .chinese, title: "证书"),
      ]
      try await office.programs.add("FREE", edition: "2026", free)
      try await office.programs.addToCurriculum(
        NewCurriculumItem(course: "T-2", term: 1, electiveGroup: "E1", minimumCredits: 1), of: "FREE")
      await office.expectRefused(Self.breaches)
    }
  }
}
