import Postgres

/// Culture events, who takes part in them, and the hours they count.
public struct CultureEvents: Sendable {
  let office: Office

  /// Adds a culture event.
  ///
  /// - Throws: ``LubanError`` for a code that is taken, more hours than its days have, a module that is none
  ///   of culture.
  @discardableResult
  public func add(
    _ code: EventCode, in workshop: WorkshopCode, _ details: CultureEventDetails
  ) async throws -> CultureEvent {
    try await office.perform("culture add") { tx in
      let workshop = try tx.id(ofWorkshop: workshop)
      let module = try details.module.map { try tx.id(ofCourse: $0) }
      let id = try tx.insert(
        into: "culture_event",
        details.columns(module) + [
          Assignment("workshop_id", workshop), Assignment("code", code),
          Assignment("theme", by: "coalesce((select theme from course where id = \(module)), '')"),
          Assignment("ends_on", details.beginsOn),
        ])
      return try tx.cultureEvent(EventKey(workshopID: workshop, id: id, code: code))
    }
  }

  /// Changes an event; those who took part must fit it as before.
  ///
  /// - Throws: ``LubanError/ruleBroken(_:)`` for fewer hours than a student was entered with, or days on
  ///   which one of them was not enrolled.
  @discardableResult
  public func edit(
    _ code: EventCode, in workshop: WorkshopCode? = nil, _ changes: CultureEventDetails
  ) async throws -> CultureEvent {
    try await office.perform("culture edit") { tx in
      let event = try tx.eventKey(code, in: workshop)
      let module = try changes.module.map { try tx.id(ofCourse: $0) }
      let moved = changes.beginsOn.map { "case when begins_on = ends_on then \($0) else ends_on end" as SQL }
      try tx.update(
        "culture_event", changes.columns(module) + [Assignment("ends_on", by: moved)],
        where: "workshop_id = \(event.workshopID) and id = \(event.id)")
      return try tx.cultureEvent(event)
    }
  }

  /// Removes an event in which nobody took part.
  public func remove(_ code: EventCode, in workshop: WorkshopCode? = nil) async throws {
    _ = try await office.perform("culture remove") { tx in
      let event = try tx.eventKey(code, in: workshop)
      try tx.execute(
        "delete from culture_event where workshop_id = \(event.workshopID) and id = \(event.id)")
      return code
    }
  }

  /// One event, with who took part.
  public func show(_ code: EventCode, in workshop: WorkshopCode? = nil) async throws -> CultureEvent {
    try await office.read { tx in try tx.cultureEvent(try tx.eventKey(code, in: workshop)) }
  }

  /// Enters who of a cohort took part: in all of the event, unless hours are given.
  ///
  /// Students who were entered before with the same hours are listed as known, those who break a rule with
  /// every rule; the others are entered.
  public func attend(
    _ event: EventCode, _ selection: ParticipantSelection, of cohort: CohortCode, hours: Double? = nil
  ) async throws -> ParticipationOutcome {
    try await office.perform("culture attend") { tx in
      let cohort = try tx.cohortKey(cohort)
      let workshop = try tx.one(
        "select code from workshop where id = \(cohort.workshopID)", as: WorkshopCode.self)
      let event = try tx.eventKey(event, in: workshop)
      let enrollments: [Int]
      switch selection {
      case .students(let students):
        enrollments = try tx.enrollmentIDs(.students(students), in: cohort)
      case .all(let absent):
        let absent = Set(try tx.enrollmentIDs(.students(absent), in: cohort))
        enrollments = try tx.rows(
          """
          select id from enrollments_at(\(event.workshopID)::int, \(event.id), \(cohort.id)) here (id)
          order by id
          """, as: Int.self
        ).filter { !absent.contains($0) }
      }
      return try tx.attend(event, enrollments, hours, of: cohort)
    }
  }

  /// Corrects the hours of a student in an event; with 0 the student did not take part after all.
  ///
  /// What had been recorded stays for reports as known earlier.
  ///
  /// - Parameter cohort: needed where the student took part for two of them.
  @discardableResult
  public func correct(
    _ event: EventCode, of student: StudentReference, in cohort: CohortCode? = nil,
    at workshop: WorkshopCode? = nil, to hours: Double, reason: String
  ) async throws -> CultureEvent {
    try await office.perform("culture correct") { tx in
      let named = try cohort.map { try tx.workshop(of: $0) } ?? student.workshop ?? workshop
      let event = try tx.eventKey(event, in: named)
      let found = try tx.rows(
        """
        select p.id, c.code from participation p
        join enrollment e on (e.workshop_id, e.id) = (p.workshop_id, p.enrollment_id)
        join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
        join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
        where p.workshop_id = \(event.workshopID) and p.event_id = \(event.id)
          and s.number = \(student.number) and (\(cohort) is null or c.code = \(cohort)) order by c.code
        """, as: (Int.self, CohortCode.self))
      guard let part = found.first?.0 else {
        throw LubanError.notFound(
          noun: "participation in \(event.code) of", code: student.number.description, nearest: [])
      }
      guard found.count == 1 else {
        throw LubanError.ambiguous(
          noun: "cohort for which \(student.number) took part in", code: event.code.rawValue,
          candidates: found.map(\.1.rawValue))
      }
      try tx.execute(
        """
        select correct_participation(\(event.workshopID)::int, \(part), \(hours)::numeric,
          composed(\(reason)))
        """
      )
      return try tx.cultureEvent(event)
    }
  }
}

extension CultureEventDetails {
  fileprivate func columns(_ module: Int?) -> [Assignment] {
    [
      Assignment("theme", composed: theme), Assignment("title", composed: title),
      Assignment("place", composed: place, isCleared: cleared.contains(.place)),
      Assignment("begins_on", beginsOn), Assignment("ends_on", endsOn), Assignment("hours", hours),
      Assignment("course_id", module, isCleared: cleared.contains(.module)),
    ]
  }
}
