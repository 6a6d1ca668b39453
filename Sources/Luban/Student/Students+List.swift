import Postgres

extension Students {
  /// Students as a listing, by workshop and number.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown workshop or cohort.
  public func list(_ filter: StudentFilter = StudentFilter()) async throws -> Listing {
    try await check(filter)
    return Listing(
      "student",
      """
      student name (latin_name chinese_name) gender birth_date nationality (schooling language_level \
      enrollments workshop entered)
      """, by: "workshop nth student", where: filter.conditions)
  }

  /// Students as a listing whose columns are those of an import: what was exported can be imported unchanged.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown workshop or cohort.
  public func export(_ filter: StudentFilter = StudentFilter()) async throws -> Listing {
    try await check(filter)
    return Listing(
      "student_export", ImportColumn.people.map(\.name).joined(separator: " "), by: "workshop nth reference",
      where: filter.conditions)
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
        Column(
          "names", "names, in the person's own script first; a former one where it was found by that",
          of: "student_find"),
        Column("birth_date", "birth date"),
        Column("nationality", "country of the passport, ISO 3166-1"),
        Column("enrollments", "cohorts the student applied to or is in, each with the state"),
        Column("workshop", "code of the workshop", isShown: false),
        Column("found_by", "exact, name, beginning, word or likeness", isShown: false),
      ],
      order: ["nearness", "names", "student"],
      body: """
        select l.student,
          (select string_agg(distinct_name, ' / ' order by is_former, kind) from (
            select k.full_name
              || case when k.valid_to = 'infinity' then ''
                else format(wording(' (until {0})'), k.valid_to) end
              as distinct_name, k.kind, k.valid_to <> 'infinity' as is_former
            from student_name k where (k.workshop_id, k.student_id) = (l.workshop_id, l.id)) k) as names,
          l.birth_date, l.nationality, l.enrollments, l.workshop,
          (array['exact', 'name', 'beginning', 'word', 'likeness'])[f.nearness] as found_by,
          f.nearness - f.likeness as nearness
        from (select workshop_id, student_id, min(nearness) as nearness, max(likeness) as likeness
          from find_students(\(text), \(scope)::int, \(Self.mostFound)::int)
          group by workshop_id, student_id) f
        join list.student l on (l.workshop_id, l.id) = (f.workshop_id, f.student_id)
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
}

extension StudentFilter {
  fileprivate var conditions: [Filter] {
    [
      .equals("workshop", workshop), .country("nationality", nationality),
      .enrolled(in: cohort, state: state, as: "id"),
    ]
  }
}
