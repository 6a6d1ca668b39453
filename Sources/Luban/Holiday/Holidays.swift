import Postgres

/// A workshop's own day, or a break of many: closed beside the public holidays, or taught in spite of one.
public struct WorkshopDay: Sendable, Hashable, Codable {
  /// The workshop.
  public let workshop: WorkshopCode
  /// The first day.
  public let from: Day
  /// The last day.
  public let to: Day
  /// What it is.
  public let name: String
  /// Whether there is teaching.
  public let isTaught: Bool
  /// Sessions that were planned on it and take place still.
  public let sessions: Int
  /// Sessions that were cancelled for it, and those that were not as their attendance was taken.
  public let closed: [ClosedSession]

  /// Its days.
  public var days: DaySpan { DaySpan(from, to) }
  /// How many sessions were cancelled for it.
  public var cancelled: Int { closed.count(where: \.isCancelled) }
}

/// A session that was planned on a day without teaching.
public struct ClosedSession: Sendable, Hashable, Codable {
  /// The class.
  public let taughtClass: ClassCode
  /// The day.
  public let on: Day
  /// When it begins.
  public let at: TimeOfDay
  /// What the day is.
  public let name: String
  /// Whether it was cancelled; otherwise its attendance had been taken.
  public let isCancelled: Bool
}

/// Days without teaching: the holidays of a country, and the days that a workshop closes or teaches on.
public struct Holidays: Sendable {
  let office: Office

  /// Closes a workshop on days, or lets it teach on days that are holidays.
  ///
  /// - Parameters:
  ///   - cancelsSessions: whether the sessions planned on a day that is closed are cancelled, for the name of
  ///     the day, but for those whose attendance was taken.
  ///   - isDryRun: whether to undo it all again.
  /// - Throws: ``LubanError/conflict(_:)`` for a day of which the workshop has said already,
  ///   ``LubanError/ruleBroken(_:)`` for a break that ends before it begins.
  @discardableResult
  public func add(
    _ days: [DaySpan], named name: String, at code: WorkshopCode, isTaught: Bool = false,
    cancelsSessions: Bool = false, isDryRun: Bool = false
  ) async throws -> [WorkshopDay] {
    try await office.perform("holiday add", isDryRun: isDryRun) { tx in
      let workshop = try tx.id(ofWorkshop: code)
      try tx.execute(
        """
        select refuse_duplicate('workshop_day_is_one', jsonb_build_object(
          'from', o.begins_on, 'to', o.ends_on, 'name', o.name), 'workshop_day')
        from unnest(\(days.map(\.from)), \(days.map(\.to))) d (b, e)
        join workshop_day o on o.workshop_id = \(workshop) and o.begins_on <= d.e and o.ends_on >= d.b
        """)
      try tx.execute(
        """
        insert into workshop_day (workshop_id, begins_on, ends_on, is_taught, name)
        select \(workshop), b, e, \(isTaught), composed(\(name))
        from unnest(\(days.map(\.from)), \(days.map(\.to))) d (b, e)
        """)
      return try days.sorted { $0.from < $1.from }.map { span in
        let closed = cancelsSessions && !isTaught ? try tx.cancelClosedSessions(span, at: workshop) : []
        return try tx.workshopDay(span, named: name, isTaught, of: workshop, code, closed)
      }
    }
  }

  /// Takes back what a workshop said of days; the holidays of its country hold again.
  ///
  /// Of a break that is taken back in part, the rest stays.
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for days of which it said nothing.
  @discardableResult
  public func remove(_ days: [DaySpan], at code: WorkshopCode) async throws -> [WorkshopDay] {
    try await office.perform("holiday remove") { tx in
      let workshop = try tx.id(ofWorkshop: code)
      return try days.flatMap { span in
        let taken = try tx.rows(
          """
          select greatest(begins_on, \(span.from)) as from, least(ends_on, \(span.to)) as to, name, is_taught
          from take_back_days(\(workshop)::int, \(span.from), \(span.to))
          """
        ) { row in
          (
            days: DaySpan(try row.decode("from"), try row.decode("to")),
            name: try row.decode("name", as: String.self),
            isTaught: try row.decode("is_taught", as: Bool.self)
          )
        }
        if taken.isEmpty {
          let near = try tx.rows(
            """
            select concat_ws('..', begins_on, nullif(ends_on, begins_on)) from workshop_day
            where workshop_id = \(workshop) order by abs(begins_on - \(span.from)), begins_on limit 3
            """, as: String.self)
          throw LubanError.notFound(
            noun: "day of its own at \(code) on", code: span.description, nearest: near)
        }
        return try taken.map { entry in
          try tx.workshopDay(entry.days, named: entry.name, entry.isTaught, of: workshop, code, [])
        }
      }
    }
  }

  /// Cancels the sessions that are planned on days without teaching, for the name of the day, but for those
  /// whose attendance was taken.
  ///
  /// - Parameter isDryRun: whether to undo it all again.
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown workshop.
  public func cancelSessions(at code: WorkshopCode, in days: DaySpan, isDryRun: Bool = false) async throws
    -> [ClosedSession]
  {
    try await office.perform("holiday cancel-sessions", isDryRun: isDryRun) { tx in
      try tx.cancelClosedSessions(days, at: try tx.id(ofWorkshop: code))
    }
  }

  /// Days without teaching at a workshop, and those taught in spite of a holiday, as a listing by day.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown workshop.
  public func list(at code: WorkshopCode, from: Day? = nil, to: Day? = nil) async throws -> Listing {
    let (id, country) = try await office.read { tx in
      let id = try tx.id(ofWorkshop: code)
      return (id, try tx.one("select country from workshop where id = \(id)", as: String.self))
    }
    return list(in: country, at: (code: code, id: id), from, to)
  }

  /// The holidays of a country, as a listing by day.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown country.
  public func list(in country: String, from: Day? = nil, to: Day? = nil) async throws -> Listing {
    list(in: try await office.read { try $0.country(country) }, at: nil, from, to)
  }

  private func list(
    in country: String, at own: (code: WorkshopCode, id: Int)?, _ from: Day?, _ to: Day?
  ) -> Listing {
    let workshop = own?.id
    return Listing(
      columns: [
        Column("date", "the day; of a break the first"),
        Column("to", "last day of a break"),
        Column("weekday", "day of the week"),
        Column("name", "what it is", of: "holiday"),
        Column("teaching", "no, or yes where the workshop teaches in spite of a holiday"),
        Column("of", "the country, or the workshop whose own day it is"),
        Column("sessions", "sessions that take place on it"),
        Column("source", "where a holiday was taken from", isShown: false),
        Column("key", "day, and whose it is", isShown: false),
      ],
      order: ["date", "key"],
      body: """
        select d.begins_on as date, nullif(d.ends_on, d.begins_on) as to,
          to_char(d.begins_on, 'Dy') as weekday, d.name,
          case when d.is_taught then 'yes' else 'no' end as teaching,
          d.of, (select count(*) from session s where s.workshop_id = \(workshop)
            and s.held_on between d.begins_on and d.ends_on and s.cancel_reason is null) as sessions,
          d.source,
          d.begins_on || ' ' || d.of as key
        from (
          select h.day as begins_on, h.day as ends_on, h.name, h.country as of, h.source, exists (
            select from workshop_day o where o.workshop_id = \(workshop) and o.is_taught
              and h.day between o.begins_on and o.ends_on) as is_taught
          from holiday h where h.country = \(country)
          union all
          select o.begins_on, o.ends_on, o.name, \(own?.code), null, o.is_taught
          from workshop_day o where o.workshop_id = \(workshop)) d
        where (\(from) is null or d.ends_on >= \(from)) and (\(to) is null or d.begins_on <= \(to))
        """)
  }
}

extension Transaction {
  fileprivate func cancelClosedSessions(_ days: DaySpan, at workshop: Int) throws -> [ClosedSession] {
    try rows(
      """
      select class as taught_class, held_on as on, begins_at as at, name, is_cancelled
      from cancel_closed_sessions(\(workshop)::int, \(days.from), \(days.to))
      """, of: ClosedSession.self)
  }

  fileprivate func workshopDay(
    _ days: DaySpan, named name: String, _ isTaught: Bool, of workshop: Int, _ code: WorkshopCode,
    _ closed: [ClosedSession]
  ) throws -> WorkshopDay {
    let sessions = try one(
      """
      select count(*) from session where workshop_id = \(workshop)
        and held_on between \(days.from) and \(days.to) and cancel_reason is null
      """, as: Int.self)
    return WorkshopDay(
      workshop: code, from: days.from, to: days.to, name: name, isTaught: isTaught, sessions: sessions,
      closed: closed)
  }
}
