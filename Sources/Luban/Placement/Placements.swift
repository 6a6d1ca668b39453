import Postgres

/// Placements at enterprises: places offered, assignments, hours, evaluations.
public struct Placements: Sendable {
  let office: Office

  /// Adds an offer of places.
  ///
  /// - Throws: ``LubanError`` for a code that is taken, a partner that is no enterprise, a course that is no
  ///   placement.
  @discardableResult
  public func offer(
    _ code: OfferCode, in workshop: WorkshopCode, _ details: PlacementOfferDetails
  ) async throws -> PlacementOffer {
    try await office.perform("placement offer") { tx in
      let workshop = try tx.id(ofWorkshop: workshop)
      let said = try details.columns(tx)
      let id = try tx.insert(
        into: "placement_offer", said + [Assignment("workshop_id", workshop), Assignment("code", code)])
      return try tx.offer(OfferKey(workshopID: workshop, id: id))
    }
  }

  /// Changes an offer; the placements it has must fit it as before.
  @discardableResult
  public func edit(
    _ code: OfferCode, in workshop: WorkshopCode? = nil, _ changes: PlacementOfferDetails
  ) async throws -> PlacementOffer {
    try await office.perform("placement edit") { tx in
      let offer = try tx.offerKey(code, in: workshop)
      try tx.update(
        "placement_offer", try changes.columns(tx),
        where: "workshop_id = \(offer.workshopID) and id = \(offer.id)")
      return try tx.offer(offer)
    }
  }

  /// Assigns students of a cohort to an offer, in their order while there are places.
  ///
  /// Students who break a rule are left out and listed with every rule; the others are placed.
  ///
  /// - Parameters:
  ///   - from: first day; that of the offer where `nil`.
  ///   - to: last day; that of the offer where `nil`.
  public func assign(
    _ code: OfferCode, _ students: [StudentReference], of cohort: CohortCode, from: Day? = nil,
    to: Day? = nil,
    supervisor: String? = nil
  ) async throws -> PlacementAssignment {
    try await office.perform("placement assign") { tx in
      let cohort = try tx.cohortKey(cohort)
      let offer = try tx.offerKey(code, in: try tx.workshop(of: cohort.code))
      let enrollments = try tx.enrollmentIDs(.students(students), in: cohort)
      return try tx.assign(offer, enrollments, from, to, supervisor, of: cohort)
    }
  }

  /// Logs hours that a student worked on a day.
  @discardableResult
  public func log(
    _ reference: PlacementReference, on day: Day, hours: Double, task: String? = nil
  ) async throws -> Placement {
    try await office.perform("placement log") { tx in
      let placement = try tx.placementKey(reference, on: day)
      try tx.execute(
        """
        select log_hours(\(placement.workshopID)::int, \(placement.id), \(day), \(hours)::numeric,
          composed(\(task)))
        """)
      return try tx.placement(placement)
    }
  }

  /// Corrects logged hours; with 0 nothing was worked on that day after all.
  ///
  /// What had been recorded stays for reports as known earlier.
  @discardableResult
  public func correct(
    _ reference: PlacementReference, on day: Day, hours: Double, reason: String
  ) async throws -> Placement {
    try await office.perform("placement correct") { tx in
      let placement = try tx.placementKey(reference, on: day)
      let log = try tx.first(
        """
        select id from placement_log where workshop_id = \(placement.workshopID)
          and placement_id = \(placement.id) and worked_on = \(day)
        """, as: Int.self)
      guard let log else {
        throw LubanError.notFound(noun: "logged day", code: day.iso, nearest: [])
      }
      try tx.execute(
        """
        select correct_logged_hours(\(placement.workshopID)::int, \(log), \(hours)::numeric,
          composed(\(reason)))
        """)
      return try tx.placement(placement)
    }
  }

  /// Ends a placement before its time; its place is free again.
  ///
  /// - Parameter day: the last day on which the student is there.
  @discardableResult
  public func end(_ reference: PlacementReference, on day: Day, reason: String) async throws -> Placement {
    try await office.perform("placement end") { tx in
      let placement = try tx.placementKey(reference, on: day)
      try tx.execute(
        """
        update placement set ended_on = \(day), end_reason = composed(\(reason))
        where workshop_id = \(placement.workshopID) and id = \(placement.id)
        """)
      return try tx.placement(placement)
    }
  }

  /// Removes a placement that never was: while no hours are logged for it, nor an evaluation.
  public func remove(_ reference: PlacementReference) async throws -> Placement {
    try await office.perform("placement remove") { tx in
      let key = try tx.placementKey(reference, on: nil)
      let placement = try tx.placement(key)
      try tx.execute("delete from placement where workshop_id = \(key.workshopID) and id = \(key.id)")
      return placement
    }
  }

  /// Keeps how enterprise or school judged a placement; what that side had said before is replaced.
  ///
  /// - Throws: ``LubanError/ruleBroken(_:)`` for a mark that is none of the scale, or a day before the
  ///   placement.
  @discardableResult
  public func evaluate(
    _ reference: PlacementReference, by side: EvaluationSide, mark: String, scale: String,
    on day: Day = .today,
    comment: String? = nil, evaluator: String? = nil
  ) async throws -> Placement {
    try await office.perform("placement evaluate") { tx in
      let placement = try tx.placementKey(reference, on: nil)
      let day = try tx.day(day, at: placement.workshopID)
      let isKnown = try tx.one(
        "select exists (select from grading_scale where code = \(scale))", as: Bool.self)
      if !isKnown { throw try tx.notFound("grading scale", scale, among: "select code from grading_scale") }
      try tx.execute(
        """
        select evaluate_placement(\(placement.workshopID)::int, \(placement.id), \(side), \(scale), \(mark),
          \(day), composed(\(comment)), composed(\(evaluator)))
        """)
      return try tx.placement(placement)
    }
  }

  /// One placement, with hours and evaluations.
  public func show(_ reference: PlacementReference) async throws -> Placement {
    try await office.read { tx in try tx.placement(try tx.placementKey(reference, on: reference.day)) }
  }
}

extension PlacementOfferDetails {
  fileprivate func columns(_ tx: Transaction) throws -> [Assignment] {
    [
      Assignment("partner_id", try partner.map { try tx.id(ofPartner: $0) }),
      Assignment("course_id", try course.map { try tx.id(ofCourse: $0) }),
      Assignment("title", composed: title), Assignment("places", places), Assignment("begins_on", beginsOn),
      Assignment("ends_on", endsOn), Assignment("hours", hours),
      Assignment("supervisor", composed: supervisor),
    ]
  }
}
