import Postgres

extension Results {
  /// Results as a listing, by cohort, course, student and attempt.
  public func list(_ filter: ResultFilter = ResultFilter()) -> Listing {
    let known = KnownTables(knownAt: filter.knownAt)
    return Listing(
      columns: [
        Column("cohort", "code of the cohort"),
        Column("course", "code of the course"),
        Column("student", "number of the student"),
        Column("name", "name as the student writes it"),
        Column("attempt", "number of the attempt", .number),
        Column("mark", "the mark as its scale writes it"),
        Column("passed", "whether it passes: yes or no"),
        Column("graded_on", "day of the exam or the decision", .day),
        Column("kind", "graded, recognized or transferred"),
        Column("scale", "scale of the mark", isShown: false),
        Column("value", "what the mark counts", .number, isShown: false),
        Column("graded_by", "partner and staff number of who graded", isShown: false),
        Column("from", "partner a transferred credit comes from", isShown: false),
        Column("agreement", "agreement under which it was transferred", isShown: false),
        Column("evidence", "what a recognition or transfer rests on", isShown: false),
        Column("note", "reason of the latest correction", isShown: false),
        Column("workshop", "code of the workshop", isShown: false),
        Column("key", "cohort, course, student and attempt", isShown: false),
      ],
      order: ["key"],
      body: """
        select c.code as cohort, k.code as course, shown_number(s.number) as student, n.full_name as name,
          r.attempt, r.mark, case when r.passed then 'yes' else 'no' end as passed, r.graded_on, r.kind::text,
          r.scale, trim_scale(r.value) as value, g.code || '/' || i.staff_number as graded_by,
          p.code as "from", a.number as agreement, r.evidence, r.note, w.code as workshop,
          c.code || '/' || k.code || '/' || shown_number(s.number) || '/' || r.attempt as key
        from \(fragment: known["result"]) r
        join enrollment e on (e.workshop_id, e.id) = (r.workshop_id, r.enrollment_id)
        join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
        join \(fragment: known["workshop"]) w on w.id = r.workshop_id
        join \(fragment: known["course"]) k on k.id = r.course_id
        join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
        cross join lateral (
          select report.known_name(s.workshop_id, s.id, 'native',
            coalesce(\(filter.knownAt), 'infinity')) as full_name) n
        left join \(fragment: known["instructor"]) i
          on (i.workshop_id, i.id) = (r.workshop_id, r.instructor_id)
        left join \(fragment: known["institution"]) g on g.id = i.institution_id
        left join \(fragment: known["institution"]) p on p.id = r.institution_id
        left join \(fragment: known["agreement"]) a on a.id = r.agreement_id
        where (\(filter.workshop) is null or w.code = \(filter.workshop))
          and (\(filter.cohort) is null or c.code = \(filter.cohort))
          and (\(filter.course) is null or k.code = \(filter.course))
          and (\(filter.student?.number) is null or s.number = \(filter.student?.number))
          and (\(filter.student?.workshop) is null or w.code = \(filter.student?.workshop))
          and (\(filter.kind)::result_kind is null or r.kind = \(filter.kind))
          and (\(filter.passed) is null or r.passed = \(filter.passed))
          and (\(filter.from) is null or r.graded_on >= \(filter.from))
          and (\(filter.to) is null or r.graded_on <= \(filter.to))
        """)
  }

  /// What came of each class that has begun, with the pass rate of its course.
  ///
  /// - Parameters:
  ///   - day: the day for which the figures are true.
  ///   - knownAt: as far as had been recorded by then; `nil` for all that is known.
  public func rates(
    workshop: WorkshopCode? = nil, cohort: CohortCode? = nil, course: CourseCode? = nil,
    asOf day: Day = .today,
    knownAt: KnownTime? = nil
  ) -> Listing {
    Listing(
      columns: [
        Column("cohort", "code of the cohort"),
        Column("course", "code of the course"),
        Column("title", "title of the course in English, or in the first language there is", isShown: false),
        Column("graded", "students with a counted mark", .number),
        Column("passed", "of these, passed", .number),
        Column("failed", "of these, not passed", .number),
        Column("withdrawn", "left after the census, in the class and without a mark", .number),
        Column("recognized", "recognized or transferred, in no rate", .number),
        Column("pass_rate", "passed / (passed + failed + withdrawn), %; empty below 10", .number),
        Column("workshop", "code of the workshop", isShown: false),
        Column("key", "cohort and course", isShown: false),
      ],
      order: ["key"],
      on: AskedDay(day, workshop: workshop, cohort: cohort),
      body: { day in
        """
        select c.code as cohort, k.code as course, main_title(k.titles) as title, r.graded, r.passed,
          r.failed, r.withdrawn, r.recognized, r.pass_rate, w.code as workshop, c.code || '/' || k.code as key
        from cohort c
        join \(fragment: KnownTables(knownAt: knownAt)["workshop"]) w on w.id = c.workshop_id
        cross join lateral (
          select * from report.course_result(\(day), coalesce(\(knownAt), 'infinity')) r
          where r.workshop_id = c.workshop_id and r.cohort_id = c.id offset 0) r
        join \(fragment: KnownTables(knownAt: knownAt)["course"]) k on k.id = r.course_id
        where (\(workshop) is null or w.code = \(workshop)) and (\(cohort) is null or c.code = \(cohort))
          and (\(course) is null or k.code = \(course))
        """
      })
  }
}
