import Postgres

extension Programs {
  /// States what an edition asks of those who complete it, the latest edition where none is named.
  ///
  /// What is not named stays; an edition without a rule gets one.
  ///
  /// - Throws: ``LubanError`` for an unknown scale or level, an edition in use that has a rule, one that
  ///   somebody has completed already.
  @discardableResult
  public func state(
    _ changes: CompletionRuleChanges, of code: ProgramCode, edition: String? = nil
  ) async throws -> ProgramEdition {
    try await office.perform("program rule") { tx in
      let edition = try tx.edition(edition, of: code)
      let language = try tx.existing(changes.language)
      let scale = try changes.scale.map(tx.scale)
      let keeps = { (part: CompletionRuleChanges.Part) in !changes.dropped.contains(part) }
      try tx.execute(
        """
        insert into completion_rule as r (edition_id, scale, counted_attempt, excused, attendance_percent,
          course_attendance_percent, language_framework, language_level, culture_hours, placement_hours)
        values (\(edition), \(scale), coalesce(\(changes.countedAttempt)::counted_attempt, 'best'),
          coalesce(\(changes.excused)::excused_rule, 'left_out'), \(changes.attendance),
          \(changes.courseAttendance), \(language?.framework), \(language?.level), \(changes.cultureHours),
          \(changes.placementHours))
        on conflict (edition_id) do update set
          scale = case when \(keeps(.scale)) then coalesce(\(scale), r.scale) end,
          counted_attempt = coalesce(\(changes.countedAttempt)::counted_attempt, r.counted_attempt),
          excused = coalesce(\(changes.excused)::excused_rule, r.excused),
          attendance_percent = case when \(keeps(.attendance))
            then coalesce(excluded.attendance_percent, r.attendance_percent) end,
          course_attendance_percent = case when \(keeps(.courseAttendance))
            then coalesce(excluded.course_attendance_percent, r.course_attendance_percent) end,
          language_framework = case when \(keeps(.language))
            then coalesce(excluded.language_framework, r.language_framework) end,
          language_level = case when \(keeps(.language))
            then coalesce(excluded.language_level, r.language_level) end,
          culture_hours = case when \(keeps(.cultureHours))
            then coalesce(excluded.culture_hours, r.culture_hours) end,
          placement_hours = case when \(keeps(.placementHours))
            then coalesce(excluded.placement_hours, r.placement_hours) end
        """)
      return try tx.programEdition(edition)
    }
  }
}

extension Transaction {
  /// The rule of completion of an edition; `nil` where none is stated.
  func completionRule(of edition: Int) throws -> CompletionRule? {
    try first(
      """
      select scale, counted_attempt, excused, attendance_percent as attendance,
        course_attendance_percent as course_attendance,
        language_framework || ':' || language_level as language, culture_hours, placement_hours
      from completion_rule where edition_id = \(edition)
      """, of: CompletionRule.self)
  }
}
