import Postgres

/// The roster: who is in which cohort.
enum RosterReport {
  static let columns: [Column] = [
    Column("cohort", "code of the cohort"),
    Column("student", "number of the student"),
    Column("full_name", "name as the student writes it"),
    Column("latin_name", "name as in the passport"),
    Column("chinese_name", "Chinese name", isShown: false),
    Column("gender", "gender", isShown: false),
    Column("birth_date", "birth date", isShown: false),
    Column("nationality", "nationality, ISO 3166-1"),
    Column("state", "where the enrollment stands", isChief: true),
    Column("since", "day on which that state began", isChief: true),
    Column("applied_on", "day of the application", isShown: false),
    Column("email", "e-mail address", isShown: false),
    Column("phone", "telephone number", isShown: false),
    Column("workshop", "code of the workshop", isShown: false),
    Column("program", "code of the program", isShown: false),
  ]

  static func body(_ scope: ReportScope, _ standing: Standing, on day: Day) -> SQL {
    """
    select r.cohort, r.student, r.full_name, r.latin_name, r.chinese_name, r.gender, r.birth_date,
      r.nationality, r.state, r.since, r.applied_on, r.email, r.phone, r.workshop, r.program
    from (
      select c.code as cohort, shown_number(s.number) as student,
        native.full_name, latin.full_name as latin_name, chinese.full_name as chinese_name,
        s.gender::text, s.birth_on as birth_date,
        s.nationality, e.state::text, e.state_on as since, e.applied_on, s.email, s.phone,
        w.code as workshop, w.country, p.code as program, ed.mode::text, c.intake_on as intake
      from \(fragment: standing.enrollments) e
      join \(fragment: standing.cohorts) c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      join workshop w on w.id = c.workshop_id
      join \(fragment: standing["program_edition"]) ed on ed.id = c.edition_id
      join program p on p.id = ed.program_id
      join \(fragment: standing["student"]) s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
      \(fragment: standing.names("native"))
      \(fragment: standing.names("latin"))
      \(fragment: standing.names("chinese"))
      where (\(scope.cohort) is null or c.code = \(scope.cohort)) and e.state <> 'annulled'
    ) r
    where \(fragment: scope.condition(on: day))
    """
  }
}
