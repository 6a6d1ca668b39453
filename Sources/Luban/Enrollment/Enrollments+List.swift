import Postgres

extension Enrollments {
  /// Enrollments as a listing, by cohort and student.
  ///
  /// As known at a time they have no turn on the waitlist: turns are told as they are now.
  public func list(_ filter: EnrollmentFilter = EnrollmentFilter()) -> Listing {
    let standing = Standing(knownAt: filter.knownAt)
    let turn: SQL = standing.isPresent ? Self.turn : "null::bigint"
    return Listing(
      columns: [
        Column("cohort", "code of the cohort"),
        Column("student", "number of the student"),
        Column("name", "name as the student writes it"),
        Column("state", "where the enrollment stands"),
        Column("since", "day on which that state began", .day),
        Column("place", "turn on the waitlist, 1 the next; empty with --known-at", .number),
        Column("applied_on", "day of the application", .day, isShown: false),
        Column("override", "why the entry rules were set aside", isShown: false),
        Column("workshop", "code of the workshop", isShown: false),
        Column("key", "cohort and student", isShown: false),
      ],
      order: ["key"],
      body: """
        select c.code as cohort, shown_number(s.number) as student,
          \(fragment: standing.name("native")) as name, e.state::text, e.state_on as since,
          \(fragment: turn) as place, e.applied_on, e.override, w.code as workshop,
          c.code || '/' || shown_number(s.number) as key
        from \(fragment: standing.enrollments) e
        join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
        join workshop w on w.id = e.workshop_id
        join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
        where (\(filter.workshop) is null or w.code = \(filter.workshop))
          and (\(filter.cohort) is null or c.code = \(filter.cohort))
          and (cardinality(\(filter.states.map(\.rawValue))) = 0 and e.state <> 'annulled'
            or e.state::text = any (\(filter.states.map(\.rawValue))))
        """)
  }

  private static let turn: SQL = """
    case when e.place is not null
      then row_number() over (partition by e.workshop_id, e.cohort_id order by e.place) end
    """
}

extension Enrollments {
  /// The coded reasons of a change.
  public var reasons: Listing {
    Listing(
      columns: [Column("code", "code of the reason"), Column("meaning", "what it stands for")],
      order: ["code"], body: "select code, meaning from reason")
  }
}
