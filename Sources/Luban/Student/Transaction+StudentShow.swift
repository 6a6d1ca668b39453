import Postgres

extension Transaction {
  /// The person behind a key.
  func value(of student: KeyedStudent) throws -> Student {
    try one(
      """
      select s.number, w.code as workshop, native.full_name, native.family_name, native.given_name,
        native.patronymic,
        latin.full_name as latin_name, chinese.full_name as chinese_name, s.birth_on, s.gender, s.nationality,
        s.document_kind, s.document_country, s.document_number, s.email, s.phone, s.schooling,
        l.framework, l.level, s.consent_on
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
      """, Student.init)
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
    return try one(
      """
      select to_char(s.recorded_at, 'YYYY-MM-DD HH24:MI') as entered_at, s.recorded_by,
        (select shown_batch(w.code, b.number) from import_batch b join workshop w on w.id = b.workshop_id
          where (b.workshop_id, b.id) = (s.workshop_id, s.batch_id)) as batch,
        (select count(*) from revision r where r.workshop_id = s.workshop_id
          and r.table_name in ('student', 'student_name') and r.row_id = s.id) as revisions
      from student s where s.workshop_id = \(student.workshopID) and s.id = \(student.id)
      """
    ) { row in
      StudentRecord(
        student: person, formerNames: formerNames, enrollments: enrollments, history: history,
        story: story,
        enteredAt: try row.decode("entered_at"), enteredBy: try row.decode("recorded_by"),
        batch: try row.decode("batch"), revisions: try row.decode("revisions"))
    }
  }

  private func standings(of student: KeyedStudent) throws -> [StudentRecord.Standing] {
    try rows(
      """
      select c.code as cohort, p.code as program, e.state, e.state_on,
        case when e.waitlist_place is not null then (select count(*) from enrollment o
          where o.workshop_id = e.workshop_id
          and o.cohort_id = e.cohort_id and o.waitlist_place <= e.waitlist_place) end as place
      from enrollment e
      join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      join program p on p.id = c.program_id
      where e.workshop_id = \(student.workshopID) and e.student_id = \(student.id) and e.state <> 'annulled'
      order by e.applied_on desc, c.code
      """
    ) { row in
      StudentRecord.Standing(
        cohort: try row.decode("cohort"), program: try row.decode("program"), state: try row.decode("state"),
        since: try row.decode("state_on"), place: try row.decode("place"))
    }
  }

  private func events(of student: KeyedStudent) throws -> [StudentRecord.Event] {
    try rows(
      """
      select v.effective_on, c.code as cohort, v.from_state, v.to_state, v.reason_code, v.reason,
        exists (select from enrollment_event later where later.workshop_id = v.workshop_id
          and later.enrollment_id = v.enrollment_id and later.voids = v.nth) as is_void
      from enrollment e
      join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      join enrollment_event v on (v.workshop_id, v.enrollment_id) = (e.workshop_id, e.id)
      where e.workshop_id = \(student.workshopID) and e.student_id = \(student.id)
      order by v.effective_on, v.recorded_at, c.code, v.nth
      """
    ) { row in
      StudentRecord.Event(
        on: try row.decode("effective_on"), cohort: try row.decode("cohort"),
        from: try row.decode("from_state"),
        to: try row.decode("to_state"), reasonCode: try row.decode("reason_code"),
        reason: try row.decode("reason"),
        isVoid: try row.decode("is_void"))
    }
  }
}

extension Student {
  fileprivate init(_ row: Row) throws {
    number = try row.decode("number")
    workshop = try row.decode("workshop")
    // A person is never without a name, unless plain SQL took it away.
    fullName = try row.decode("full_name", as: String?.self) ?? ""
    familyName = try row.decode("family_name")
    givenName = try row.decode("given_name")
    patronymic = try row.decode("patronymic")
    latinName = try row.decode("latin_name")
    chineseName = try row.decode("chinese_name")
    birthOn = try row.decode("birth_on")
    gender = try row.decode("gender")
    nationality = try row.decode("nationality")
    let kind: DocumentKind? = try row.decode("document_kind")
    let country: String? = try row.decode("document_country")
    let documentNumber: String? = try row.decode("document_number")
    if let kind, let country, let documentNumber {
      document = IdentityDocument(kind: kind, country: country, number: documentNumber)
    } else {
      document = nil
    }
    email = try row.decode("email")
    phone = try row.decode("phone")
    schooling = try row.decode("schooling")
    let framework: String? = try row.decode("framework")
    let step: String? = try row.decode("level")
    if let framework, let step {
      level = LanguageLevel(framework: framework, level: step)
    } else {
      level = nil
    }
    consentOn = try row.decode("consent_on")
  }
}
