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
    let level = try await office.read { tx in
      if let workshop = filter.workshop { _ = try tx.id(ofWorkshop: workshop) }
      if let cohort = filter.cohort { _ = try tx.cohort(cohort) }
      return try tx.existing(filter.level)
    }
    return Listing(
      "language_certificate",
      """
      student name level taken_on score max_score (pass) result parts (purpose number center \
      valid_until note recorded_at recorded_by workshop key)
      """, by: "taken_on student key",
      where: [
        .equals("workshop", filter.workshop ?? filter.student?.workshop),
        .equals("student_number", filter.student?.number),
        .equals("framework", filter.framework?.lowercased()),
        .equals("level", level?.description), .equals("purpose", filter.purpose),
        .equals("is_passed", filter.result.map { $0 == .pass }),
        .from("taken_on", filter.from), .upTo("taken_on", filter.to), .enrolled(in: filter.cohort),
      ])
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
