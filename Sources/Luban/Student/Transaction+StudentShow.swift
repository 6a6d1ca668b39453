import Postgres

extension Transaction {
  /// The person behind a key.
  func value(of student: KeyedStudent) throws -> Student {
    try one(
      """
      select s.number, w.code as workshop, coalesce(native.full_name, '') as full_name, native.family_name,
        native.given_name, native.patronymic, latin.full_name as latin_name,
        chinese.full_name as chinese_name, s.birth_on, s.gender, s.nationality, s.email, s.phone, s.schooling,
        nullif(concat_ws(':', s.document_kind, s.document_country, s.document_number), '') as document,
        l.framework || ':' || l.level as level, s.consent_on
      from student s
      join workshop w on w.id = s.workshop_id
      left join student_name native on (native.workshop_id, native.student_id, native.kind, native.valid_to)
        = (s.workshop_id, s.id, 'native', 'infinity')
      left join student_name latin on (latin.workshop_id, latin.student_id, latin.kind, latin.valid_to)
        = (s.workshop_id, s.id, 'latin', 'infinity')
      left join student_name chinese
        on (chinese.workshop_id, chinese.student_id, chinese.kind, chinese.valid_to)
        = (s.workshop_id, s.id, 'chinese', 'infinity')
      left join language_level l on (l.framework, l.rank) = (s.entry_framework, s.entry_rank)
      where s.workshop_id = \(student.workshopID) and s.id = \(student.id)
      """, of: Student.self)
  }

  /// All that is known of a person.
  func record(of student: KeyedStudent) throws -> StudentRecord {
    let person = try value(of: student)
    let formerNames = try rows(
      """
      select kind::text, full_name, valid_to from student_name
      where workshop_id = \(student.workshopID) and student_id = \(student.id) and valid_to <> 'infinity'
      order by valid_to desc, kind
      """, as: (String.self, String.self, Day.self)
    ).map(StudentRecord.FormerName.init)
    let enrollments = try standings(of: student)
    let history = try events(of: student)
    let story = try story(of: student)
    let changes = try rows(
      """
      select to_char(changed_at, 'YYYY-MM-DD HH24:MI"Z"') as changed_at, changed_by, about, field, before,
        after, batch, why
      from student_changes(\(student.workshopID)::int, \(student.id))
      order by student_changes.changed_at desc, nth desc, field
      """, of: StudentRecord.Change.self)
    return try one(
      """
      select to_char(s.recorded_at, 'YYYY-MM-DD HH24:MI"Z"') as entered_at, s.recorded_by as entered_by,
        (select shown_batch(w.code, b.number) from import_batch b join workshop w on w.id = b.workshop_id
          where (b.workshop_id, b.id) = (s.workshop_id, s.batch_id)) as batch
      from student s where s.workshop_id = \(student.workshopID) and s.id = \(student.id)
      """, of: StudentRecord.self,
      with: [
        "student": person, "formerNames": formerNames, "enrollments": enrollments, "history": history,
        "story": story, "changes": changes,
      ])
  }

  private func standings(of student: KeyedStudent) throws -> [StudentRecord.Standing] {
    try rows(
      """
      select c.code as cohort, p.code as program, e.state, e.state_on as since,
        waitlist_turn(e.workshop_id, e.cohort_id, e.waitlist_place) as place
      from enrollment e
      join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      join program p on p.id = c.program_id
      where e.workshop_id = \(student.workshopID) and e.student_id = \(student.id) and e.state <> 'annulled'
      order by e.applied_on desc, c.code
      """, of: StudentRecord.Standing.self)
  }

  private func events(of student: KeyedStudent) throws -> [StudentRecord.Event] {
    try rows(
      """
      select v.effective_on as on, c.code as cohort, v.from_state as from, v.to_state as to,
        v.reason_code, v.reason, to_char(v.recorded_at, 'YYYY-MM-DD HH24:MI"Z"') as recorded_at,
        v.recorded_by,
        exists (select from enrollment_event later where later.workshop_id = v.workshop_id
          and later.enrollment_id = v.enrollment_id and later.voids = v.nth) as is_void
      from enrollment e
      join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      join enrollment_event v on (v.workshop_id, v.enrollment_id) = (e.workshop_id, e.id)
      where e.workshop_id = \(student.workshopID) and e.student_id = \(student.id)
      order by v.effective_on, v.recorded_at, c.code, v.nth
      """, of: StudentRecord.Event.self)
  }
}
