import Postgres
import Tabular

extension Sessions {
  /// Whose sessions a calendar holds.
  public enum CalendarOwner: Sendable, Hashable {
    /// All classes of a cohort.
    case cohort(CohortCode)
    /// What an instructor teaches or stands in for, at every workshop where the partner's number is theirs.
    case instructor(InstructorCode)
    /// One class.
    case taughtClass(ClassCode)
  }

  /// Sessions as a calendar that phones and mail programs read: its events, by time, cancelled ones among
  /// them, for those who subscribed are told so.
  ///
  /// Times are in UTC where the workshop has a time zone; elsewhere they are those of whoever looks. A lesson
  /// of several cohorts is one event of its instructor.
  ///
  /// - Parameters:
  ///   - from: the first day.
  ///   - to: the last day.
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an owner that is not known.
  public func calendar(of owner: CalendarOwner, from: Day? = nil, to: Day? = nil) async throws
    -> [CalendarOutput.Event]
  {
    try await office.read { tx in
      let keys = try tx.sessionKeys(of: owner)
      return try tx.rows(
        """
        select s.id || '-' || w.uid || '@luban' as uid, met.cohorts, o.code as course,
          main_title(o.titles) as title, coalesce(s.room, k.room) as room, n.full_name,
          s.cancel_reason, to_char(changed.at at time zone 'UTC', 'YYYYMMDD"T"HH24MISS"Z"') as stamp,
          changed.times, moment(s.held_on + s.begins_at, w.time_zone) as begins,
          moment(s.held_on + s.ends_at, w.time_zone) as ends
        from session s
        join class k on (k.workshop_id, k.id) = (s.workshop_id, s.class_id)
        join workshop w on w.id = s.workshop_id
        join course o on o.id = k.course_id
        cross join lateral (
          select min(t.id) as first, string_agg(c.code, ', ' order by c.code) as cohorts
          from sessions_together(s.workshop_id, s.id) t (id)
          join session e on (e.workshop_id, e.id) = (s.workshop_id, t.id)
          join class f on (f.workshop_id, f.id) = (e.workshop_id, e.class_id)
          join cohort c on (c.workshop_id, c.id) = (f.workshop_id, f.cohort_id)) met
        left join instructor n
          on (n.workshop_id, n.id) = (s.workshop_id, coalesce(s.instructor_id, k.instructor_id))
        cross join lateral (
          select greatest(s.recorded_at, max(r.replaced_at)) as at, count(*) as times from revision r
          where (r.workshop_id, r.table_name, r.row_id) in (
            (s.workshop_id, 'session', s.id), (s.workshop_id, 'class', k.id))) changed
        where \(fragment: keys)
          and (\(from) is null or s.held_on >= \(from)) and (\(to) is null or s.held_on <= \(to))
        order by s.held_on, s.begins_at, uid
        """
      ) { row in
        let reason: String? = try row.decode("cancel_reason")
        let cohorts: String = try row.decode("cohorts")
        let details: [String?] = [
          cohorts, try row.decode("full_name"), reason.map { "Does not take place: \($0)" },
        ]
        return CalendarOutput.Event(
          uid: try row.decode("uid"), stamp: try row.decode("stamp"), sequence: try row.decode("times"),
          begins: try row.decode("begins"), ends: try row.decode("ends"),
          summary:
            "\(try row.decode("title", as: String.self)) (\(try row.decode("course", as: String.self)))",
          location: try row.decode("room"), details: details.compactMap { $0 }.joined(separator: "\n"),
          isCancelled: reason != nil)
      }
    }
  }
}

extension Transaction {
  /// The condition by which the sessions of an owner are found.
  fileprivate func sessionKeys(of owner: Sessions.CalendarOwner) throws -> SQL {
    switch owner {
    case .cohort(let code):
      let key = try cohortKey(code)
      return "(k.workshop_id, k.cohort_id) = (\(key.workshopID), \(key.id))"
    case .taughtClass(let code):
      let key = try classKey(code)
      return "(s.workshop_id, s.class_id) = (\(key.workshopID), \(key.id))"
    case .instructor(let code):
      let keys = try instructorKeys(code)
      return """
        (n.workshop_id, n.id) in (select * from unnest(\(keys.map(\.workshopID)), \(keys.map(\.id))))
          and s.id = met.first
        """
    }
  }
}
