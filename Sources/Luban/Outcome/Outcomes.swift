import Postgres

/// Where graduates are after 6, 12 and 36 months: who was asked, what was answered, what it amounts to.
public struct Outcomes: Sendable {
  let office: Office

  /// Notes a survey of a cohort and whom it asks: who completed and is due by the day.
  ///
  /// Asked again, it adds those who are due since.
  ///
  /// - Returns: the mailing list: who can be reached, with consent and an address.
  /// - Throws: ``LubanError`` for an unknown cohort, or months other than 6, 12 and 36.
  public func survey(_ cohort: CohortCode, months: Int, on day: Day) async throws -> Listing {
    let survey = try await office.perform("outcome survey") { tx in
      let cohort = try tx.cohortKey(cohort)
      let day = try tx.day(day, at: cohort.workshopID)
      let id = try tx.one(
        "select ask_graduates(\(cohort.workshopID)::int, \(cohort.id), \(months)::smallint, \(day))",
        as: Int.self)
      return [cohort.workshopID, id]
    }
    return Listing(
      columns: [
        Column("student", "number of the graduate"),
        Column("name", "name as the graduate writes it"),
        Column("latin_name", "name as in the passport"),
        Column("email", "e-mail address"),
        Column("phone", "telephone number"),
        Column("cohort", "code of the cohort"),
        Column("months", "survey point"),
      ],
      order: ["student"],
      body: """
        select shown_number(s.number) as student, n.full_name as name, l.full_name as latin_name, s.email,
          s.phone, c.code as cohort, v.months
        from survey_contact k
        join survey v on (v.workshop_id, v.id) = (k.workshop_id, k.survey_id)
        join cohort c on (c.workshop_id, c.id) = (v.workshop_id, v.cohort_id)
        join enrollment e on (e.workshop_id, e.id) = (k.workshop_id, k.enrollment_id)
        join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
        left join student_name n on (n.workshop_id, n.student_id, n.kind, n.valid_to)
          = (s.workshop_id, s.id, 'native', 'infinity')
        left join student_name l on (l.workshop_id, l.student_id, l.kind, l.valid_to)
          = (s.workshop_id, s.id, 'latin', 'infinity')
        where k.workshop_id = \(survey[0]) and k.survey_id = \(survey[1]) and k.is_reachable
        """)
  }

  /// Adds where a graduate is at a survey point.
  ///
  /// - Throws: ``LubanError`` for who did not complete in the cohort, an answer before its point, a second
  ///   one.
  @discardableResult
  public func add(
    _ student: StudentReference, in cohort: CohortCode, months: Int, _ details: OutcomeDetails
  ) async throws -> GraduateOutcome {
    try await office.perform("outcome add") { tx in
      let key = try tx.cohortKey(cohort)
      guard let enrollment = try tx.enrollmentIDs(.students([student]), in: key).first else {
        throw LubanError.notFound(noun: "enrollment of", code: student.description, nearest: [])
      }
      let id = try tx.one(
        """
        insert into outcome (workshop_id, enrollment_id, months, status, answered_on, is_in_field, employer,
          is_chinese_funded, occupation, job_from_on, satisfaction)
        values (\(key.workshopID), \(enrollment), \(months), \(details.status ?? .unknown),
          \(try tx.day(details.answeredOn ?? .today, at: key.workshopID)), \(details.isInField),
          \(details.employer),
          \(details.isChineseFunded), \(details.occupation), \(details.jobFrom), \(details.satisfaction))
        returning id
        """, as: Int.self)
      return try tx.outcome(id, in: key.workshopID)
    }
  }

  /// Corrects an outcome; how it was is kept, for figures as known earlier.
  ///
  /// Where the graduate turns out not to work, what only those who work have is emptied.
  @discardableResult
  public func correct(
    _ student: StudentReference, in cohort: CohortCode, months: Int, _ details: OutcomeDetails,
    reason: String
  ) async throws -> GraduateOutcome {
    try await office.perform("outcome correct") { tx in
      let (workshop, id) = try tx.outcome(of: student, in: cohort, months: months)
      try tx.execute(
        """
        update outcome o set status = s.status,
          answered_on = coalesce(\(details.answeredOn), answered_on),
          is_in_field = case when s.works then coalesce(\(details.isInField)::boolean, is_in_field) end,
          employer = case when s.works then coalesce(\(details.employer), employer) end,
          is_chinese_funded = case when s.works
            then coalesce(\(details.isChineseFunded)::boolean, is_chinese_funded) end,
          occupation = case when s.works then coalesce(\(details.occupation), occupation) end,
          job_from_on = coalesce(\(details.jobFrom), job_from_on),
          satisfaction = coalesce(\(details.satisfaction)::smallint, satisfaction),
          note = nullif(btrim(\(reason)), '')
        from (select id, n.status, n.status in ('employed', 'self_employed') or
            \(details.isInField)::boolean is not null or \(details.employer)::text is not null as works
          from outcome, coalesce(\(details.status)::outcome_status, status) n (status)
          where workshop_id = \(workshop) and id = \(id)) s
        where o.workshop_id = \(workshop) and o.id = s.id
        """)
      return try tx.outcome(id, in: workshop)
    }
  }
}

extension Outcomes {
  /// Removes an outcome that was another graduate's or never told; how it was is kept with the reason.
  ///
  /// - Returns: the outcome as it was.
  @discardableResult
  public func remove(
    _ student: StudentReference, in cohort: CohortCode, months: Int, reason: String
  ) async throws -> GraduateOutcome {
    try await office.perform("outcome remove") { tx in
      let (workshop, id) = try tx.outcome(of: student, in: cohort, months: months)
      let removed = try tx.outcome(id, in: workshop)
      try tx.execute("select remove_outcome(\(workshop)::int, \(id), \(reason))")
      return removed
    }
  }
}

extension Transaction {
  /// Keys of the outcome of a graduate at a point.
  fileprivate func outcome(
    of student: StudentReference, in cohort: CohortCode, months: Int
  ) throws -> (workshop: Int, id: Int) {
    let key = try cohortKey(cohort)
    let enrollments = try enrollmentIDs(.students([student]), in: key)
    let id = try first(
      """
      select id from outcome where workshop_id = \(key.workshopID)
        and enrollment_id = any (\(enrollments)) and months = \(months)
      """, as: Int.self)
    guard let id else {
      throw LubanError.notFound(
        noun: "outcome of \(student.number)", code: "at \(months) months", nearest: [])
    }
    return (key.workshopID, id)
  }

  fileprivate func outcome(_ id: Int, in workshop: Int) throws -> GraduateOutcome {
    try one(
      """
      select c.code as cohort, s.number as student, n.full_name as name, o.*, o.job_from_on as job_from
      from outcome o
      join enrollment e on (e.workshop_id, e.id) = (o.workshop_id, o.enrollment_id)
      join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
      left join student_name n on (n.workshop_id, n.student_id, n.kind, n.valid_to)
        = (s.workshop_id, s.id, 'native', 'infinity')
      where o.workshop_id = \(workshop) and o.id = \(id)
      """, of: GraduateOutcome.self)
  }
}
