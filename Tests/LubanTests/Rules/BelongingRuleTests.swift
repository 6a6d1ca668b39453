import Postgres
import Support
import Testing

@testable import Luban

/// Every part belongs to a whole that is known, and stands in it once.
@Suite("Rules of belonging")
struct BelongingRuleTests {
  private static let breaches = [
    Breach(
      "country_sco_is_of_a_known_country",
      "insert into country_sco (country, status, since, verified) values ('ZZ', 'member', '2020-01-01', true)"
    ),
    Breach("city_is_in_a_known_country", "insert into city (country, name) values ('ZZ', 'Nowhere')"),
    Breach("sister_city_is_a_known_city", "update sister_city set city_id = -city_id"),
    Breach(
      "isced_field_is_below_a_known_one",
      "insert into isced_field (code, level, parent_code, title_en) values ('8888', 'detailed', '888', 'x')"),
    Breach(
      "language_level_is_of_a_known_framework",
      """
      insert into language_level (framework, level, rank, exam_parts, confidence) values ('none', '1', 1, '{}', 'low')
      """),
    Breach(
      "partner_name_is_of_a_partner",
      "insert into partner_name (partner_id, language, name) values (-1, 'en', 'x')"),
    Breach(
      "contact_is_of_a_partner",
      "insert into partner_contact (partner_id, nth, name, email) values (-1, 1, 'x', 'x@y.org')"),
    Breach(
      "partner_event_is_of_a_partner",
      """
      insert into partner_event (partner_id, nth, status, effective_on) values (-1, 1, 'active', '2026-01-01')
      """),
    Breach("agreement_renews_a_known_one", "update agreement set renews_id = -1"),
    Breach(
      "agreement_party_is_of_an_agreement",
      "insert into agreement_party (agreement_id, partner_id) select -1, id from partner"),
    Breach(
      "agreement_has_a_party_once",
      "insert into agreement_party (agreement_id, partner_id) table agreement_party"),
    Breach(
      "agreement_scope_is_of_an_agreement",
      "insert into agreement_scope (workshop_id, agreement_id) select id, -1 from workshop"),
    Breach("agreement_covers_a_known_program", "update agreement_scope set program_id = -1"),
    Breach("agreement_covers_a_known_workshop", "update agreement_scope set workshop_id = -1"),
    Breach("workshop_counter_is_of_a_workshop", "insert into workshop_counter (workshop_id) values (-1)"),
    Breach(
      "workshop_milestone_is_of_a_workshop",
      "insert into workshop_event (workshop_id, nth, kind, happened_on) values (-1, 1, 'signed', '2024')"),
    Breach(
      "workshop_role_is_in_a_workshop",
      """
      insert into workshop_role (workshop_id, partner_id, role, until)
      select -1, id, 'lead', '2026-01-01' from partner
      """),
    Breach(
      "revision_is_of_a_workshop",
      "insert into revision (workshop_id, table_name, row_id, before) values (-1, 'student', 1, '{}')"),
    Breach(
      "course_prerequisite_is_of_a_course",
      "insert into course_prerequisite (course_id, requires_id) select -1, id from course where code = 'T-1'"),
    Breach("course_requires_a_known_course", "update course_prerequisite set requires_id = -1"),
    Breach(
      "course_requires_another_once",
      "insert into course_prerequisite (course_id, requires_id) table course_prerequisite"),
    Breach(
      "course_support_is_of_a_course",
      "insert into course_support (course_id, supports_id) select -1, id from course where code = 'T-1'"),
    Breach("course_supports_a_known_course", "update course_support set supports_id = -1"),
    Breach(
      "course_supports_another_once",
      "insert into course_support (course_id, supports_id) table course_support"),
    Breach(
      "program_edition_is_of_a_program",
      """
      insert into program_edition (program_id, edition, titles, mode, isced_field, isced_level, months)
      select -1, edition, titles, mode, isced_field, isced_level, months from program_edition
      """),
    Breach(
      "program_stage_is_of_an_edition",
      "insert into program_stage (edition_id, nth, place, months) values (-1, 1, 'Tianjin', 6)"),
    Breach(
      "program_certificate_is_of_an_edition",
      "insert into program_certificate (edition_id, side, title) values (-1, 'host', 'Diploma')"),
    Breach(
      "elective_group_is_of_an_edition",
      "insert into elective_group (edition_id, code, minimum_credits) values (-1, 'E1', 1)"),
    Breach(
      "elective_group_is_once_in_its_edition",
      """
      insert into elective_group (edition_id, code, minimum_credits)
      select edition_id, code, minimum_credits from elective_group
      """),
    Breach(
      "curriculum_is_of_an_edition",
      "insert into curriculum_item (edition_id, course_id, term) select -1, id, 1 from course where code = 'T-1'"
    ),
    Breach(
      "cohort_is_of_a_workshop",
      """
      insert into cohort (workshop_id, code, edition_id, program_id, intake_on, planned_end_on, window_opens_on,
        window_closes_on, capacity)
      select -1, 'UZ-TAS-LOG-1', id, program_id, '2026-09-01', '2028-07-01', '2026-01-01', '2026-09-30', 1
      from program_edition
      """),
    Breach(
      "student_is_of_a_workshop",
      "insert into student (workshop_id, number, birth_on, nationality) values (-1, 1, '2005-01-01', 'UZ')"),
    Breach(
      "student_name_of_a_kind_ends_once_a_day",
      """
      insert into student_name (workshop_id, student_id, kind, full_name)
      select workshop_id, student_id, kind, 'Another' from student_name
      """),
    Breach("import_is_of_a_workshop", "update import_batch set workshop_id = -1"),
    Breach(
      "import_number_is_unique",
      """
      insert into import_batch (workshop_id, id, number, command, noun, file_name, file_bytes, options, lines, people_created,
        people_changed, enrollments_created, unchanged, refused)
      select workshop_id, id + 1, number, gen_random_uuid(), noun, file_name, file_bytes, options, lines, people_created, people_changed,
        enrollments_created, unchanged, refused from import_batch
      """),
    Breach(
      "import_is_noted_once_a_workshop",
      """
      insert into import_batch (workshop_id, id, number, command, noun, file_name, file_bytes, options, lines, people_created,
        people_changed, enrollments_created, unchanged, refused)
      select workshop_id, id + 1, number + 1, command, noun, file_name, file_bytes, options, lines, people_created,
        people_changed, enrollments_created, unchanged, refused from import_batch
      """),
    Breach("import_counter_is_of_a_workshop", "insert into import_counter values (-1, 1)"),
  ]

  @Test("each is held by the database, whoever writes")
  func breaches() async throws {
    try await withOffice { office in
      try await furnish(office)
      await office.expectRefused(Self.breaches)
    }
  }

  @Test("a key that somebody takes at the same moment is told in words, and nothing is written")
  func takenKey() async throws {
    try await withOffice { office in
      try await furnish(office)
      await #expect(
        throws: LubanError.conflict(
          BrokenRule(
            name: "workshop_event_pkey", sentence: "Somebody else has entered the same at this moment.",
            wayOut: "Nothing was written: run the command again.", detail: ""))
      ) {
        try await office.translatingErrors {
          try await office.database.write { tx in
            try tx.execute(
              """
              insert into workshop_event (workshop_id, nth, kind, happened_on)
              select id, 1, kind::workshop_event_kind, '2024' from workshop, unnest(array['signed', 'unveiled']) kind
              """)
          }
        }
      }
    }
  }

  @Test("no table is truncated past its rules")
  func truncation() async throws {
    try await withOffice { office in
      try await furnish(office)
      let tables = try await office.database.read { tx in
        try tx.rows(
          """
          select relname::text from pg_class where relnamespace = 'luban'::regnamespace and relkind = 'r' order by 1
          """, as: String.self)
      }
      #expect(tables.count > 30)
      for table in tables {
        do {
          try await office.database.write { tx in
            try tx.execute("truncate \(identifier: table) cascade")
            throw CancellationError()
          }
        } catch PostgresError.server(let error) {
          let rules = ["nothing_is_truncated", "events_are_kept", "cohort_tally_follows_events"]
          #expect(rules.contains(error.constraint ?? ""), "\(table): \(error.message)")
        } catch { Issue.record("\(table) was truncated: \(error)") }
      }
    }
  }

  /// Something of everything.
  private func furnish(_ office: Office) async throws {
    try await office.agreement()
    try await office.course("T-1")
    try await office.course("T-2", requires: ["T-1"])
    try await office.modules.add(
      .init(code: "L-1", level: .init("hsk2010:3"), hours: 10, supports: ["T-1"]))
    try await office.programs.addToCurriculum(
      NewCurriculumItem(course: "T-2", term: 1, electiveGroup: "E1", minimumCredits: 1), of: "LOG")
    _ = try await office.take("full_name,birth_date,nationality\nАнна Б,2005-01-01,UZ\n") {
      $0.noun = .people
      $0.cohort = nil
      $0.workshop = "UZ-TAS"
    }
  }
}
