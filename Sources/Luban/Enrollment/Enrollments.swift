import Postgres

/// Enrollments: who is in which cohort, and how they come and go.
public struct Enrollments: Sendable {
  let office: Office

  /// Enrolls students in a cohort: a seat while there is one, else the waitlist in order.
  ///
  /// Who has applied or been admitted before is walked on to enrolled. Students who break a rule are left
  /// out and listed with every rule; the others are enrolled.
  ///
  /// - Parameters:
  ///   - state: where the new enrollments begin: applied, admitted or enrolled.
  ///   - override: why the entry rules are set aside; kept with the enrollment.
  public func enroll(
    _ students: [StudentReference], in code: CohortCode, as state: EnrollmentState = .enrolled,
    appliedOn: Day = .today, on day: Day? = nil, override: String? = nil
  ) async throws -> EnrollmentOutcome {
    try await office.perform("enroll") { tx in
      let cohort = try tx.cohortKey(code)
      let appliedOn = try tx.day(appliedOn, at: cohort.workshopID)
      let day = try tx.day(day ?? appliedOn, at: cohort.workshopID)
      var outcome = EnrollmentOutcome(cohort: code)
      let ids = try tx.studentIDs(students, of: cohort)
      if state == .enrolled {
        let known = try tx.enrollmentIDs(of: ids, in: cohort, standing: [.applied, .admitted])
        if !known.isEmpty {
          try tx.change(
            known.map(\.enrollment), to: .enrolled, on: day, ChangeReason(), in: cohort, &outcome
          )
        }
        let walked = Set(known.map(\.student))
        try tx.enroll(
          ids.filter { !walked.contains($0) }, as: state, appliedOn, day, override, in: cohort,
          &outcome)
      } else {
        try tx.enroll(ids, as: state, appliedOn, day, override, in: cohort, &outcome)
      }
      return outcome
    }
  }

  /// Moves enrollments of a cohort to a state.
  ///
  /// Freed seats go to those who wait, in the same transaction.
  ///
  /// - Parameter onlyQualified: whether those who lack a part of the rule of completion on that day are
  ///   passed over without a word.
  public func change(
    _ selection: EnrollmentSelection, in code: CohortCode, to state: EnrollmentState, on day: Day = .today,
    reason: ChangeReason = ChangeReason(), onlyQualified: Bool = false
  ) async throws -> EnrollmentOutcome {
    try await office.perform("enrollment \(state.rawValue)") { tx in
      let cohort = try tx.cohortKey(code)
      let day = try tx.day(day, at: cohort.workshopID)
      var outcome = EnrollmentOutcome(cohort: code)
      var enrollments = try tx.enrollmentIDs(selection, in: cohort)
      if onlyQualified {
        enrollments = try tx.rows(
          """
          select id from unnest(\(enrollments)) with ordinality named (id, nth)
          where id not in (select enrollment_id
            from missing_parts(\(cohort.workshopID)::int, \(cohort.id), \(enrollments), \(day)))
          order by nth
          """, as: Int.self)
      }
      try tx.change(enrollments, to: state, on: day, reason, in: cohort, &outcome)
      return outcome
    }
  }

  /// Ends enrollments as transferred and continues them in another cohort of the workshop, linked both ways.
  ///
  /// - Parameter override: why another program, or a cohort that is not open, is gone to.
  public func transfer(
    _ students: [StudentReference], from code: CohortCode, to target: CohortCode, on day: Day = .today,
    reason: String, override: String? = nil
  ) async throws -> EnrollmentOutcome {
    try await office.perform("enrollment transfer") { tx in
      let cohort = try tx.cohortKey(code)
      let into = try tx.cohortKey(target, inWorkshopOf: cohort)
      let day = try tx.day(day, at: cohort.workshopID)
      var outcome = EnrollmentOutcome(cohort: target, from: code)
      outcome.editions = try tx.one(
        """
        select case when f.edition_id = t.edition_id then '{}'
          else array[edition_name(f.edition_id), edition_name(t.edition_id)] end
        from cohort f join cohort t using (workshop_id)
        where f.workshop_id = \(cohort.workshopID)::int and f.id = \(cohort.id) and t.id = \(into.id)
        """, as: [String].self)
      try tx.goOn(
        in: into,
        by: """
          continue_enrollments(\(cohort.workshopID)::int, 'transfer',
            \(try tx.enrollmentIDs(.students(students), in: cohort)), \(into.id), \(day), null, \(reason),
            \(override))
          """, &outcome)
      return outcome
    }
  }

  /// Takes students back who withdrew, were dismissed, declined or were transferred, to the state they left.
  ///
  /// The gap is kept, and a seat is needed; no entry rule is asked again. Whoever goes on in another cohort
  /// gives up the seat there.
  ///
  /// - Parameter target: the cohort they return into; the one they left where it is `nil`.
  public func takeBack(
    _ students: [StudentReference], whoLeft code: CohortCode, into target: CohortCode? = nil,
    on day: Day = .today, reason: ChangeReason = ChangeReason()
  ) async throws -> EnrollmentOutcome {
    try await office.perform("enrollment return") { tx in
      let cohort = try tx.cohortKey(code)
      let day = try tx.day(day, at: cohort.workshopID)
      let into = try target.map { try tx.cohortKey($0, inWorkshopOf: cohort) } ?? cohort
      var outcome = EnrollmentOutcome(cohort: into.code)
      try tx.goOn(
        in: into,
        by: """
          continue_enrollments(\(cohort.workshopID)::int, 'return',
            \(try tx.enrollmentIDs(.students(students), in: cohort)), \(into.id), \(day), \(reason.code),
            \(reason.text))
          """, &outcome)
      return outcome
    }
  }

  /// Corrects an event.
  ///
  /// It was on another day, or did not happen at all. What had been recorded stays. A seat that becomes
  /// free by it goes to those who wait.
  ///
  /// - Parameters:
  ///   - day: the day it really was; `nil` where it never happened.
  ///   - goesBackToWaitlist: whether who moved up into the seat of a departure that never happened waits
  ///     again, first in turn.
  public func correct(
    event nth: Int, of student: StudentReference, in code: CohortCode, to day: Day?, reason: String,
    goesBackToWaitlist: Bool = false
  ) async throws -> Seated<Enrollment> {
    try await office.perform("enrollment correct") { tx in
      let cohort = try tx.cohortKey(code)
      guard let enrollment = try tx.enrollmentIDs(.students([student]), in: cohort).first else {
        throw LubanError.notFound(noun: "enrollment of", code: student.description, nearest: [])
      }
      let exists = try tx.one(
        """
        select exists (select from enrollment_event
          where workshop_id = \(cohort.workshopID) and enrollment_id = \(enrollment) and nth = \(nth))
        """, as: Bool.self)
      guard exists else { throw LubanError.notFound(noun: "event", code: String(nth), nearest: []) }
      let promoted = try tx.promoted(
        by: """
          unnest(correct_event(\(cohort.workshopID)::int, \(enrollment), \(nth)::smallint, \(day),
            \(day == nil), \(reason), \(goesBackToWaitlist)))
          """, in: cohort.workshopID)
      return Seated(
        try tx.enrollment(enrollment, of: cohort), promoted: promoted,
        waitingAgain: goesBackToWaitlist ? try tx.waitingAgain(in: cohort.workshopID, but: enrollment) : [])
    }
  }

  /// One enrollment with its history.
  public func show(_ student: StudentReference, in code: CohortCode) async throws -> Enrollment {
    try await office.read { tx in
      let cohort = try tx.cohortKey(code)
      guard let enrollment = try tx.enrollmentIDs(.students([student]), in: cohort).first else {
        throw LubanError.notFound(noun: "enrollment of", code: student.description, nearest: [])
      }
      return try tx.enrollment(enrollment, of: cohort)
    }
  }
}
