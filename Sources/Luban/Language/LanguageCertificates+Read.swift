import FoundationEssentials
import Postgres

extension LanguageCertificates {
  /// All tests of a student, by day.
  ///
  /// - Parameter workshop: where to look when the reference names no workshop.
  public func show(_ reference: StudentReference, in workshop: WorkshopCode? = nil) async throws
    -> [LanguageCertificate]
  {
    try await office.read { tx in
      let student = try tx.student(reference, in: workshop)
      return try tx.certificates(
        "c.workshop_id = \(student.workshopID) and c.student_id = \(student.id)")
    }
  }

  /// Language tests as a listing, by day.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown workshop or cohort.
  public func list(_ filter: LanguageCertificateFilter = LanguageCertificateFilter()) async throws -> Listing
  {
    try await office.read { tx in
      if let workshop = filter.workshop { _ = try tx.id(ofWorkshop: workshop) }
      if let cohort = filter.cohort { _ = try tx.cohort(cohort) }
    }
    return Listing(
      columns: [
        Column("student", "workshop and number"),
        Column("name", "name as the student writes it"),
        Column("level", "level that was tested, with its framework"),
        Column("taken_on", "day of the test", .day),
        Column("score", "points in all", .number),
        Column("of", "most points; empty where no scale is published", .number),
        Column("pass", "points needed to pass; empty where no rule is published", .number, isShown: false),
        Column("result", "passed or failed; (stated) where the certificate says so and no rule is published"),
        Column("parts", "points by part of the exam"),
        Column("purpose", "external, internal or placement_test", isShown: false),
        Column("number", "number of the certificate", isShown: false),
        Column("center", "test center", isShown: false),
        Column("valid_until", "last day on which it is accepted", .day, isShown: false),
        Column("note", "reason of the latest correction, or a remark", isShown: false),
        Column("workshop", "code of the workshop", isShown: false),
        Column("key", "student, level and day", isShown: false),
      ],
      order: ["taken_on", "student", "key"],
      body: """
        select w.code || '/' || shown_number(s.number) as student, n.full_name as name,
          c.framework || ':' || c.level as level, c.taken_on, trim_scale(c.score) as score,
          l.max_score as of, l.pass_score as pass,
          case when c.passed then 'passed' else 'failed' end
            || case when l.pass_score is null then ' (stated)' else '' end as result,
          (select string_agg(key || ' ' || value, ', ' order by array_position(l.exam_parts, key), key)
            from jsonb_each_text(c.parts)) as parts,
          c.purpose::text, c.certificate_number as number, c.center, c.valid_until, c.note,
          w.code as workshop,
          w.code || '/' || shown_number(s.number) || ' ' || c.framework || ':' || c.level || ' ' || c.taken_on
            as key
        from language_certificate c
        join language_level l on (l.framework, l.level) = (c.framework, c.level)
        join workshop w on w.id = c.workshop_id
        join student s on (s.workshop_id, s.id) = (c.workshop_id, c.student_id)
        left join student_name n on (n.workshop_id, n.student_id, n.kind, n.valid_to)
          = (s.workshop_id, s.id, 'native', 'infinity')
        where (\(filter.workshop) is null or w.code = \(filter.workshop))
          and (\(filter.framework) is null or c.framework = lower(\(filter.framework)))
          and (\(filter.purpose)::language_certificate_purpose is null or c.purpose = \(filter.purpose))
          and (\(filter.result.map { $0 == .pass })::boolean is null
            or c.passed = \(filter.result.map { $0 == .pass }))
          and c.taken_on between coalesce(\(filter.from), '-infinity') and coalesce(\(filter.to), 'infinity')
          and (\(filter.cohort) is null or exists (
            select from enrollment e join cohort o on (o.workshop_id, o.id) = (e.workshop_id, e.cohort_id)
            where (e.workshop_id, e.student_id) = (c.workshop_id, c.student_id)
              and o.code = \(filter.cohort) and e.state <> 'annulled'))
        """)
  }
}

extension Transaction {
  /// One record of a test.
  func certificate(_ id: Int, in workshop: Int) throws -> LanguageCertificate {
    let found = try certificates("c.workshop_id = \(workshop) and c.id = \(id)")
    guard let only = found.first else { throw LubanError.internal("certificate \(id) is gone") }
    return only
  }

  /// Records of tests, by day.
  func certificates(_ condition: SQL) throws -> [LanguageCertificate] {
    try rows(
      """
      select w.code as workshop, s.number as student, n.full_name, c.framework || ':' || c.level as level,
        c.taken_on, c.purpose, c.score, l.pass_score, l.max_score, c.parts::text as parts, c.passed,
        c.stated_pass, c.certificate_number, c.center, c.valid_until, c.note
      from language_certificate c
      join language_level l on (l.framework, l.level) = (c.framework, c.level)
      join workshop w on w.id = c.workshop_id
      join student s on (s.workshop_id, s.id) = (c.workshop_id, c.student_id)
      left join student_name n on (n.workshop_id, n.student_id, n.kind, n.valid_to)
        = (s.workshop_id, s.id, 'native', 'infinity')
      where \(fragment: condition)
      order by c.taken_on, c.framework, l.rank
      """
    ) { row in
      let parts: String = try row.decode("parts")
      return LanguageCertificate(
        workshop: try row.decode("workshop"), student: try row.decode("student"),
        name: try row.decode("full_name"), level: try row.decode("level"),
        takenOn: try row.decode("taken_on"), purpose: try row.decode("purpose"),
        score: try row.decode("score"), passScore: try row.decode("pass_score"),
        maxScore: try row.decode("max_score"),
        parts: try JSONDecoder().decode([String: Double].self, from: Data(parts.utf8)),
        isPassed: try row.decode("passed"), statedPass: try row.decode("stated_pass"),
        number: try row.decode("certificate_number"), center: try row.decode("center"),
        validUntil: try row.decode("valid_until"), note: try row.decode("note"))
    }
  }
}
