import Postgres

extension Transaction {
  func placement(_ key: PlacementKey) throws -> Placement {
    let log = try rows(
      """
      select worked_on as on, hours, task, note from placement_log
      where workshop_id = \(key.workshopID) and placement_id = \(key.id) order by worked_on
      """, of: Placement.LoggedDay.self)
    let evaluations = try rows(
      """
      select side, scale, mark, passed, evaluated_on as on, evaluated_by as by, comment
      from placement_evaluation
      where workshop_id = \(key.workshopID) and placement_id = \(key.id) order by side
      """, of: PlacementEvaluation.self)
    return try one(
      """
      select s.number as student, coalesce(n.full_name, '') as name, c.code as cohort, o.code as offer,
        i.code as partner, o.title, p.begins_on, p.ends_on, p.ended_on, p.end_reason,
        coalesce(p.supervisor, o.supervisor) as supervisor, o.hours as planned
      from placement p
      join placement_offer o on (o.workshop_id, o.id) = (p.workshop_id, p.offer_id)
      join partner i on i.id = o.partner_id
      join enrollment e on (e.workshop_id, e.id) = (p.workshop_id, p.enrollment_id)
      join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
      left join student_name n on (n.workshop_id, n.student_id, n.kind, n.valid_to)
        = (s.workshop_id, s.id, 'native', 'infinity')
      where p.workshop_id = \(key.workshopID) and p.id = \(key.id)
      """, of: Placement.self,
      with: ["worked": log.reduce(0) { $0 + $1.hours }, "log": log, "evaluations": evaluations])
  }
}
