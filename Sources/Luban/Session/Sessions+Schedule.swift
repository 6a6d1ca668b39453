import Postgres

extension Sessions {
  /// Makes the sessions of a weekly pattern that are not there yet.
  ///
  /// Unless a last day is named, they end when the hours of the course are used up. The country's holidays
  /// and the workshop's closed days are left out. A session that was moved or
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
      let weekOne = new.weekly.contains { $0.weeks != .every } ? try tx.weekOne(of: key, new.weekOne) : nil
      let entries = try tx.rows(
        """
        select change, held_on as on, begins_at as begins, ends_at as ends, why
        from schedule_class(\(key.workshopID)::int, \(key.id), \(new.weekly.map(\.weekday.rawValue))::int[],
          \(new.weekly.map(\.begins)), \(new.weekly.map(\.ends)),
          \(new.weekly.map { $0.weeks.isOdd.map(String.init) })::bool[], \(weekOne),
          \(from), \(to), \(new.hours, as: .numeric), \(new.room), \(new.replaces),
          \(new.to == nil))
        """, of: ScheduleOutcome.Entry.self)
      var closed: [ScheduleOutcome.ClosedDay] = []
      for entry in entries where entry.change == .closed && closed.last?.day != entry.on {
        closed.append(ScheduleOutcome.ClosedDay(day: entry.on, name: entry.why ?? ""))
      }
      return ScheduleOutcome(
        taughtClass: try tx.taughtClass(key.id, of: key.workshopID), weekOne: weekOne,
        made: entries.count { $0.change == .made },
        known: entries.count { $0.change == .known || $0.change == .changed },
        removed: entries.count { $0.change == .removed }, closed: closed, entries: entries,
        clashes: try tx.clashes(of: key, from: from, to: to), isDryRun: isDryRun)
    }
  }
}

extension Transaction {
  /// The first day of the week in which a day lies, or the first one of the term.
  fileprivate func weekOne(of key: ClassKey, _ day: Day?) throws -> Day {
    try one(
      "select first_week(coalesce(\(day), term_begins_on(\(key.workshopID)::int, \(key.id))))", as: Day.self)
  }
}
