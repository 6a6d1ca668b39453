import Postgres

/// How far students are in what their program asks, and who will probably not complete it.
public struct Completions: Sendable {
  let office: Office

  /// Every part of the rule for one student as a listing: in one cohort, or in all the student is or was in.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for a student who is not enrolled there, or whose
  ///   program states no rule.
  public func parts(of student: StudentReference, _ scope: CompletionScope = CompletionScope()) async throws
    -> Listing
  {
    let (workshop, id, day) = try await office.read { tx in
      let found = try tx.student(student, in: scope.workshop, orOf: scope.cohort)
      let cohort = try scope.cohort.map { try tx.cohortKey($0).id }
      let isRuled = try tx.one(
        """
        select exists (select from report.ruled_enrollment(\(fragment: scope.known))
          where workshop_id = \(found.workshopID) and student_id = \(found.id)
            and (\(cohort) is null or cohort_id = \(cohort))
            and report.last_state(workshop_id, enrollment_id, \(fragment: scope.known)) is not null)
        """, as: Bool.self)
      if !isRuled {
        throw LubanError.notFound(
          noun: "enrollment in a program with a rule of completion of student", code: student.description,
          nearest: [])
      }
      return (found.workshopID, found.id, try tx.day(scope.asOf, at: found.workshopID))
    }
    return Listing(
      columns: [
        Column("cohort", "code of the cohort"),
        Column("part", "course, electives, culture module, language, hours or attendance"),
        Column("of", "the course, group or level", isChief: true),
        Column("needed", "what is needed: hours, percent, credits, rank of the level, 1 course"),
        Column("there", "what is there"),
        Column("status", "done, missing or at risk", isChief: true),
        Column("missing", "what is missing in words, or why it is at risk"),
        Column("key", "order of the parts", isShown: false),
      ],
      order: ["key"],
      body: """
        select c.code as cohort, report.part_named(p.part) as part, p.subject as of,
          trim_scale(p.needed) as needed, trim_scale(p.got) as there,
          case when p.is_done then wording('done') when k.explanation is not null then wording('at risk')
            else wording('missing') end
            as status,
          case when not p.is_done then coalesce(k.explanation,
            report.part_in_words(p.part, p.subject, p.needed, p.got, p.note)) end as missing,
          c.intake_on || c.code || report.part_order(p.part) || p.part || coalesce(p.subject, '') as key
        from enrollment e
        join report.known_cohort(\(day), \(fragment: scope.known)) c
          on (c.workshop_id, c.cohort_id) = (e.workshop_id, e.cohort_id)
        cross join lateral (
          select * from report.completion_part(\(day), \(fragment: scope.known)) p
          where p.workshop_id = e.workshop_id and p.cohort_id = e.cohort_id
            and p.enrollment_id = e.id offset 0) p
        left join lateral (
          select string_agg(r.explanation, '; ' order by r.explanation) as explanation
          from report.risk(\(day), \(fragment: scope.known)) r
          where r.workshop_id = e.workshop_id and r.cohort_id = e.cohort_id and r.enrollment_id = e.id
            and r.part = p.part and r.subject is not distinct from p.subject offset 0) k on true
        where e.workshop_id = \(workshop)::int and e.student_id = \(id)
          and report.last_state(e.workshop_id, e.id, \(fragment: scope.known)) is not null
          and (\(scope.cohort) is null or c.code = \(scope.cohort))
        """)
  }

  /// Progress as a listing: one row for each enrollment that has a rule.
  public func list(_ scope: CompletionScope = CompletionScope()) -> Listing {
    Listing(
      columns: Self.heading + [
        Column("parts", "parts of the rule"),
        Column("done", "of these, done"),
        Column("missing", "what is missing, in words", isChief: true),
        Column("key", "cohort and student", isShown: false),
      ],
      order: ["key"],
      on: scope.asked,
      body: { day in
        """
        select \(fragment: Self.headingValues), p.parts, p.done,
          p.missing, c.code || '/' || shown_number(s.number) as key
        \(fragment: scope.rows(of: "report.completion", on: day))
        """
      })
  }

  /// Who will probably not complete, as a listing: one row for each reason, with its numbers.
  public func risks(_ scope: CompletionScope = CompletionScope()) -> Listing {
    Listing(
      columns: Self.heading + [
        Column("reason", "attendance, course failed, no result, language"),
        Column("explanation", "the numbers it rests on", isChief: true),
        Column("key", "cohort, student and reason", isShown: false),
      ],
      order: ["key"],
      on: scope.asked,
      body: { day in
        """
        select \(fragment: Self.headingValues), p.reason, p.explanation,
          c.code || '/' || shown_number(s.number) || '/' || p.reason || '/' || p.explanation as key
        \(fragment: scope.rows(of: "report.risk", on: day))
        """
      })
  }

  private static let heading = [
    Column("cohort", "code of the cohort"),
    Column("student", "number of the student", isChief: true),
    Column("name", "name as the student writes it", isChief: true),
    Column("state", "where the enrollment stood on that day", isShown: false),
  ]

  private static let headingValues: SQL = """
    c.code as cohort, shown_number(s.number) as student, n.full_name as name, p.state::text as state
    """
}
