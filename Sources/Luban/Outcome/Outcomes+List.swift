import Postgres

extension Outcomes {
  /// Outcomes as a listing, by cohort, student and point.
  public func list(_ filter: OutcomeFilter = OutcomeFilter()) async throws -> Listing {
    try await check(filter)
    return Listing(
      "outcome",
      """
      cohort student name months status answered_on in_field employer (chinese_funded occupation job_from \
      satisfaction note key)
      """, by: "key",
      where: [
        .equals("workshop", filter.workshop), .equals("cohort", filter.cohort),
        .equals("months", filter.months),
      ])
  }

  /// Response, placement, employment and work in the field, with what each rate is made of.
  ///
  /// A row for each cohort and point that has come; formulas in docs/reference/indicators.md.
  public func rates(_ filter: OutcomeFilter = OutcomeFilter()) async throws -> Listing {
    try await check(filter)
    let knownAt: SQL = "coalesce(\(filter.knownAt), now())"
    let cohort = try await office.read { tx in try filter.cohort.map { try tx.cohortKey($0) } }
    let isOfCohort =
      cohort.map { "(r.workshop_id, r.cohort_id) = (\($0.workshopID), \($0.id))" as SQL } ?? "true"
    return Listing(
      columns: Self.rateColumns, order: ["cohort", "months", "key"],
      on: AskedDay(filter.asOf, workshop: filter.workshop, cohort: filter.cohort),
      body: { day in
        """
        select c.code as cohort, r.months, r.completers, r.contacted, r.reachable, r.answered,
          report.percent(r.answered, r.reachable) as response_of_reachable,
          report.percent(r.answered, r.completers) as response,
          r.placed, report.percent(r.placed, r.answered) as placement,
          report.percent(r.placed, r.completers) as placement_low,
          report.percent(r.placed + r.completers - r.answered, r.completers) as placement_high,
          r.employed + r.self_employed as working,
          report.percent(r.employed + r.self_employed, r.answered) as employment,
          report.percent(r.employed + r.self_employed, r.completers) as employment_low,
          report.percent(r.employed + r.self_employed + r.completers - r.answered, r.completers)
            as employment_high,
          r.in_field, r.field_known, report.percent(r.in_field, r.field_known) as in_field_rate,
          r.further_study, r.seeking, r.other, r.chinese_funded, r.funding_known,
          report.percent(r.chinese_funded, r.funding_known) as chinese_funded_rate, r.satisfied,
          r.satisfaction_known, report.percent(r.satisfied, r.satisfaction_known) as satisfaction,
          r.months_to_job, r.jobs_dated, w.code as workshop,
          c.code || ' ' || lpad(r.months::text, 2, '0') as key
        from report.outcome_count(\(day), \(fragment: knownAt)) r
        join cohort c on (c.workshop_id, c.id) = (r.workshop_id, r.cohort_id)
        join workshop w on w.id = r.workshop_id
        where (\(filter.workshop) is null or w.code = \(filter.workshop))
          and (\(filter.months)::smallint is null or r.months = \(filter.months))
          and \(fragment: isOfCohort)
        """
      })
  }

  private static let rateColumns: [Column] = [
    Column("cohort", "code of the cohort"),
    Column("months", "survey point, in months after completion"),
    Column("completers", "completed, and the point has come"),
    Column("contacted", "of these, asked by a survey", isShown: false),
    Column("reachable", "of these, with consent and an address"),
    Column("answered", "completers whose status is known"),
    Column("response_of_reachable", "answered / reachable, in percent", isShown: false),
    Column("response", "answered / completers, in percent"),
    Column("placed", "employed, self-employed or in further study", isShown: false),
    Column("placement", "placed / answered, in percent"),
    Column("placement_low", "the same if nobody is placed who did not answer"),
    Column("placement_high", "the same if everybody is who did not answer"),
    Column("working", "employed or self-employed", isShown: false),
    Column("employment", "working / answered, in percent"),
    Column("employment_low", "the same if nobody works who did not answer", isShown: false),
    Column("employment_high", "the same if everybody does who did not answer", isShown: false),
    Column("in_field", "working in the field of the program", isShown: false),
    Column("field_known", "working, and the field is known", isShown: false),
    Column("in_field_rate", "in field / field known, in percent"),
    Column("further_study", "in further study", isShown: false),
    Column("seeking", "seeking work", isShown: false),
    Column("other", "doing something else", isShown: false),
    Column("chinese_funded", "working at a Chinese-funded employer", isShown: false),
    Column("funding_known", "working, and it is known who funds the employer", isShown: false),
    Column("chinese_funded_rate", "Chinese-funded / known, in percent", isShown: false),
    Column("satisfied", "answered 4 or 5 of 5", isShown: false),
    Column("satisfaction_known", "answered how satisfied they are", isShown: false),
    Column("satisfaction", "satisfied / answered so, in percent", isShown: false),
    Column("months_to_job", "median months from completion to the first job", isShown: false),
    Column("jobs_dated", "whose first job has a date", isShown: false),
    Column("workshop", "code of the workshop", isShown: false),
    Column("key", "cohort and point", isShown: false),
  ]

  private func check(_ filter: OutcomeFilter) async throws {
    try await office.read { tx in
      if let workshop = filter.workshop { _ = try tx.id(ofWorkshop: workshop) }
      if let cohort = filter.cohort { _ = try tx.cohortKey(cohort) }
    }
  }
}
