import Postgres

/// What a class and another one both want at the same time, on how many days.
public struct ClassClash: Sendable, Hashable, Codable {
  /// What can be wanted by both.
  public enum Kind: String, Sendable, Hashable, Codable, SQLDecodable {
    case cohort, instructor, room
  }

  /// What is wanted by both.
  public let kind: Kind
  /// Which: the cohort, the instructor or the room.
  public let who: String
  /// The other class.
  public let otherClass: String
  /// How many sessions of it.
  public let times: Int
  /// The first day on which both are held.
  public let firstOn: Day
}

extension Transaction {
  /// What the sessions of a class on some days clash with, by what is shared.
  func clashes(of key: ClassKey, from: Day, to: Day) throws -> [ClassClash] {
    try rows(
      """
      select l.kind, case l.kind when 'cohort' then mine.code when 'room' then (x.own).room
          else i.code || '/' || l.staff_number end as who, c.code || '/' || o.code as other_class,
        count(*)::int as times, min((x.own).held_on) as first_on
      from clashes(\(key.workshopID)::int, \(from), \(to)) l
      cross join lateral (
        select case when (l.one).class_id = \(key.id) then l.one else l.other end as own,
          case when (l.one).class_id = \(key.id) then l.other else l.one end as other) x
      join cohort mine on (mine.workshop_id, mine.id) = ((x.own).workshop_id, (x.own).cohort_id)
      join cohort c on (c.workshop_id, c.id) = ((x.other).workshop_id, (x.other).cohort_id)
      join course o on o.id = (x.other).course_id
      left join partner i on i.id = l.partner_id
      where ((x.own).workshop_id, (x.own).class_id) = (\(key.workshopID)::int, \(key.id))
      group by 1, 2, 3 order by 5, 1, 2, 3
      """, of: ClassClash.self)
  }
}
