import Postgres

/// Cohorts: planned, opened, started, finished or cancelled.
public struct Cohorts: Sendable {
  let office: Office

  /// Plans a cohort.
  ///
  /// - Throws: ``LubanError`` for an unknown workshop, program or edition, a code that is taken, dates out of
  ///   order.
  @discardableResult
  public func plan(
    _ code: CohortCode, at workshop: WorkshopCode, of program: ProgramCode, edition: String? = nil,
    _ new: CohortDetails
  ) async throws -> Cohort {
    try await office.perform("cohort plan") { tx in
      let workshop = try tx.id(ofWorkshop: workshop)
      let edition = try tx.edition(edition, of: program)
      try tx.execute(
        """
        insert into cohort (workshop_id, code, edition_id, program_id, intake_on, planned_end_on,
          window_opens_on, window_closes_on, capacity, languages, census_day)
        select \(workshop), \(code), e.id, e.program_id, \(new.intakeOn),
          coalesce(\(new.plannedEndOn), (\(new.intakeOn) + make_interval(months => e.months))::date),
          coalesce(\(new.windowOpensOn), \(new.intakeOn) - 120),
          coalesce(\(new.windowClosesOn), \(new.intakeOn) + 30),
          \(new.capacity), \(new.languages ?? []), \(new.censusDay ?? 30)
        from program_edition e where e.id = \(edition)
        """)
      return try tx.cohort(code).value
    }
  }

  /// Whether nobody can apply any more on a day, since the window for it has closed.
  public func isWindowOver(of code: CohortCode, on day: Day = .today) async throws -> Bool {
    try await office.read { tx in
      let cohort = try tx.cohort(code)
      return try tx.day(day, at: cohort.workshopID) > cohort.value.windowClosesOn
    }
  }

  /// Opens a planned cohort for applications.
  ///
  /// - Parameters:
  ///   - override: why, though no agreement in force covers the program; kept with the cohort.
  ///   - day: the day it takes effect, on which an agreement must be in force.
  @discardableResult
  public func open(_ code: CohortCode, on day: Day = .today, override: String? = nil) async throws -> Cohort {
    try await office.perform("cohort open") { tx in
      let cohort = try tx.cohort(code)
      let day = try tx.day(day, at: cohort.workshopID)
      if let override {
        try tx.execute(
          """
          update cohort set agreement_override = \(override)
          where workshop_id = \(cohort.workshopID) and id = \(cohort.id)
          """)
      }
      try tx.move(cohort, to: .open, on: day, reason: override)
      try tx.giveFreeSeats(of: cohort)
      return try tx.cohort(code).value
    }
  }

  /// Starts the teaching of an open cohort.
  @discardableResult
  public func start(_ code: CohortCode, on day: Day = .today) async throws -> Cohort {
    try await office.perform("cohort start") { tx in
      let cohort = try tx.cohort(code)
      try tx.move(cohort, to: .running, on: try tx.day(day, at: cohort.workshopID), reason: nil)
      return try tx.cohort(code).value
    }
  }

  /// Finishes a running cohort; refused while anybody holds a seat.
  ///
  /// Those still waiting are rejected.
  @discardableResult
  public func close(_ code: CohortCode, on day: Day = .today) async throws -> Cohort {
    try await office.perform("cohort close") { tx in
      let cohort = try tx.cohort(code)
      let day = try tx.day(day, at: cohort.workshopID)
      try tx.dissolve(
        cohort, [.applied, .waitlisted], into: .rejected, on: day, reason: "the cohort was closed")
      try tx.move(cohort, to: .finished, on: day, reason: nil)
      return try tx.cohort(code).value
    }
  }

  /// Cancels a cohort: those with a seat are withdrawn, those without are rejected.
  @discardableResult
  public func cancel(_ code: CohortCode, on day: Day = .today, reason: String) async throws -> Cohort {
    try await office.perform("cohort cancel") { tx in
      let cohort = try tx.cohort(code)
      let day = try tx.day(day, at: cohort.workshopID)
      // Those who wait first, lest they be given the seats.
      try tx.dissolve(cohort, [.applied, .waitlisted], into: .rejected, on: day, reason: reason)
      try tx.dissolve(cohort, [.admitted, .enrolled, .suspended], into: .withdrawn, on: day, reason: reason)
      try tx.move(cohort, to: .cancelled, on: day, reason: reason)
      return try tx.cohort(code).value
    }
  }

  /// Changes dates, seats, census or languages.
  ///
  /// More seats go to those who wait, in the same transaction. Windows and languages are as they are now:
  /// they have no day since when.
  @discardableResult
  public func edit(
    _ code: CohortCode, _ changes: CohortDetails
  ) async throws -> Seated<Cohort> {
    guard changes.since == nil || changes.hasStretch && !changes.hasPresent else {
      throw LubanError.usage(
        "A first day is that of another intake, end, number of seats or census; change the rest without it.",
        actions: [Action("leave_out", "since")]
      )
    }
    return try await office.perform("cohort edit") { tx in
      let cohort = try tx.cohort(code)
      try tx.execute(
        """
        select edit_cohort(\(cohort.workshopID)::int, \(cohort.id), \(changes.since), \(changes.intakeOn),
          \(changes.plannedEndOn), \(changes.capacity)::int, \(changes.censusDay)::int,
          \(changes.windowOpensOn), \(changes.windowClosesOn), \(changes.languages))
        """)
      let promoted = try tx.giveFreeSeats(of: cohort)
      return Seated(try tx.cohort(code).value, promoted: promoted)
    }
  }

  /// One cohort.
  public func show(_ code: CohortCode) async throws -> Cohort {
    try await office.read { tx in try tx.cohort(code).value }
  }
}

extension CohortDetails {
  fileprivate var hasStretch: Bool {
    intakeOn != nil || plannedEndOn != nil || capacity != nil || censusDay != nil
  }

  fileprivate var hasPresent: Bool { windowOpensOn != nil || windowClosesOn != nil || languages != nil }
}

extension Transaction {
  /// A cohort with the keys that other tables point to.
  struct KeyedCohort {
    let workshopID: Int
    let id: Int
    let value: Cohort
  }

  func cohort(_ code: CohortCode) throws -> KeyedCohort {
    let stretches = try rows(
      """
      select distinct on (s.since) nullif(s.since, '-infinity') as since, s.intake_on, s.planned_end_on,
        s.capacity, s.census_day
      from cohort c join cohort_stretch s on (s.workshop_id, s.cohort_id) = (c.workshop_id, c.id)
      where c.code = \(code) order by s.since, s.id desc
      """, of: CohortStretch.self)
    let found = try first(
      """
      select c.workshop_id, c.id, c.code, w.code as workshop, p.code as program, e.edition, c.status,
        c.intake_on, c.planned_end_on, c.window_opens_on, c.window_closes_on, c.capacity, c.seats_held,
        c.languages, c.census_day,
        c.agreement_override,
        (select v.effective_on from cohort_event v where (v.workshop_id, v.cohort_id) = (c.workshop_id, c.id)
          order by v.nth desc limit 1) as status_since,
        (select count(*) from enrollment n where n.workshop_id = c.workshop_id and n.cohort_id = c.id
          and n.state = 'waitlisted') as waiting
      from cohort c join workshop w on w.id = c.workshop_id
      join program_edition e on e.id = c.edition_id join program p on p.id = e.program_id
      where c.code = \(code)
      """
    ) { row in
      KeyedCohort(
        workshopID: try row.decode("workshop_id"), id: try row.decode("id"),
        value: try row.decode(Cohort.self, with: ["stretches": stretches]))
    }
    guard let found else { throw try notFound("cohort", code.rawValue, among: "select code from cohort") }
    return found
  }

  fileprivate func move(_ cohort: KeyedCohort, to status: CohortStatus, on day: Day, reason: String?) throws {
    try execute(
      """
      insert into cohort_event (workshop_id, cohort_id, nth, status, effective_on, reason)
      select \(cohort.workshopID), \(cohort.id), coalesce(max(nth), 0) + 1, \(status), \(day), \(reason)
      from cohort_event where workshop_id = \(cohort.workshopID) and cohort_id = \(cohort.id)
      """)
  }

  /// Gives free seats to those who wait, also elsewhere, where other dates let a student of this cohort in.
  @discardableResult
  fileprivate func giveFreeSeats(of cohort: KeyedCohort) throws -> [EnrollmentOutcome.Standing] {
    try promoted(
      by: """
        promote(\(cohort.workshopID)::int,
          \(cohort.id) || cohorts_awaited(\(cohort.workshopID)::int, array(
          select student_id from enrollment
          where workshop_id = \(cohort.workshopID) and cohort_id = \(cohort.id)
            and holds_seat(state))))
        """, in: cohort.workshopID)
  }

  fileprivate func dissolve(
    _ cohort: KeyedCohort, _ states: [EnrollmentState], into state: EnrollmentState, on day: Day,
    reason: String
  ) throws {
    let refused = try first(
      """
      select refusals[1], enrollment_id from change_enrollments(\(cohort.workshopID)::int, array(
        select id from enrollment where workshop_id = \(cohort.workshopID) and cohort_id = \(cohort.id)
          and state::text = any (\(states.map(\.rawValue)))), \(state), \(day), 'cancelled', \(reason))
      where cardinality(refusals) > 0 limit 1
      """, as: (String.self, Int.self))
    guard let (rule, enrollment) = refused else { return }
    try execute(
      """
      select break_rule(\(rule), (
        select jsonb_build_object('student', shown_number(s.number), 'since', e.state_on) from enrollment e
        join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
        where e.workshop_id = \(cohort.workshopID) and e.id = \(enrollment)), 'enrollment_event')
      """)
  }
}
