import Postgres

extension Sessions {
  /// Makes the sessions of a weekly pattern that are not there yet.
  ///
  /// The country's holidays and the workshop's closed days are left out. A session that was moved or
  /// cancelled counts as there, so that the same pattern run again makes nothing.
  ///
  /// - Parameter isDryRun: whether to undo it all again.
  /// - Throws: ``LubanError/ruleBroken(_:)`` where the days go beyond the class or its cohort.
  public func schedule(_ code: ClassCode, _ new: NewSchedule, isDryRun: Bool = false) async throws
    -> ScheduleOutcome
  {
    try await office.perform("class schedule", isDryRun: isDryRun) { tx in
      let key = try tx.classKey(code)
      let (begins, ends) = try tx.one(
        "select begins_on, ends_on from class where workshop_id = \(key.workshopID) and id = \(key.id)",
        as: (Day.self, Day.self))
      let (from, to) = (new.from ?? begins, new.to ?? ends)
      guard from <= to else {
        throw LubanError.usage("The schedule ends on \(to), before it begins on \(from).")
      }
      if from < begins || to > ends {
        // Also where the days beyond are no days of the pattern: what was asked for is not what came of it.
        try tx.execute(
          """
          select break_rule('session_lies_within_its_class', jsonb_build_object('class', \(code.description),
            'from', \(begins), 'to', \(ends), 'schedule_from', \(from), 'schedule_to', \(to)), 'session')
          """)
      }
      let removed = new.replaces ? try tx.removeOthers(than: new, of: key, from, to) : 0
      let sessions = try tx.rows(
        """
        select held_on, closed_for, is_there from schedule_class(\(key.workshopID)::int, \(key.id),
          \(new.weekly.map(\.weekday.rawValue))::int[], \(new.weekly.map(\.begins)),
          \(new.weekly.map(\.ends)), \(from), \(to), \(new.hours, as: .numeric), \(new.room))
        """, as: (Day.self, String?.self, Bool.self))
      var closed: [ScheduleOutcome.ClosedDay] = []
      for (day, name, _) in sessions {
        if let name, closed.last?.day != day {
          closed.append(ScheduleOutcome.ClosedDay(day: day, name: name))
        }
      }
      return ScheduleOutcome(
        taughtClass: try tx.taughtClass(key.id, of: key.workshopID),
        made: sessions.count { $0.1 == nil && !$0.2 }, known: sessions.count { $0.2 }, removed: removed,
        closed: closed, isDryRun: isDryRun)
    }
  }
}

extension Transaction {
  fileprivate func removeOthers(than new: NewSchedule, of key: ClassKey, _ from: Day, _ to: Day) throws -> Int
  {
    try execute(
      """
      delete from session s
      where s.workshop_id = \(key.workshopID) and s.class_id = \(key.id)
        and s.held_on between \(from) and \(to) and is_untouched(s)
        and not exists (
          select from unnest(\(new.weekly.map(\.weekday.rawValue))::int[], \(new.weekly.map(\.begins)),
            \(new.weekly.map(\.ends))) w (weekday, begins_at, ends_at)
          where w.weekday = extract(isodow from s.held_on) and (w.begins_at, w.ends_at)
            = (s.begins_at, s.ends_at))
      """)
  }
}
