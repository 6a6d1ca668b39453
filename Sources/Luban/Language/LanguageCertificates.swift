import Postgres

/// Language tests and certificates, and the levels that students have shown by them.
public struct LanguageCertificates: Sendable {
  let office: Office

  /// Adds the result of a test.
  ///
  /// Whether it was passed follows from the score by the framework's own rule; where none is published, what
  /// the certificate states is kept, and said to be just that.
  ///
  /// - Parameter workshop: where to look when the reference names no workshop.
  /// - Throws: ``LubanError`` for an unknown student or level, a score that its level can't give, parts that
  ///   are not of the exam or don't add up, a statement that is missing or against the rule.
  @discardableResult
  public func add(
    _ level: LanguageLevel, of reference: StudentReference, in workshop: WorkshopCode? = nil, on day: Day,
    _ details: LanguageCertificateDetails
  ) async throws -> LanguageCertificate {
    try await office.perform("language add") { tx in
      let student = try tx.student(reference, in: workshop)
      let known = try tx.existingLevel(level)
      let id = try tx.one(
        """
        insert into language_certificate (workshop_id, student_id, framework, level, taken_on, purpose, score,
          parts, stated_pass, certificate_number, center, valid_until)
        values (\(student.workshopID), \(student.id), \(known.framework), \(known.level), \(day),
          \(details.purpose ?? .external), \(details.score), \(details.partsJSON, as: .jsonb),
          \(details.stated.map { $0 == .pass }), \(details.number), \(details.center), \(details.validUntil))
        returning id
        """, as: Int.self)
      return try tx.certificate(id, in: student.workshopID)
    }
  }

  /// Corrects the record of a test; how it was before is kept, for figures as known earlier.
  ///
  /// - Throws: ``LubanError`` as ``add(_:of:in:on:_:)`` does, and where a completed enrollment rests on it.
  @discardableResult
  public func correct(
    _ level: LanguageLevel, of reference: StudentReference, in workshop: WorkshopCode? = nil, on day: Day,
    _ correction: LanguageCertificateCorrection
  ) async throws -> LanguageCertificate {
    try await office.perform("language correct") { tx in
      let student = try tx.student(reference, in: workshop)
      let id = try tx.certificate(of: student, level, on: day)
      let known = try tx.existingLevel(correction.level ?? level)
      let said = correction.details
      func keeps(_ field: LanguageCertificateCorrection.Field) -> Bool { !correction.cleared.contains(field) }
      // A total that follows from its parts follows from the corrected ones.
      let keepsScore = keeps(.score) && said.parts.isEmpty
      try tx.execute(
        """
        update language_certificate c set framework = l.framework, level = l.level,
          taken_on = coalesce(\(correction.takenOn), c.taken_on),
          purpose = coalesce(\(said.purpose)::language_certificate_purpose, c.purpose),
          score = coalesce(\(said.score)::numeric, case when \(keepsScore) then c.score
            when \(keeps(.score)) and not p.parts ?& l.exam_parts then c.score end),
          parts = p.parts,
          stated_pass = coalesce(\(said.stated.map { $0 == .pass })::boolean,
            case when \(keeps(.stated)) then c.stated_pass end),
          certificate_number = coalesce(\(said.number), case when \(keeps(.number)) then c.certificate_number
            end),
          center = coalesce(\(said.center), case when \(keeps(.center)) then c.center end),
          valid_until = coalesce(\(said.validUntil), case when \(keeps(.validity)) then c.valid_until end),
          note = nullif(btrim(\(correction.reason)), '')
        from language_level l, language_certificate o
        cross join lateral (select case when \(keeps(.parts)) then o.parts else '{}' end
          || exam_parts_of(l, \(said.partsJSON, as: .jsonb))) p (parts)
        where (l.framework, l.level) = (\(known.framework), \(known.level))
          and (o.workshop_id, o.id) = (c.workshop_id, c.id)
          and c.workshop_id = \(student.workshopID) and c.id = \(id)
        """)
      return try tx.certificate(id, in: student.workshopID)
    }
  }

  /// Removes the record of a test that was not this student's; how it was is kept with the reason.
  ///
  /// - Returns: the record as it was.
  @discardableResult
  public func remove(
    _ level: LanguageLevel, of reference: StudentReference, in workshop: WorkshopCode? = nil, on day: Day,
    reason: String
  ) async throws -> LanguageCertificate {
    try await office.perform("language remove") { tx in
      let student = try tx.student(reference, in: workshop)
      let id = try tx.certificate(of: student, level, on: day)
      let removed = try tx.certificate(id, in: student.workshopID)
      try tx.execute("select remove_language_certificate(\(student.workshopID)::int, \(id), \(reason))")
      return removed
    }
  }
}

extension Transaction {
  /// The level as its framework writes it.
  fileprivate func existingLevel(_ level: LanguageLevel) throws -> LanguageLevel {
    try existing(level) ?? level
  }

  /// Key of the record of a test.
  fileprivate func certificate(
    of student: KeyedStudent, _ level: LanguageLevel, on day: Day
  ) throws -> Int {
    let known = try existingLevel(level)
    let found = try first(
      """
      select id from language_certificate where workshop_id = \(student.workshopID)
        and student_id = \(student.id) and framework = \(known.framework) and level = \(known.level)
        and taken_on = \(day)
      """, as: Int.self)
    if let found { return found }
    throw LubanError.notFound(
      noun: "test of \(student.number)", code: "\(known) on \(day)",
      nearest: try rows(
        """
        select framework || ':' || level || ' on ' || taken_on from language_certificate
        where workshop_id = \(student.workshopID) and student_id = \(student.id)
        order by framework = \(known.framework) desc, abs(taken_on - \(day)), level limit 3
        """, as: String.self))
  }
}
