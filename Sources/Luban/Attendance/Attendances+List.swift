import Postgres

extension Attendances {
  /// What was noted, as a listing: a row a student and session.
  public func list(_ filter: AttendanceFilter = AttendanceFilter()) -> Listing {
    Listing(
      columns: [
        Column("class", "cohort and course"),
        Column("date", "day of the session", .day),
        Column("time", "when it begins"),
        Column("hours", "hours it counts", .number, isShown: false),
        Column("student", "number of the student"),
        Column("name", "name as the student writes it"),
        Column("status", "present, late, excused or absent"),
        Column("recorded_at", "when it was entered, UTC", isShown: false),
        Column("corrections", "how often it was corrected", .number, isShown: false),
        Column("batch", "the import that brought it", isShown: false),
        Column("workshop", "code of the workshop", isShown: false),
        Column("key", "class, date, time and student", isShown: false),
      ],
      order: ["key"],
      body: """
        select h.code || '/' || k.code as class, s.held_on as date, left(s.begins_at::text, 5) as time,
          s.hours,
          shown_number(t.number) as student, n.full_name as name, attendance_word(a.status) as status,
          to_char(a.recorded_at, 'YYYY-MM-DD HH24:MI') as recorded_at,
          (select count(*) from attendance_past p where (p.workshop_id, p.session_id, p.enrollment_id)
            = (a.workshop_id, a.session_id, a.enrollment_id)) as corrections,
          (select shown_batch(b.number) from import_batch b where b.id = a.batch_id limit 1) as batch,
          w.code as workshop,
          h.code || '/' || k.code || ' ' || s.held_on || ' ' || left(s.begins_at::text, 5) || ' '
            || shown_number(t.number) as key
        from attendance a
        join session s on (s.workshop_id, s.id) = (a.workshop_id, a.session_id)
        join class c on (c.workshop_id, c.id) = (s.workshop_id, s.class_id)
        join cohort h on (h.workshop_id, h.id) = (c.workshop_id, c.cohort_id)
        join course k on k.id = c.course_id
        join workshop w on w.id = a.workshop_id
        join enrollment e on (e.workshop_id, e.id) = (a.workshop_id, a.enrollment_id)
        join student t on (t.workshop_id, t.id) = (e.workshop_id, e.student_id)
        left join student_name n on (n.workshop_id, n.student_id, n.kind, n.valid_to)
          = (t.workshop_id, t.id, 'native', 'infinity')
        where (\(filter.workshop ?? filter.student?.workshop) is null
            or w.code = \(filter.workshop ?? filter.student?.workshop))
          and (\(filter.cohort ?? filter.taughtClass?.cohort) is null
            or h.code = \(filter.cohort ?? filter.taughtClass?.cohort))
          and (\(filter.taughtClass?.course) is null or k.code = \(filter.taughtClass?.course))
          and (\(filter.student?.number) is null or t.number = \(filter.student?.number))
          and (\(filter.from) is null or s.held_on >= \(filter.from))
          and (\(filter.to) is null or s.held_on <= \(filter.to))
          and (cardinality(\(filter.statuses.map(\.rawValue))) = 0
            or attendance_word(a.status) = any (\(filter.statuses.map(\.rawValue))))
        """)
  }
}
