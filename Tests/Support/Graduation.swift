import Luban
import Postgres

extension Ground {
  /// That of ``Luban/Office/graduation()``.
  public static let graduation = Ground("graduation") { try await $0.graduation() }
}

extension Office {
  /// Two students of UZ-TAS-LOG-2024A near the end of a program that asks for everything it can.
  ///
  /// LOG-210 is to be passed, CUL-TEA of 10 hours attended, HSK 1 reached, and 80 % of the hours attended, 10
  /// hours of culture and 8 of placement gathered. Student 1 has all of it by 2024-12-01; student 2 nothing.
  public func graduation() async throws {
    try await ground()
    try await schema.seed(.reference)
    try await partner("UZ-A")
    try await partner("CN-B", country: "CN")
    try await partner("UZ-DEPOT", kind: .enterprise)
    try await course("LOG-210")
    try await modules.add(
      NewModule(code: "CUL-TEA", theme: "tea", titles: ["en": "Tea", "zh": "茶艺"], hours: 10))
    for course in ["LOG-210", "CUL-TEA"] as [CourseCode] {
      try await programs.addToCurriculum(NewCurriculumItem(course: course, term: 1), of: "LOG")
    }
    var changes = ProgramDetails()
    changes.certificates = [
      ProgramCertificate(side: .host, title: "Diploma in Logistics", partner: "UZ-A"),
      ProgramCertificate(side: .chinese, title: "物流证书", partner: "CN-B"),
    ]
    try await programs.edit("LOG", changes)
    var rule = CompletionRuleDetails()
    rule.attendance = 80
    rule.language = LanguageLevel("hsk2010:1")
    rule.cultureHours = 10
    rule.placementHours = 8
    rule.scale = "percent"
    try await programs.state(rule, of: "LOG")
    try await cohort("UZ-TAS-LOG-2024A", year: 2024)
    try await people(2)
    _ = try await enrollments.enroll(
      Support.students(1, 2), in: "UZ-TAS-LOG-2024A", appliedOn: Day("2024-06-01") ?? .today)
    try await database.write { tx in try tx.runScript(Self.record) }
  }

  /// What student 1 did between September and December 2024.
  private static let record: SQL = """
    insert into class (workshop_id, cohort_id, edition_id, course_id, term, begins_on, ends_on)
    select c.workshop_id, c.id, c.edition_id, k.id, 1, '2024-09-01', '2024-11-30'
    from cohort c, course k where k.code in ('LOG-210', 'CUL-TEA');
    insert into session (workshop_id, class_id, held_on, begins_at, ends_at, hours)
    select l.workshop_id, l.id, '2024-09-01'::date + d, '09:00', '10:00', 1
    from class l join course k on k.id = l.course_id, generate_series(0, 9) d where k.code = 'LOG-210';
    insert into attendance (workshop_id, session_id, enrollment_id, status)
    select s.workshop_id, s.id, e.id, (case when s.held_on < '2024-09-09' then 'present' else 'absent' end)::attendance_status
    from session s, enrollment e join student p on (p.workshop_id, p.id) = (e.workshop_id, e.student_id)
    where p.number = 1;
    insert into result (workshop_id, enrollment_id, course_id, attempt, scale, mark, value, passed, graded_on)
    select e.workshop_id, e.id, k.id, 1, 'percent', '72', 72, true, '2024-11-20'
    from course k, enrollment e join student p on (p.workshop_id, p.id) = (e.workshop_id, e.student_id)
    where p.number = 1 and k.code = 'LOG-210';
    insert into language_certificate (workshop_id, student_id, framework, level, taken_on, score, passed)
    select workshop_id, id, 'hsk2010', '1', '2024-11-10', 150, true from student where number = 1;
    insert into culture_event (workshop_id, code, course_id, theme, title, begins_on, ends_on, hours)
    select w.id, 'TEA-1', k.id, 'tea', 'Tea days', '2024-10-01', '2024-10-02', 10 from workshop w, course k
    where w.code = 'UZ-TAS' and k.code = 'CUL-TEA';
    insert into participation (workshop_id, event_id, enrollment_id, hours)
    select v.workshop_id, v.id, e.id, 10
    from culture_event v, enrollment e join student p on (p.workshop_id, p.id) = (e.workshop_id, e.student_id)
    where p.number = 1;
    insert into placement_offer (workshop_id, code, partner_id, title, places, begins_on, ends_on, hours)
    select w.id, 'DEPOT-1', i.id, 'Warehouse', 2, '2024-11-01', '2024-11-30', 8 from workshop w, partner i
    where w.code = 'UZ-TAS' and i.code = 'UZ-DEPOT';
    insert into placement (workshop_id, enrollment_id, offer_id, begins_on, ends_on)
    select o.workshop_id, e.id, o.id, o.begins_on, o.ends_on
    from placement_offer o, enrollment e join student p on (p.workshop_id, p.id) = (e.workshop_id, e.student_id)
    where p.number = 1;
    insert into placement_log (workshop_id, placement_id, worked_on, hours)
    select workshop_id, id, '2024-11-03', 8 from placement;
    """
}
