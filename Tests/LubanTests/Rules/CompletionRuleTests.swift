import Luban
import Postgres
import Support
import Testing

@Suite("Rules of completion")
struct CompletionRuleTests {
  /// Student 1 has every part of the rule, student 2 none; FREE is a program that nobody uses.
  private static let breaches = [
    Breach("completed_enrollment_has_every_part", complete(2)),
    Breach("completion_rule_is_of_an_edition", "insert into completion_rule (edition_id) values (-1)"),
    Breach("completion_rule_scale_is_known", rule("scale", "'guess'")),
    Breach("completion_attendance_is_a_percentage", rule("attendance_percent", "101")),
    Breach("completion_attendance_is_a_percentage", rule("attendance_percent", "0")),
    Breach("completion_attendance_is_a_percentage", rule("course_attendance_percent", "-5")),
    Breach("completion_hours_are_plausible", rule("culture_hours", "0")),
    Breach("completion_hours_are_plausible", rule("placement_hours", "20000")),
    Breach(
      "completion_language_level_is_of_its_framework",
      rule("language_framework, language_level", "'cefr', '4'")),
    Breach("completion_language_level_is_whole", rule("language_framework", "'cefr'")),
    Breach("edition_in_use_is_frozen", "update completion_rule set attendance_percent = 10"),
    Breach("edition_in_use_is_frozen", "delete from completion_rule"),
    Breach(
      "curriculum_scale_is_known",
      """
      insert into curriculum_item (edition_id, course_id, term, scale)
      select e.id, k.id, 1, 'guess' from program_edition e join program p on p.id = e.program_id, course k
      where p.code = 'FREE' and k.code = 'LOG-210'
      """),
  ]

  /// What takes from student 1, who has completed, what the rule asks.
  private static let losses = [
    Breach(
      "completed_enrollment_has_every_part",
      "update result set mark = '40', value = 40, passed = false, note = 'misread'"),
    Breach("completed_enrollment_has_every_part", "delete from result"),
    Breach("completed_enrollment_has_every_part", "delete from language_certificate"),
    Breach("completed_enrollment_has_every_part", "update participation set hours = 5, note = 'misread'"),
    Breach("completed_enrollment_has_every_part", "update placement_log set hours = 4, note = 'misread'"),
    Breach("completed_enrollment_has_every_part", "update attendance set status = 'absent'"),
  ]

  private static func rule(_ columns: SQL, _ values: SQL) -> SQL {
    """
    insert into completion_rule (edition_id, \(fragment: columns))
    select e.id, \(fragment: values) from program_edition e join program p on p.id = e.program_id where p.code = 'FREE'
    """
  }

  private static func complete(_ student: Int) -> SQL {
    """
    insert into enrollment_event (workshop_id, enrollment_id, nth, from_state, to_state, effective_on)
    select e.workshop_id, e.id, 2, 'enrolled', 'completed', '2024-12-01'
    from enrollment e join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
    where s.number = \(student)
    """
  }

  private func free(_ office: Office) async throws {
    try await office.graduation()
    try await office.programs.add(
      "FREE", edition: "2026",
      ProgramDetails {
        ($0.titles, $0.mode, $0.field, $0.level, $0.months) = (
          ["en": "Free"], .shortTermTraining, "0413", 4, 3
        )
      })
  }

  @Test("each rule, broken in plain SQL, names itself")
  func plainSQL() async throws {
    try await withOffice { office in
      try await free(office)
      await office.expectRefused(Self.breaches)
    }
  }

  @Test("nothing that a completed enrollment rests on is taken away by plain SQL")
  func losses() async throws {
    try await withOffice { office in
      try await free(office)
      try await office.database.write { tx in try tx.execute(Self.complete(1)) }
      await office.expectRefused(Self.losses)
    }
  }

  @Test("a rule can be given to an edition in use that has none, until somebody has completed it")
  func late() async throws {
    try await withOffice { office in
      try await office.cohort("UZ-TAS-LOG-2024A", year: 2024)
      try await office.people(1)
      let cohort: CohortCode = "UZ-TAS-LOG-2024A"
      _ = try await office.enrollments.enroll(students(1), in: cohort, appliedOn: Day("2024-06-01") ?? .today)
      var changes = CompletionRuleDetails()
      changes.attendance = 70
      try await office.programs.state(changes, of: "LOG")
      changes.attendance = 60
      await expectBroken("edition_in_use_is_frozen") { try await office.programs.state(changes, of: "LOG") }
      // No mark can have been given where there was no scale.
      changes.attendance = 70
      changes.scale = "cis5"
      try await office.programs.state(changes, of: "LOG")
      changes.scale = "percent"
      await expectBroken("edition_in_use_is_frozen") { try await office.programs.state(changes, of: "LOG") }
      changes.scale = nil
      try await office.programs.newEdition("2028", of: "LOG")
      try await office.database.write { tx in
        try tx.execute("alter table completion_rule disable trigger user")
        try tx.execute("delete from completion_rule")
        try tx.execute("alter table completion_rule enable trigger user")
      }
      _ = try await office.enrollments.change(
        .states([.enrolled]), in: cohort, to: .completed, on: Day("2024-12-01") ?? .today)
      await expectBroken("completion_rule_precedes_completion") {
        try await office.programs.state(changes, of: "LOG", edition: "2026")
      }
    }
  }
}
