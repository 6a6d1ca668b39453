import Postgres

/// A workshop's own day: closed beside the public holidays, or taught in spite of one.
public struct WorkshopDay: Sendable, Hashable, Codable {
  /// The workshop.
  public let workshop: WorkshopCode
  /// The day.
  public let day: Day
  /// What it is.
  public let name: String
  /// Whether there is teaching.
  public let isTaught: Bool
  /// Sessions that were planned on it and take place still.
  public let sessions: Int
  /// Sessions that were cancelled for it.
  public let cancelled: Int
}

/// Days without teaching: the holidays of a country, and the days that a workshop closes or teaches on.
public struct Holidays: Sendable {
  let office: Office

  /// Closes a workshop on days, or lets it teach on days that are holidays.
  ///
  /// - Parameter cancelsSessions: whether the sessions planned on a day that is closed are cancelled, for the
  ///   name of the day, but for those whose attendance was taken.
  /// - Throws: ``LubanError/conflict(_:)`` for a day of which the workshop has said already.
  @discardableResult
  public func add(
    _ days: [Day], named name: String, at code: WorkshopCode, isTaught: Bool = false,
    cancelsSessions: Bool = false
  ) async throws -> [WorkshopDay] {
    try await office.perform("holiday add") { tx in
      let workshop = try tx.id(ofWorkshop: code)
      try tx.execute(
        """
        insert into workshop_day (workshop_id, day, is_taught, name)
        select \(workshop), day, \(isTaught), composed(\(name)) from unnest(\(days)) day
        """)
      var cancelled: [Day] = []
      if cancelsSessions, !isTaught {
        cancelled = try tx.rows(
          """
          update session s set cancel_reason = composed(\(name))
          where s.workshop_id = \(workshop) and s.held_on = any (\(days)) and s.cancel_reason is null
            and not exists (
              select from attendance a where (a.workshop_id, a.session_id) = (s.workshop_id, s.id))
          returning s.held_on
          """, as: Day.self)
      }
      return try tx.workshopDays(days, of: workshop, code, cancelled: cancelled)
    }
  }

  /// Takes back what a workshop said of days; the holidays of its country hold again.
  @discardableResult
  public func remove(_ days: [Day], at code: WorkshopCode) async throws -> [WorkshopDay] {
    try await office.perform("holiday remove") { tx in
      let workshop = try tx.id(ofWorkshop: code)
      let removed = try tx.workshopDays(days, of: workshop, code, cancelled: [])
      if let missing = days.first(where: { day in !removed.contains { $0.day == day } }) {
        let near = try tx.rows(
          """
          select day from workshop_day where workshop_id = \(workshop)
          order by abs(day - \(missing)), day limit 3
          """, as: Day.self)
        throw LubanError.notFound(
          noun: "day of its own at \(code) on", code: missing.iso, nearest: near.map(\.iso))
      }
      try tx.execute("delete from workshop_day where workshop_id = \(workshop) and day = any (\(days))")
      return removed
    }
  }

  /// Days without teaching at a workshop, and those taught in spite of a holiday, as a listing by day.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown workshop.
  public func list(at code: WorkshopCode, from: Day? = nil, to: Day? = nil) async throws -> Listing {
    let workshop = try await office.read { tx in try tx.id(ofWorkshop: code) }
    return Listing(
      columns: [
        Column("date", "the day"),
        Column("weekday", "day of the week"),
        Column("name", "what it is", of: "holiday"),
        Column("teaching", "no, or yes where the workshop teaches in spite of a holiday"),
        Column("of", "the country, or the workshop whose own day it is"),
        Column("sessions", "sessions that take place on it"),
        Column("source", "where a holiday was taken from", isShown: false),
      ],
      order: ["date"],
      body: """
        select coalesce(d.day, h.day) as date, to_char(coalesce(d.day, h.day), 'Dy') as weekday,
          case when d.name is null or h.name is null or d.name = h.name then coalesce(d.name, h.name)
            else d.name || ' (' || h.name || ')' end as name,
          case when d.is_taught then 'yes' else 'no' end as teaching,
          case when d.day is null then h.country else \(code) end as of,
          (select count(*) from session s where s.workshop_id = \(workshop)
            and s.held_on = coalesce(d.day, h.day) and s.cancel_reason is null) as sessions, h.source
        from (select h.* from holiday h join workshop w on w.country = h.country where w.id = \(workshop)) h
        full join (select * from workshop_day where workshop_id = \(workshop)) d on d.day = h.day
        where (\(from) is null or coalesce(d.day, h.day) >= \(from))
          and (\(to) is null or coalesce(d.day, h.day) <= \(to))
        """)
  }
}

extension Transaction {
  fileprivate func workshopDays(
    _ days: [Day], of workshop: Int, _ code: WorkshopCode, cancelled: [Day]
  ) throws -> [WorkshopDay] {
    try rows(
      """
      select d.day, d.name, d.is_taught, (select count(*) from session s
        where s.workshop_id = d.workshop_id and s.held_on = d.day and s.cancel_reason is null) as sessions
      from workshop_day d where d.workshop_id = \(workshop) and d.day = any (\(days)) order by d.day
      """
    ) { row in
      let day: Day = try row.decode("day")
      return WorkshopDay(
        workshop: code, day: day, name: try row.decode("name"), isTaught: try row.decode("is_taught"),
        sessions: try row.decode("sessions"), cancelled: cancelled.count { $0 == day })
    }
  }
}
