import Postgres

extension Students {
  /// Students as a listing, by workshop and number.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown workshop or cohort.
  public func list(_ filter: StudentFilter = StudentFilter()) async throws -> Listing {
    try await check(filter)
    return Listing(
      columns: [
        Column("student", "workshop and number"),
        Column("name", "name as the student writes it"),
        Column("latin_name", "name as in the passport", isShown: false),
        Column("chinese_name", "Chinese name", isShown: false),
        Column("gender", "female, male or other"),
        Column("birth_date", "birth date", .day),
        Column("nationality", "country of the passport, ISO 3166-1"),
        Column("schooling", "highest schooling, ISCED 2011", .number, isShown: false),
        Column("language_level", "language level shown at entry", isShown: false),
        Column("enrollments", "cohorts the student applied to or is in, each with the state", isShown: false),
        Column("workshop", "code of the workshop", isShown: false),
        Column("entered", "day on which the person was entered", .day, isShown: false),
      ],
      order: ["workshop", "nth", "student"],
      body: """
        select \(fragment: Self.reference) as student, \(fragment: Self.name("native")) as name,
          \(fragment: Self.name("latin")) as latin_name, \(fragment: Self.name("chinese")) as chinese_name,
          s.gender::text, s.birth_on as birth_date, s.nationality, s.schooling,
          \(fragment: Self.level) as language_level, \(fragment: Self.enrollments) as enrollments,
          w.code as workshop, s.recorded_at::date as entered, s.number as nth
        from student s
        join workshop w on w.id = s.workshop_id
        where \(fragment: Self.conditions(filter))
        """)
  }

  /// Students as a listing whose columns are those of an import: what was exported can be imported unchanged.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown workshop or cohort.
  public func export(_ filter: StudentFilter = StudentFilter()) async throws -> Listing {
    try await check(filter)
    let columns = ImportColumn.people.map { Column($0.name, $0.meaning) }
    return Listing(
      columns: columns, order: ["workshop", "nth", "reference"],
      body: """
        select shown_number(s.number) as number, n.full_name, n.family_name, n.given_name, n.patronymic,
          \(fragment: Self.name("latin")) as latin_name, \(fragment: Self.name("chinese")) as chinese_name,
          s.birth_on as birth_date, s.gender::text, s.nationality, s.document_kind::text, s.document_country,
          s.document_number, s.email, s.phone, s.schooling, \(fragment: Self.level) as language_level,
          s.consent_on as consent_date, w.code as workshop, s.number as nth,
          \(fragment: Self.reference) as reference
        from student s
        join workshop w on w.id = s.workshop_id
        left join student_name n on (n.workshop_id, n.student_id, n.kind, n.valid_to)
          = (s.workshop_id, s.id, 'native', 'infinity')
        where \(fragment: Self.conditions(filter))
        """)
  }

  /// Students with any name, number or document like a text, nearest first.
  ///
  /// Case, accents, apostrophes and the order of words do not matter. Only where nothing is found so, names
  /// that are alike are offered: at most 20.
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown workshop.
  public func find(_ text: String, in workshop: WorkshopCode? = nil) async throws -> Listing {
    let scope = try await office.read { tx in try workshop.map { try tx.id(ofWorkshop: $0) } }
    return Listing(
      columns: [
        Column("student", "workshop and number"),
        Column("names", "names, in the person's own script first; a former one where it was found by that"),
        Column("birth_date", "birth date", .day),
        Column("nationality", "country of the passport, ISO 3166-1"),
        Column("enrollments", "cohorts the student applied to or is in, each with the state"),
        Column("workshop", "code of the workshop", isShown: false),
        Column("found_by", "exact, name, beginning, word or likeness", isShown: false),
      ],
      order: ["nearness", "names", "student"],
      body: """
        select \(fragment: Self.reference) as student,
          (select string_agg(distinct_name, ' / ' order by is_former, kind) from (
            select k.full_name
              || case when k.valid_to <> 'infinity' then ' (until ' || k.valid_to || ')' else '' end
              as distinct_name, k.kind, k.valid_to <> 'infinity' as is_former
            from student_name k where (k.workshop_id, k.student_id) = (s.workshop_id, s.id)) k) as names,
          s.birth_on as birth_date, s.nationality, \(fragment: Self.enrollments) as enrollments,
          w.code as workshop,
          (array['exact', 'name', 'beginning', 'word', 'likeness'])[f.nearness] as found_by,
          f.nearness - f.likeness as nearness
        from (select workshop_id, student_id, min(nearness) as nearness, max(likeness) as likeness
          from find_students(\(text), \(scope)::int, \(Self.mostFound)::int)
          group by workshop_id, student_id) f
        join student s on (s.workshop_id, s.id) = (f.workshop_id, f.student_id)
        join workshop w on w.id = s.workshop_id
        """)
  }

  /// Whoever finds more than this should say more.
  private static let mostFound = 1000

  private func check(_ filter: StudentFilter) async throws {
    guard filter.workshop != nil || filter.cohort != nil else { return }
    try await office.read { tx in
      if let workshop = filter.workshop { _ = try tx.id(ofWorkshop: workshop) }
      if let cohort = filter.cohort { _ = try tx.cohort(cohort) }
    }
  }

  private static func conditions(_ filter: StudentFilter) -> SQL {
    var conditions: [SQL] = ["true"]
    if let workshop = filter.workshop { conditions.append("w.code = \(workshop)") }
    if let nationality = filter.nationality {
      conditions.append("s.nationality = read_country(\(nationality))")
    }
    if filter.cohort != nil || filter.state != nil {
      conditions.append(
        """
        exists (select from enrollment e join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
          where (e.workshop_id, e.student_id) = (s.workshop_id, s.id)
            and (\(filter.cohort) is null or c.code = \(filter.cohort))
            and e.state = coalesce(\(filter.state)::enrollment_state, nullif(e.state, 'annulled')))
        """)
    }
    return .joined(conditions, separator: " and ")
  }

  // Subselects rather than joins: what a page does not want is then not computed.
  private static let reference: SQL = "w.code || '/' || shown_number(s.number)"
  private static let level: SQL = """
    (select l.framework || ':' || l.level from language_level l
     where (l.framework, l.rank) = (s.entry_framework, s.entry_rank))
    """
  private static let enrollments: SQL = """
    (select string_agg(c.code || ' ' || e.state, ', ' order by e.applied_on desc, c.code)
     from enrollment e join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
     where (e.workshop_id, e.student_id) = (s.workshop_id, s.id)
       and e.state in ('applied', 'waitlisted', 'admitted', 'enrolled', 'suspended'))
    """

  private static func name(_ kind: String) -> SQL {
    """
    (select k.full_name from student_name k where (k.workshop_id, k.student_id, k.kind, k.valid_to)
      = (s.workshop_id, s.id, \(kind)::name_kind, 'infinity'))
    """
  }
}
