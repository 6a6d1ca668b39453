import Messages
import Postgres

extension Transaction {
  /// A session of a class.
  struct SessionKey {
    let id: Int
    let at: TimeOfDay
  }

  /// The one session of a class on a day; the one that begins at a time where several do.
  func onlySession(of taughtClass: ClassCode, on day: Day, at time: TimeOfDay?) throws -> SessionKey {
    let found = try rows(
      """
      select s.id, s.begins_at from session s
      join class c on (c.workshop_id, c.id) = (s.workshop_id, s.class_id)
      join cohort h on (h.workshop_id, h.id) = (c.workshop_id, c.cohort_id)
      join course k on k.id = c.course_id
      where h.code = \(taughtClass.cohort) and k.code = \(taughtClass.course) and s.held_on = \(day)
        and s.begins_at = coalesce(\(time), s.begins_at)
      """, as: (Int.self, TimeOfDay.self))
    guard found.count == 1, let (id, begins) = found.first else {
      throw try noSession(of: taughtClass, on: day, at: time)
    }
    return SessionKey(id: id, at: begins)
  }

  /// Why not just one session of a class was found: no such class, none that day, several.
  func noSession(of taughtClass: ClassCode, on day: Day, at time: TimeOfDay?) throws -> LubanError {
    let key = try classKey(taughtClass)
    let days = try rows(
      """
      select held_on, begins_at from session where workshop_id = \(key.workshopID) and class_id = \(key.id)
      order by abs(held_on - \(day)), held_on, begins_at limit 5
      """, as: (Day.self, TimeOfDay.self))
    let times = days.filter { $0.0 == day }.map(\.1)
    if let time {
      return .notFound(
        noun: "session of \(taughtClass) on \(day) at", code: time.description,
        nearest: times.map(\.description))
    }
    let noun: Message = "session of \(taughtClass) on"
    return times.count > 1
      ? .ambiguous(noun: noun, code: day.description, candidates: times.map(\.description), by: "at")
      : .notFound(noun: noun, code: day.description, nearest: days.prefix(3).map(\.0.description))
  }
}
