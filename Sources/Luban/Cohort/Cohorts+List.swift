import Postgres

extension Cohorts {
  /// Cohorts as a listing, by intake.
  public func list(_ filter: CohortFilter = CohortFilter()) -> Listing {
    let standing = Standing(knownAt: filter.knownAt)
    return Listing(
      columns: [
        Column("code", "code of the cohort"),
        Column("workshop", "code of the workshop", isShown: false),
        Column("country", "country of the workshop, ISO 3166-1", isShown: false),
        Column("program", "code of the program"),
        Column("edition", "edition of the program", isShown: false),
        Column("status", "planned, open, running, finished or cancelled"),
        Column("intake", "first day of teaching", .day),
        Column("planned_end", "planned last day", .day),
        Column("window_opens", "first day on which one may apply", .day, isShown: false),
        Column("window_closes", "last day on which one may apply", .day, isShown: false),
        Column("capacity", "seats", .number),
        Column("seats_held", "seats held by admitted, enrolled and suspended", .number),
        Column("waiting", "students on the waitlist", .number),
      ],
      order: ["intake", "code"],
      body: """
        select c.code, w.code as workshop, w.country, p.code as program, e.edition, c.status::text,
          c.intake_on as intake, c.planned_end_on as planned_end, c.window_opens_on as window_opens,
          c.window_closes_on as window_closes,
          c.capacity, c.seats_held, \(fragment: standing.isPresent ? "coalesce(n.waiting, 0)" : "c.waiting")
            as waiting
        from \(fragment: standing.cohorts) c
        join workshop w on w.id = c.workshop_id
        join program_edition e on e.id = c.edition_id
        join program p on p.id = e.program_id
        \(fragment: standing.isPresent ? Self.waiting : "")
        where (\(filter.workshop) is null or w.code = \(filter.workshop))
          and (\(filter.country) is null or w.country = read_country(\(filter.country)))
          and (\(filter.program) is null or p.code = \(filter.program))
          and (\(filter.status)::cohort_status is null or c.status = \(filter.status))
          and (\(filter.intakeFrom) is null or c.intake_on >= \(filter.intakeFrom))
          and (\(filter.intakeTo) is null or c.intake_on <= \(filter.intakeTo))
        """)
  }

  private static let waiting: SQL = """
    left join (select workshop_id, cohort_id, count(*) as waiting from enrollment where place is not null
      group by workshop_id, cohort_id) n on (n.workshop_id, n.cohort_id) = (c.workshop_id, c.id)
    """
}
