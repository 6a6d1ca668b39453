import Postgres

extension LanguageCertificates {
  /// What level students have in each framework on a day, what they gained since entry, and whether the
  /// target of their program is reached: a row for each student and framework.
  ///
  /// - Throws: ``LubanError`` for an unknown student, workshop, cohort or framework.
  public func levels(_ scope: LanguageLevelScope) async throws -> Listing {
    let (student, least) = try await office.read { tx in
      if let workshop = scope.workshop { _ = try tx.id(ofWorkshop: workshop) }
      if let cohort = scope.cohort { _ = try tx.cohort(cohort) }
      if let framework = scope.framework { try tx.checkFramework(framework) }
      return (
        try scope.student.map { try tx.student($0, in: scope.workshop, orOf: scope.cohort) },
        try tx.existing(scope.least)
      )
    }
    let workshop = scope.workshop ?? scope.student?.workshop
    let knownAt: SQL = "coalesce(\(scope.knownAt), now())"
    return Listing(
      columns: [
        Column("student", "workshop and number"),
        Column("name", "name as the student writes it"),
        Column(
          "level", "highest level shown and still valid, with its framework; empty where none is",
          isChief: true),
        Column("since", "day on which it was first shown"),
        Column("shown_by", "test, module or entry; as stated where no pass rule is published"),
        Column("number", "number of the certificate, of a test", of: "language_certificate"),
        Column("cohort", "code of a cohort whose program has its target in that framework"),
        Column("state", "state in that cohort on the day", isChief: true),
        Column("entry", "level at entry; none where a test was failed, empty where nothing is known"),
        Column("gain", "levels gained since entry; empty where the entry is not known"),
        Column("target", "level that the program asks for", isChief: true),
        Column("reached", "yes or no", isChief: true),
        Column("reached_on", "first day on which it was shown", isShown: false),
        Column("framework", "code of the framework", isShown: false),
        Column("rank", "order of the level within its framework", isShown: false),
        Column("workshop", "code of the workshop", isShown: false),
        Column("key", "student, framework and cohort", isShown: false),
      ],
      order: ["key"],
      on: AskedDay(scope.day, workshop: workshop, cohort: scope.cohort),
      body: { day in
        """
        select w.code || '/' || shown_number(s.number) as student, n.full_name as name,
          f.framework || ':' || f.level as level, f.since, f.shown_by, t.certificate_number as number,
          o.code as cohort, f.state,
          case when f.entry_rank = 0 then 'none' else f.framework || ':' || f.entry_level end as entry,
          f.gain, f.framework || ':' || f.target_level as target,
          case when f.is_reached then 'yes' when not f.is_reached then 'no' end as reached, f.reached_on,
          f.framework, f.rank, w.code as workshop,
          w.code || '/' || shown_number(s.number) || ' ' || f.framework || coalesce(' ' || o.code, '') as key
        from student s
        join workshop w on w.id = s.workshop_id
        cross join lateral (
          select report.known_name(s.workshop_id, s.id, 'native', \(fragment: knownAt)) as full_name) n
        cross join lateral (
          select coalesce(l.framework, g.framework) as framework, l.rank, l.level, l.since, l.shown_by,
            g.cohort_id, g.entry_rank, g.entry_level, g.gain, g.target_level, g.is_reached, g.reached_on,
            e.state::text, bool_and(e.state = 'transferred') over (partition by g.framework)
              is false and e.state = 'transferred' as has_moved_on
          from (select * from report.language_level(\(day), \(fragment: knownAt))
            where (workshop_id, student_id) = (s.workshop_id, s.id)) l
          full join (select * from report.language_gain(\(day), \(fragment: knownAt))
            where (workshop_id, student_id) = (s.workshop_id, s.id)) g on g.framework = l.framework
          left join lateral report.standing(
            s.workshop_id, g.enrollment_id, \(day), null, \(fragment: knownAt)) e
            on g.enrollment_id is not null) f
        left join cohort o on (o.workshop_id, o.id) = (s.workshop_id, f.cohort_id)
        left join lateral (
          select c.certificate_number from report.known_language(\(fragment: knownAt)) c
          where (c.workshop_id, c.student_id, c.framework, c.level, c.taken_on)
            = (s.workshop_id, s.id, f.framework, f.level, f.since) and c.passed
          limit 1) t on true
        where f.has_moved_on is not true and \(fragment: Self.conditions(scope, student, least))
        """
      })
  }

  private static func conditions(
    _ scope: LanguageLevelScope, _ student: Transaction.KeyedStudent?, _ least: LanguageLevel?
  ) -> SQL {
    var conditions: [SQL] = ["true"]
    if let student {
      conditions.append("(s.workshop_id, s.id) = (\(student.workshopID), \(student.id))")
    }
    if let workshop = scope.workshop { conditions.append("w.code = \(workshop)") }
    if let framework = scope.framework { conditions.append("f.framework = lower(\(framework))") }
    if let least {
      conditions.append(
        """
        exists (select from language_level g
          where (g.framework, g.level) = (\(least.framework), \(least.level)) and f.framework = g.framework
            and f.rank >= g.rank)
        """)
    }
    if let cohort = scope.cohort {
      conditions.append(
        """
        coalesce(o.code, \(cohort)) = \(cohort) and exists (
          select from report.known_enrollment(coalesce(\(scope.knownAt), now())) e
          join cohort m on (m.workshop_id, m.id) = (e.workshop_id, e.cohort_id)
          where (e.workshop_id, e.student_id) = (s.workshop_id, s.id) and m.code = \(cohort)
            and exists (select from report.known_event(coalesce(\(scope.knownAt), now())) v
              where (v.workshop_id, v.enrollment_id) = (e.workshop_id, e.id)))
        """)
    }
    return .joined(conditions, separator: " and ")
  }

  /// What each source says a level is in the terms of CEFR.
  ///
  /// Of a level of CEFR, which levels each source places there. Sources differ; Luban counts none of them.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown level.
  public func comparison(of level: LanguageLevel) async throws -> Listing {
    let known = try await office.read { tx in try tx.existing(level) ?? level }
    // The sources of a level stand in the order of those who say something of CEFR.
    return Listing(
      columns: [
        Column("level", "the level with its framework"),
        Column("says", "who says so"),
        Column("cefr", "CEFR level by that source; empty where it says nothing"),
        Column("vocabulary", "words to be known in all"),
        Column("confidence", "how sure the row is: high, medium, low", isShown: false),
        Column("source", "where it is said"),
        Column("note", "what should be known beside it", isShown: false),
        Column("key", "level and who says so", isShown: false),
      ],
      order: ["framework", "rank", "key"],
      body: """
        select l.framework || ':' || l.level as level, c.says, c.cefr, l.vocabulary, l.confidence,
          case when c.cefr is not null then split_part(l.source, ';', c.nth) end as source, l.note,
          l.framework, l.rank, l.framework || ':' || l.level || ' ' || c.nth as key
        from language_level l
        cross join lateral (values (1, 'the publisher', l.cefr_claimed),
          (2, 'Fachverband Chinesisch, 2010', l.cefr_per_fach)) c (nth, says, cefr)
        where l.framework <> 'cefr' and ((l.framework, l.level) = (\(known.framework), \(known.level))
          or \(known.framework) = 'cefr' and c.cefr = \(known.level))
        """)
  }
}

extension Transaction {
  /// Makes sure that there is the framework.
  func checkFramework(_ framework: String) throws {
    let codes: SQL = "select code from language_framework"
    let isKnown = try one("select lower(\(framework)) in (\(fragment: codes))", as: Bool.self)
    if !isKnown { throw try notFound("language framework", framework, among: codes, actions: .levels) }
  }
}
