import Postgres

/// The keys of an offer of places.
struct OfferKey {
  let workshopID: Int
  let id: Int
}

/// The keys of a placement.
struct PlacementKey {
  let workshopID: Int
  let id: Int
}

extension Transaction {
  /// The offer of that code, in a workshop or wherever there is one.
  func offerKey(_ code: OfferCode, in workshop: WorkshopCode?) throws -> OfferKey {
    let key = try key(of: "offer of places", code.rawValue, from: "placement_offer", in: workshop)
    return OfferKey(workshopID: key.workshopID, id: key.id)
  }

  func offer(_ key: OfferKey) throws -> PlacementOffer {
    try one(
      """
      select o.code, w.code as workshop, i.code as partner, o.title, c.code as course, o.places,
        o.places_taken, o.begins_on, o.ends_on, o.hours, o.supervisor
      from placement_offer o
      join workshop w on w.id = o.workshop_id
      join partner i on i.id = o.partner_id
      left join course c on c.id = o.course_id
      where o.workshop_id = \(key.workshopID) and o.id = \(key.id)
      """, of: PlacementOffer.self)
  }

  /// The placement of a student that lies on a day, else the latest one, or the next.
  func placementKey(_ reference: PlacementReference, on day: Day?) throws -> PlacementKey {
    let workshop = try reference.cohort.map { try self.workshop(of: $0) }
    let student = try student(reference.student, in: workshop)
    let found = try rows(
      """
      select p.workshop_id, p.id, c.code from placement p
      join enrollment e on (e.workshop_id, e.id) = (p.workshop_id, p.enrollment_id)
      join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      join placement_offer o on (o.workshop_id, o.id) = (p.workshop_id, p.offer_id)
      where e.workshop_id = \(student.workshopID) and e.student_id = \(student.id)
        and (\(reference.cohort) is null or c.code = \(reference.cohort))
        and (\(reference.offer) is null or o.code = \(reference.offer))
      order by \(day) between p.begins_on and coalesce(p.ended_on, p.ends_on) desc nulls last,
        p.begins_on desc, c.code
      """, as: (Int.self, Int.self, String.self))
    guard let placement = found.first else {
      throw LubanError.notFound(noun: "placement of student", code: student.number.description, nearest: [])
    }
    return PlacementKey(workshopID: placement.0, id: placement.1)
  }

  func assign(
    _ offer: OfferKey, _ enrollments: [Int], _ from: Day?, _ to: Day?, _ supervisor: String?,
    of cohort: CohortKey
  ) throws -> PlacementAssignment {
    var placed: [StudentNumber] = []
    var refused: [(StudentNumber, [String])] = []
    for (student, rules) in try rows(
      """
      select s.number, a.refusals
      from assign_places(\(offer.workshopID)::int, \(offer.id), \(enrollments), \(from), \(to),
        composed(\(supervisor))) with ordinality
        a (enrollment_id, placement_id, begins_on, ends_on, refusals, nth)
      join enrollment e on e.workshop_id = \(offer.workshopID) and e.id = a.enrollment_id
      join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id) order by a.nth
      """, as: (StudentNumber.self, [String].self))
    {
      if rules.isEmpty { placed.append(student) } else { refused.append((student, rules)) }
    }
    let now = try self.offer(offer)
    return PlacementAssignment(
      offer: now.code, cohort: cohort.code, placed: placed, beginsOn: from ?? now.beginsOn,
      endsOn: to ?? now.endsOn, free: now.places - now.placesTaken,
      leftOut: try leftOut(refused.map { ($0.0, $0.1, nil) }))
  }
}
