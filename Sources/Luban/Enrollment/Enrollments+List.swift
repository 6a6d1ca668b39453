extension Enrollments {
  /// Enrollments as a listing, by cohort and student.
  ///
  /// As known at a time they have no turn on the waitlist: turns are told as they are now.
  ///
  /// - Parameters:
  ///   - workshop: of a workshop.
  ///   - cohort: of a cohort.
  ///   - states: in one of these states; all where empty.
  ///   - knownAt: as far as had been recorded by then; `nil` for all that is known.
  public func list(
    workshop: WorkshopCode? = nil, cohort: CohortCode? = nil, states: [EnrollmentState] = [],
    knownAt: KnownTime? = nil
  ) -> Listing {
    let states = states.isEmpty ? EnrollmentState.allCases.filter { $0 != .annulled } : states
    return Listing(
      "enrollment", "cohort student name state* since waitlist_place* (applied_on override workshop key)",
      by: "key",
      knownAt: knownAt,
      where: [.equals("workshop", workshop), .equals("cohort", cohort), .among("stands", states)])
  }

  /// What was recorded of enrollments, by the time of its recording: what a report known then differs by.
  ///
  /// - Parameters:
  ///   - since: recorded after this time.
  ///   - until: recorded at this time or earlier.
  public func changes(
    workshop: WorkshopCode? = nil, cohort: CohortCode? = nil, student: StudentReference? = nil,
    since: KnownTime? = nil, until: KnownTime? = nil
  ) -> Listing {
    Listing(
      "enrollment_event",
      """
      recorded_at cohort student* name day from_state to_state* corrects* code reason (event recorded_by \
      batch workshop key)
      """, by: "key",
      where: [
        .equals("workshop", workshop ?? student?.workshop), .equals("cohort", cohort),
        .equals("number", student?.number), .condition(since.map { "listing.recorded > \($0)" }),
        .condition(until.map { "listing.recorded <= \($0)" }),
      ])
  }

  /// The coded reasons of a change.
  public var reasons: Listing { Listing("reason", "code meaning", by: "code") }

  /// Their codes, each with what it stands for.
  public func reasonCodes() async throws -> [(code: String, meaning: String)] {
    try await office.read { tx in
      try tx.rows("select code, meaning from reason order by code", as: (String.self, String.self))
        .map { (code: $0.0, meaning: $0.1) }
    }
  }
}
