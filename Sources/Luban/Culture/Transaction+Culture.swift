import Postgres

/// The keys of a culture event, without the rest of it.
struct EventKey {
  let workshopID: Int
  let id: Int
  let code: EventCode
}

extension Transaction {
  /// The event of that code, in a workshop or wherever there is one.
  func eventKey(_ code: EventCode, in workshop: WorkshopCode?) throws -> EventKey {
    let key = try key(of: "culture event", code.rawValue, from: "culture_event", in: workshop)
    return EventKey(workshopID: key.workshopID, id: key.id, code: code)
  }

  func workshop(of cohort: CohortCode) throws -> WorkshopCode {
    let cohort = try cohortKey(cohort)
    return try one("select code from workshop where id = \(cohort.workshopID)", as: WorkshopCode.self)
  }

  func attend(
    _ event: EventKey, _ enrollments: [Int], _ hours: Double?, of cohort: CohortKey
  ) throws -> ParticipationOutcome {
    var outcome = ParticipationOutcome(event: event.code, cohort: cohort.code)
    var refused: [(student: StudentNumber, rules: [String], missing: String?)] = []
    for (student, hours, isKnown, rules, departure) in try rows(
      """
      select s.number, a.hours, a.is_known, a.refusals, a.departure
      from add_participations(\(event.workshopID)::int, \(event.id), \(enrollments), \(hours)::numeric) a
      join enrollment e on e.workshop_id = \(event.workshopID) and e.id = a.enrollment_id
      join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id) order by s.number
      """, as: (StudentNumber.self, Double.self, Bool.self, [String].self, String?.self)
    ) {
      let part = ParticipationOutcome.Part(student: student, hours: hours)
      if isKnown {
        outcome.known.append(part)
      } else if rules.isEmpty {
        outcome.entered.append(part)
      } else {
        refused.append((student, rules, departure))
      }
    }
    outcome.leftOut = try leftOut(refused)
    return outcome
  }

  func cultureEvent(_ key: EventKey) throws -> CultureEvent {
    let participants = try rows(
      """
      select s.number as student, coalesce(n.full_name, '') as name, c.code as cohort, p.hours, p.note
      from participation p
      join enrollment e on (e.workshop_id, e.id) = (p.workshop_id, p.enrollment_id)
      join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
      left join student_name n on (n.workshop_id, n.student_id, n.kind, n.valid_to)
        = (s.workshop_id, s.id, 'native', 'infinity')
      where p.workshop_id = \(key.workshopID) and p.event_id = \(key.id) order by c.code, s.number
      """, of: CultureEvent.Participant.self)
    return try one(
      """
      select v.code, w.code as workshop, v.theme, v.title, v.place, v.begins_on, v.ends_on, v.hours,
        c.code as module
      from culture_event v
      join workshop w on w.id = v.workshop_id
      left join course c on c.id = v.course_id
      where v.workshop_id = \(key.workshopID) and v.id = \(key.id)
      """, of: CultureEvent.self, with: ["participants": participants])
  }
}
