import Messages
import Postgres
import Tabular

extension Attendances {
  /// Attendance of a class, a row a student and a column a session that was not cancelled.
  ///
  /// - Parameters:
  ///   - isShort: whether statuses are told by their first letter: p, l, e, a.
  ///   - sheet: code of a sheet, which stands in every row.
  ///   - language: that of who fills in the sheet.
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for a class there is none of.
  public func grid(
    _ taughtClass: ClassCode, from: Day? = nil, to: Day? = nil, isShort: Bool = false, sheet: String? = nil,
    in language: Language = .english
  ) async throws -> AttendanceGrid {
    try await office.read { tx in
      let key = try tx.classKey(taughtClass)
      let sessions = try tx.rows(
        """
        select s.id, s.held_on || case when count(*) over (partition by s.held_on) > 1
            then ' ' || left(s.begins_at::text, 5) else '' end, s.held_on
        from session s where s.workshop_id = \(key.workshopID) and s.class_id = \(key.id)
          and s.held_on between coalesce(\(from), '-infinity') and coalesce(\(to), 'infinity')
          and s.cancel_reason is null
        order by s.held_on, s.begins_at
        """, as: (Int.self, String.self, Day.self)
      ).map { AttendanceColumn(name: $0.1, session: $0.0, day: $0.2) }
      let words = ColumnValues.words("attendance")
      let said = try tx.noted(words.words(in: language), at: sessions.map(\.session), of: key.workshopID)
      let values = try sheet.map { _ in
        try words.list(for: Heading.inWords("each session", language), in: language)
      }
      return AttendanceGrid(
        sessions: sessions,
        listing: Listing(
          columns: Self.columns(sessions, isSheet: sheet != nil, values, said),
          order: ["student"],
          body: Self.body(key, sessions, from, to, isShort, sheet)))
    }
  }

  private static func columns(
    _ sessions: [AttendanceColumn], isSheet: Bool, _ values: ValueList?, _ words: [String: String]
  ) -> [Column] {
    (isSheet ? [Column("sheet", "code of the sheet")] : []) + [
      Column("student", "number of the student"),
      Column("full_name", "name as the student writes it"),
      Column("latin_name", "name as in the passport", isShown: isSheet),
    ] + sessions.map { Column($0.name, "what was noted that day", values: values, words: words) }
  }

  private static func body(
    _ key: Transaction.ClassKey, _ sessions: [AttendanceColumn], _ from: Day?, _ to: Day?,
    _ isShort: Bool, _ sheet: String?
  ) -> SQL {
    let cells = sessions.map { session -> SQL in
      """
      , coalesce(min(case when \(isShort) then regexp_replace(noted(a.status, a.hours), '^(.)[a-z]*', '\\1')
            else noted(a.status, a.hours) end) filter (where a.session_id = \(session.session)),
          case when \(sheet != nil) and not p.days @> \(session.day)::date then \(Placeholders.closed) end)
        as \(identifier: session.name)
      """
    }
    let code: SQL = sheet.map { "\($0) as sheet, " } ?? ""
    return """
      select \(fragment: code)shown_number(t.number) as student, n.full_name, l.full_name as latin_name
        \(fragment: .joined(cells, separator: "\n"))
      from class c
      join enrollment e on (e.workshop_id, e.cohort_id) = (c.workshop_id, c.cohort_id)
      join student t on (t.workshop_id, t.id) = (e.workshop_id, e.student_id)
      left join student_name n on (n.workshop_id, n.student_id, n.kind, n.valid_to)
        = (t.workshop_id, t.id, 'native', 'infinity')
      left join student_name l on (l.workshop_id, l.student_id, l.kind, l.valid_to)
        = (t.workshop_id, t.id, 'latin', 'infinity')
      cross join lateral (
        select range_agg(daterange(begins_on, ends_on, '[]')) as days
        from enrolled_period_of(e.workshop_id, e.id)) p
      left join attendance a on (a.workshop_id, a.enrollment_id) = (e.workshop_id, e.id)
        and a.session_id = any (\(sessions.map(\.session)))
      where c.workshop_id = \(key.workshopID) and c.id = \(key.id) and exists (
        select from unnest(p.days) stay
        where stay * daterange(c.begins_on, c.ends_on, '[]') && daterange(\(from), \(to), '[]'))
      group by t.number, n.full_name, l.full_name, p.days
      """
  }
}

extension Transaction {
  /// Words for statuses, and for those that have hours behind them at these sessions; none in English.
  fileprivate func noted(
    _ words: [String: String], at sessions: [Int], of workshop: Int
  ) throws -> [String: String] {
    if words.isEmpty { return words }
    let partial = try rows(
      """
      select distinct status::text, noted(status, hours) from attendance
      where workshop_id = \(workshop) and session_id = any (\(sessions)) and hours is not null
      """, as: (String.self, String.self))
    return partial.reduce(into: words) { words, cell in
      words[cell.1] = words[cell.0].map { $0 + cell.1.dropFirst(cell.0.count) }
    }
  }
}
