import Luban
import Postgres
import Support
import Testing

@Suite("What the tables held at a time")
struct KnownTableTests {
  /// What there is one row of at least, beside what a graduation leaves.
  private static let more: SQL = """
    insert into workshop_role (workshop_id, partner_id, role)
    select w.id, i.id, 'awarding_body' from workshop w, partner i where i.code = 'UZ-A';
    insert into partner_contact (partner_id, nth, name, phone)
    select id, 1, 'Karimov', '+998 71 000 00 00' from partner where code = 'UZ-A';
    insert into program_edition (program_id, edition, titles, mode, isced_field, isced_level, months)
    select program_id, 'NEXT', titles, mode, isced_field, isced_level, months from program_edition limit 1;
    insert into elective_group (edition_id, code, minimum_credits)
    select id, 'E1', 2 from program_edition where edition = 'NEXT';
    insert into instructor (workshop_id, partner_id, staff_number, full_name, since)
    select w.id, i.id, '7', 'Instructor 7', '2020-01-01' from workshop w, partner i where i.code = 'UZ-A';
    insert into instructor_certification (workshop_id, instructor_id, course_id, since)
    select i.workshop_id, i.id, c.id, '2020-01-01' from instructor i, course c where c.code = 'LOG-210';
    insert into instructor_training (workshop_id, instructor_id, title, begins_on, ends_on, hours)
    select workshop_id, id, 'EPIP', '2021-01-01', '2021-01-10', 40 from instructor;
    insert into placement_evaluation (workshop_id, placement_id, side, scale, mark, value, passed, evaluated_on)
    select workshop_id, id, 'school', 'percent', '80', 80, true, '2024-11-30' from placement;
    insert into survey (workshop_id, cohort_id, months, sent_on)
    select workshop_id, id, 6, '2025-06-01' from cohort limit 1
    """

  /// What others must be there for, or a completion, whatever the rules say of it.
  private static let besideRules: SQL = """
    alter table agreement disable trigger user;
    insert into agreement (code, kind, effective_on) values ('A-1', 'memorandum', '2024-01-01');
    alter table survey_contact disable trigger user;
    alter table outcome disable trigger user;
    insert into survey_contact (workshop_id, survey_id, enrollment_id, is_reachable, asked_on)
    select v.workshop_id, v.id, e.id, true, '2025-06-01' from survey v join enrollment e using (workshop_id) limit 1;
    insert into outcome (workshop_id, enrollment_id, months, status, answered_on)
    select workshop_id, id, 6, 'seeking', '2025-06-01' from enrollment limit 1
    """

  @Test("come back as they were, after every row was changed, removed and entered anew")
  func tables() async throws {
    // Nobody asks the rules, so that each table can be emptied.
    try await withOffice(.graduation, isWellInTheEnd: false) { office in
      try await office.database.write { tx in
        try tx.runScript(Self.more)
        try tx.runScript(Self.besideRules)
      }
      let tables = try await office.database.read { tx in
        try tx.rows(
          """
          select tgrelid::regclass::text from pg_trigger
          where tgfoid = 'luban.keeps_revisions'::regproc and tgname ~ 'keeps_revisions$' order by 1
          """, as: String.self)
      }
      #expect(tables.count > 25)
      for table in tables {
        let plain: SQL = "select coalesce(string_agg(to_jsonb(r)::text, E'\\n' order by r.id), '') from"
        let before = try await office.database.read { tx in
          try tx.one("\(fragment: plain) \(identifier: table) r", as: String.self)
        }
        #expect(!before.isEmpty, "\(table) is empty")
        let then = try await office.now()
        let known: SQL =
          "\(fragment: plain) report.\(identifier: "known_" + table)(\(then, as: .timestamptz)) r"
        try await office.database.write { tx in
          try Self.lookAwayFromRules(of: table, tx)
          try tx.execute("update \(identifier: table) set recorded_by = 'somebody'")
          try tx.execute("update \(identifier: table) set recorded_by = 'somebody else'")
          try tx.execute(
            """
            with gone as (delete from \(identifier: table) returning *)
            insert into \(identifier: table) overriding system value
            select n.* from gone g, jsonb_populate_record(null::\(identifier: table),
              to_jsonb(g) || jsonb_build_object('id', g.id + 1000000, 'recorded_at', now())) n
            """)
        }
        let after = try await office.database.read { tx in try tx.one(known, as: String.self) }
        #expect(after == before, "\(table)")
      }
    }
  }

  /// Only the history of a table is asked for: neither who refers to it nor its rules.
  private static func lookAwayFromRules(of table: String, _ tx: Transaction) throws {
    for kept in ["keeps_revisions", "keeps_what_is_removed"] {
      try tx.execute(
        "alter table \(identifier: table) enable always trigger \(identifier: table + "_" + kept)")
    }
    try tx.runScript("set local session_replication_role = replica")
  }

  private static func told(at then: KnownTime) -> SQL {
    """
    select string_agg(told, E'\\n' order by told) from (
      select r::text from list.cohort_report('2024-12-31', \(then, as: .timestamptz)) r
      union all
      select r::text from report.completion_part('2024-12-31', \(then, as: .timestamptz)) r
      union all
      select r::text from report.completion('2024-12-31', \(then, as: .timestamptz)) r
      union all
      select r::text from report.result_figures('2024-12-31', \(then, as: .timestamptz)) r
      union all
      select r::text from report.language_gain('2024-12-31', \(then, as: .timestamptz)) r) r (told)
    """
  }

  @Test(
    "of what all workshops share, so that names, titles, courses and rules in a report are those known then")
  func shared() async throws {
    try await withOffice(.graduation, isWellInTheEnd: false) { office in
      let then = try await office.now()
      let told = Self.told(at: then)
      let before = try await office.database.read { tx in try tx.one(told, as: String.self) }
      #expect(before.contains("UZ-TAS-LOG-2024A"))
      for change in [
        "update workshop set titles = titles || '{\"en\": \"Another\"}'",
        "update partner_name set name = 'Another ' || name",
        "update partner set code = 'X-' || code",
        "update workshop_role set until = '2024-02-01' where since < '2024-02-01'",
        "update program set code = 'OTHER'",
        "update course set titles = titles || '{\"en\": \"Another\"}', code = 'X-' || code",
      ] as [SQL] {
        try await office.database.write { tx in try tx.execute(change) }
        let after = try await office.database.read { tx in try tx.one(told, as: String.self) }
        #expect(after == before, "\(change)")
      }
      // What a cohort that was opened has frozen is not frozen to who looks away from the rules.
      for (table, change) in [
        ("program_edition", "update program_edition set titles = titles || '{\"en\": \"Another\"}'"),
        ("course", "update course set hours_theory = hours_theory + 7, credits = 9"),
        ("curriculum_item", "delete from curriculum_item where course_id = (select max(id) from course)"),
        ("curriculum_item", "update curriculum_item set weight = 3"),
        ("completion_rule", "update completion_rule set attendance_percent = 99, language_level = '2'"),
        ("completion_rule", "delete from completion_rule"),
      ] as [(String, SQL)] {
        try await office.database.write { tx in
          try Self.lookAwayFromRules(of: table, tx)
          try tx.execute(change)
        }
        let after = try await office.database.read { tx in try tx.one(told, as: String.self) }
        #expect(after == before, "\(change)")
      }
      let present = Self.told(at: try await office.now())
      let after = try await office.database.read { tx in try tx.one(present, as: String.self) }
      #expect(after != before)
    }
  }

  @Test("of names: one in another script that was added later, and corrected since, was not known")
  func scripts() async throws {
    try await withOffice(.graduation) { office in
      func name(at then: KnownTime) async throws -> String? {
        try await office.database.read { tx in
          try tx.one(
            """
            select report.known_name(workshop_id, id, 'chinese', \(then, as: .timestamptz)) from student where number = 1
            """, as: String?.self)
        }
      }
      let none = try await office.now()
      for change in [
        """
        insert into student_name (workshop_id, student_id, kind, full_name)
        select workshop_id, id, 'chinese', '王一' from student where number = 1
        """,
        "update student_name set full_name = '王二' where kind = 'chinese'",
        "delete from student_name where kind = 'chinese'",
        """
        insert into student_name (workshop_id, student_id, kind, full_name)
        select workshop_id, id, 'chinese', '王三' from student where number = 1
        """,
      ] as [SQL] {
        let before = try await office.now()
        let known = try await name(at: before)
        try await office.database.write { tx in try tx.execute(change) }
        #expect(try await name(at: before) == known)
        #expect(try await name(at: none) == nil)
      }
      #expect(try await name(at: try await office.now()) == "王三")
    }
  }

  @Test("of levels at entry: an application that was annulled showed none")
  func annulled() async throws {
    try await withOffice(.graduation) { office in
      try await office.cohort("UZ-TAS-LOG-2024B", year: 2024)
      try await office.people(1)
      func shown(at then: KnownTime) async throws -> String? {
        try await office.database.read { tx in
          try tx.one(
            """
            select (select l.shown_on::text from report.known_entry_level(\(then, as: .timestamptz)) l
              where (l.workshop_id, l.student_id) = (s.workshop_id, s.id))
            from student s where number = 3
            """, as: String?.self)
        }
      }
      try await office.database.write { tx in
        try tx.execute("update student set entry_framework = 'hsk2010', entry_rank = 1 where number = 3")
      }
      _ = try await office.enrollments.enroll(
        students(3), in: "UZ-TAS-LOG-2024A", appliedOn: try #require(Day("2024-06-01")))
      _ = try await office.enrollments.enroll(
        students(3), in: "UZ-TAS-LOG-2024B", as: .applied, appliedOn: try #require(Day("2024-06-11")))
      let both = try await office.now()
      #expect(try await shown(at: both) == "2024-06-01")
      try await office.database.write { tx in
        try tx.execute(
          """
          insert into enrollment_event (workshop_id, enrollment_id, nth, effective_on, voids, reason)
          select e.workshop_id, e.id, 2, '2024-06-01', 1, 'entered by mistake'
          from enrollment e join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
          where s.number = 3 and e.applied_on = '2024-06-01'
          """)
      }
      #expect(try await shown(at: try await office.now()) == "2024-06-11")
      #expect(try await shown(at: both) == "2024-06-01")
    }
  }
}
