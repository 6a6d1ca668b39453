import Postgres

extension Transaction {
  /// Keys of the sessions meant, at least one.
  func sessions(_ reference: SessionReference) throws -> (ClassKey, [Int]) {
    let key = try classKey(reference.taughtClass)
    let ids = try rows(
      """
      select id from session where workshop_id = \(key.workshopID) and class_id = \(key.id)
        and held_on = \(reference.on) and (\(reference.at) is null or begins_at = \(reference.at))
      order by begins_at
      """, as: Int.self)
    if !ids.isEmpty { return (key, ids) }
    let near = try rows(
      """
      select held_on || ' ' || left(begins_at::text, 5) from session
      where workshop_id = \(key.workshopID) and class_id = \(key.id)
      order by abs(held_on - \(reference.on)), held_on, begins_at limit 3
      """, as: String.self)
    let time = reference.at.map { " \($0)" } ?? ""
    throw LubanError.notFound(
      noun: "session of \(reference.taughtClass) on", code: "\(reference.on)\(time)", nearest: near)
  }

  /// Sessions by their keys, in their order in time.
  func sessions(_ ids: [Int], of workshop: Int) throws -> [Session] {
    try rows(
      """
      select c.code || '/' || o.code as taught_class, s.held_on as on, s.begins_at as begins,
        s.ends_at as ends, s.hours,
        coalesce(s.room, k.room) as room, s.cancel_reason,
        shown_instructor(s.workshop_id, coalesce(s.instructor_id, k.instructor_id)) as instructor,
        to_char(s.moved_from, 'YYYY-MM-DD HH24:MI') as moved_from, s.move_reason
      from session s join class k on (k.workshop_id, k.id) = (s.workshop_id, s.class_id)
      join cohort c on (c.workshop_id, c.id) = (k.workshop_id, k.cohort_id)
      join course o on o.id = k.course_id
      where s.workshop_id = \(workshop) and s.id = any (\(ids)) order by s.held_on, s.begins_at
      """, of: Session.self)
  }
}
