import Postgres

extension Attendances {
  /// Rates of attendance, each with numerator and denominator; formula in docs/reference/indicators.md.
  ///
  /// Those of students follow them through the cohorts they came from; those of classes and cohorts are of
  /// their own sessions.
  public func rates(by unit: AttendanceUnit, _ scope: AttendanceScope = AttendanceScope()) -> Listing {
    Listing(
      columns: Self.keyColumns(unit) + [
        Column("attended_hours", "hours at which they were there, also late"),
        Column("held_hours", "hours noted while enrolled, excused as the completion rule says"),
        Column("rate", "attended / held, %, cut to one digit"),
        Column("sessions", "sessions noted, counted once a student", isShown: false),
        Column("present", "present", isShown: false),
        Column("late", "late"),
        Column("excused", "excused"),
        Column("absent", "absent"),
      ] + (unit == .student ? [Column("key", "cohort and student", isShown: false)] : []),
      order: [unit == .student ? "key" : unit.rawValue],
      on: scope.asked,
      body: { day in
        """
        select \(fragment: Self.keys(unit)), trim_scale(f.attended_hours) as attended_hours,
          trim_scale(f.held_hours) as held_hours,
          report.attendance_percent(f.attended_hours, f.held_hours) as rate,
          f.sessions, f.present, f.late, f.excused, f.absent
          \(fragment: unit == .student ? ", h.code || '/' || shown_number(t.number) as key" : "")
        from (
          select r.workshop_id, r.cohort_id \(fragment: Self.grouping(unit)), sum(r.held_hours) as held_hours,
            sum(r.attended_hours) as attended_hours, sum(r.sessions) as sessions, sum(r.present) as present,
            sum(r.late) as late, sum(r.excused) as excused, sum(r.absences) as absent
          from \(fragment: Self.source(unit))(
            \(day), coalesce(\(scope.knownAt), now())) r
          where \(fragment: Self.condition(scope))
          group by r.workshop_id, r.cohort_id \(fragment: Self.grouping(unit))
        ) f
        join cohort h on (h.workshop_id, h.id) = (f.workshop_id, f.cohort_id)
        join \(fragment: KnownTables(knownAt: scope.knownAt)["workshop"]) w on w.id = f.workshop_id
        \(fragment: Self.names(unit, scope.knownAt))
        where \(scope.below)::numeric is null
          or report.attendance_percent(f.attended_hours, f.held_hours) < \(scope.below)
        """
      })
  }

  private static func keyColumns(_ unit: AttendanceUnit) -> [Column] {
    switch unit {
    case .student:
      [
        Column("cohort", "code of the cohort"), Column("student", "number of the student"),
        Column("name", "name as the student writes it"),
        Column("workshop", "code of the workshop", isShown: false),
      ]
    case .taughtClass:
      [
        Column("class", "cohort and course"), Column("title", "title of the course", isShown: false),
        Column("workshop", "code of the workshop", isShown: false),
      ]
    case .cohort:
      [Column("cohort", "code of the cohort"), Column("workshop", "code of the workshop", isShown: false)]
    }
  }

  private static func keys(_ unit: AttendanceUnit) -> SQL {
    switch unit {
    case .student:
      "h.code as cohort, shown_number(t.number) as student, n.full_name as name, w.code as workshop"
    case .taughtClass:
      """
      h.code || '/' || k.code as class, main_title(k.titles) as title, w.code as workshop
      """
    case .cohort: "h.code as cohort, w.code as workshop"
    }
  }

  private static func source(_ unit: AttendanceUnit) -> SQL {
    unit == .student ? "report.student_attendance" : "report.attendance_rate"
  }

  private static func grouping(_ unit: AttendanceUnit) -> SQL {
    switch unit {
    case .student: ", r.enrollment_id"
    case .taughtClass: ", r.class_id, r.course_id"
    case .cohort: ""
    }
  }

  private static func names(_ unit: AttendanceUnit, _ knownAt: KnownTime?) -> SQL {
    switch unit {
    case .student:
      """
      join enrollment e on (e.workshop_id, e.id) = (f.workshop_id, f.enrollment_id)
      join student t on (t.workshop_id, t.id) = (e.workshop_id, e.student_id)
      cross join lateral (
        select report.known_name(t.workshop_id, t.id, 'native',
          coalesce(\(knownAt), now())) as full_name) n
      """
    case .taughtClass: "join \(fragment: KnownTables(knownAt: knownAt)["course"]) k on k.id = f.course_id"
    case .cohort: ""
    }
  }

  /// What narrows the rows before they are added up, by keys that indexes know.
  private static func condition(_ scope: AttendanceScope) -> SQL {
    var conditions: [SQL] = ["true"]
    if let workshop = scope.workshop ?? scope.student?.workshop {
      conditions.append("r.workshop_id = (select id from workshop where code = \(workshop))")
    }
    if let cohort = scope.cohort ?? scope.taughtClass?.cohort {
      conditions.append(
        """
        r.workshop_id = (select workshop_id from cohort where code = \(cohort))
          and r.cohort_id = (select id from cohort where code = \(cohort))
        """)
    }
    if let course = scope.taughtClass?.course {
      conditions.append("r.course_id = (select id from course where code = \(course))")
    }
    if let student = scope.student {
      conditions.append(
        """
        (r.workshop_id, r.enrollment_id) in (
          select e.workshop_id, e.id from enrollment e
          join student t on (t.workshop_id, t.id) = (e.workshop_id, e.student_id)
          where t.number = \(student.number))
        """)
    }
    return .joined(conditions, separator: " and ")
  }
}
