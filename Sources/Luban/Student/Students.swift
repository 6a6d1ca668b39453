import Postgres

/// Students: entered, found, shown, changed, listed and exported.
public struct Students: Sendable {
  let office: Office

  /// Enters a student, who is given the next number of the workshop; or finds the one whom the answer names.
  ///
  /// - Throws: ``LubanError/conflict(_:)`` `student_document_once` or `student_is_known_once`, which names
  ///   the person who is there already, the second one not for another; `person_is_not_in_doubt`, which names
  ///   the one who is resembled and in what, and asks for an answer.
  ///   ``LubanError/notFound(noun:code:nearest:)`` for an unknown workshop, country of the document or
  ///   language level; ``LubanError/ruleBroken(_:)``.
  @discardableResult
  public func add(_ new: NewStudent) async throws -> Student {
    try await office.perform("student add") { tx in
      let workshop = try tx.id(ofWorkshop: new.workshop)
      let said = new.details
      let name: SQL = """
        composed_name(composed(\(said.fullName)), composed(\(said.familyName)), composed(\(said.givenName)),
          composed(\(said.patronymic)))
        """
      // Which part is which, where only the whole name is given.
      let parts: SQL =
        said.familyName ?? said.givenName ?? said.patronymic == nil
        ? "(name_parts(\(fragment: name)))" : "(null::text[])"
      try tx.check(said.document)
      let rank = try tx.rank(of: said.level)
      var same: StudentNumber?
      if case .sameAs(let number) = new.answer {
        same = try tx.student(.init(number: number), in: new.workshop).number
      }
      let known = try tx.one(
        """
        select expect_newcomer(\(workshop)::int, \(fragment: name),
          composed(\(said.givenName)) || ' ' || composed(\(said.familyName)), composed(\(said.latinName)),
          without_blanks_in_han(composed(\(said.chineseName))), \(new.birthOn),
          \(said.document?.kind)::document_kind,
          read_country(\(said.document?.country)), \(said.document?.number), \(same)::int,
          \(new.answer == .new))
        """, as: Int?.self)
      if let known, let same {
        return try tx.value(of: Transaction.KeyedStudent(workshopID: workshop, id: known, number: same))
      }
      let (id, number) = try tx.one(
        """
        with made as (
          insert into student (workshop_id, number, birth_on, gender, nationality, document_kind,
            document_country, document_number, email, phone, schooling, entry_framework, entry_rank,
            consent_on)
          values (\(workshop), next_student_numbers(\(workshop)::int, 1), \(new.birthOn), \(said.gender),
            read_country(\(new.nationality)), \(said.document?.kind), read_country(\(said.document?.country)),
            \(said.document?.number),
            \(said.email), \(said.phone), \(said.schooling), lower(\(said.level?.framework)), \(rank),
            \(said.consentOn))
          returning workshop_id, id, number
        ), answered as (
          insert into student_alias (workshop_id, student_id, folded, source)
          select workshop_id, id, fold(\(fragment: name)), 'new' from made where \(new.answer == .new)
        ), named as (
          insert into student_name
            (workshop_id, student_id, kind, full_name, family_name, given_name, patronymic)
          select made.workshop_id, made.id, n.kind, n.full_name, n.family_name, n.given_name, n.patronymic
          from made cross join (values
            ('native'::name_kind, \(fragment: name),
              coalesce(composed(\(said.familyName)), \(fragment: parts)[1]),
              coalesce(composed(\(said.givenName)), \(fragment: parts)[2]),
              coalesce(composed(\(said.patronymic)), \(fragment: parts)[3])),
            ('latin', composed(\(said.latinName)), null, null, null),
            ('chinese', without_blanks_in_han(composed(\(said.chineseName))), null, null, null)
          ) n (kind, full_name, family_name, given_name, patronymic)
          where n.full_name is not null
        )
        select id, number from made
        """, as: (Int.self, StudentNumber.self))
      return try tx.value(of: Transaction.KeyedStudent(workshopID: workshop, id: id, number: number))
    }
  }

  /// Changes what is known of a student; how it was before is kept.
  ///
  /// A changed name leaves the former one with the day on which it ended, unless it was wrong.
  /// - Parameter workshop: where to look when the reference names no workshop.
  @discardableResult
  public func edit(
    _ reference: StudentReference, in workshop: WorkshopCode? = nil, _ changes: StudentChanges
  ) async throws -> Student {
    try await change(reference, in: workshop, changes).after
  }

  /// The same, with what was known before.
  public func change(
    _ reference: StudentReference, in workshop: WorkshopCode? = nil, _ changes: StudentChanges
  ) async throws -> ChangedStudent {
    try await office.perform("student edit") { tx in
      let student = try tx.student(reference, in: workshop)
      let before = try tx.value(of: student)
      try tx.rename(student, changes)
      try tx.change(student, changes)
      if changes.isAnother { try tx.tellApart(student) }
      let after = try tx.value(of: student)
      let isSame = (before.fullName, before.birthOn) == (after.fullName, after.birthOn)
      let namesakes = isSame ? [] : try tx.namesakes(of: student)
      return ChangedStudent(before: before, after: after, namesakes: namesakes)
    }
  }

  /// All that is known of a student.
  ///
  /// - Parameter workshop: where to look when the reference names no workshop.
  public func show(_ reference: StudentReference, in workshop: WorkshopCode? = nil) async throws
    -> StudentRecord
  {
    try await office.read { tx in try tx.record(of: try tx.student(reference, in: workshop)) }
  }
}

extension Transaction {
  /// Rank of a language level within its framework, with "did you mean" where there is no such level.
  fileprivate func rank(of level: LanguageLevel?) throws -> Int16? {
    guard let level = try existing(level) else { return nil }
    return try one(
      "select rank from language_level where framework = \(level.framework) and level = \(level.level)",
      as: Int16.self)
  }

  fileprivate func check(_ document: IdentityDocument?) throws {
    guard let document else { return }
    if try knownCountry(document.country) == nil {
      throw try notFound("country", document.country, among: "select alpha2 from country")
    }
    try execute("select refuse_cyrillic_document(\(document.number))")
  }

  fileprivate func rename(_ student: KeyedStudent, _ changes: StudentChanges) throws {
    let said = changes.details
    let since = try changes.renamedSince.map { try day($0, at: student.workshopID) }
    if said.saysNativeName {
      try execute(
        """
        select rename_student(\(student.workshopID)::int, \(student.id), 'native', \(said.fullName),
          \(said.familyName), \(said.givenName), \(said.patronymic), \(since))
        """)
    }
    let others: [(kind: String, name: String?, field: StudentChanges.Field)] = [
      ("latin", said.latinName, .latin), ("chinese", said.chineseName, .chinese),
    ]
    for (kind, name, field) in others {
      if let name {
        try execute(
          """
          select rename_student(\(student.workshopID)::int, \(student.id), \(kind)::name_kind, \(name),
            null, null, null, \(since))
          """)
      } else if changes.cleared.contains(field) {
        try execute(
          "select end_student_name(\(student.workshopID)::int, \(student.id), \(kind)::name_kind, \(since))")
      }
    }
  }

  /// Keeps that this is another person than who has the same name and birth date.
  fileprivate func tellApart(_ student: KeyedStudent) throws {
    try execute(
      """
      insert into student_alias (workshop_id, student_id, folded, source)
      select workshop_id, student_id, folded, 'new' from student_name
      where workshop_id = \(student.workshopID) and student_id = \(student.id)
        and kind = 'native' and valid_to = 'infinity'
      on conflict on constraint student_alias_is_kept_once do update
        set source = excluded.source, recorded_at = excluded.recorded_at where student_alias.source <> 'new'
      """)
  }

  /// Who may be the same person, as the doctor counts them too.
  fileprivate func namesakes(of student: KeyedStudent) throws -> [StudentNumber] {
    try rows(
      """
      with known as (
        select n.folded, s.* from student_name n
        join student s on (s.workshop_id, s.id) = (n.workshop_id, n.student_id)
        where n.workshop_id = \(student.workshopID) and n.kind = 'native' and n.valid_to = 'infinity'
          and not exists (select from student_alias l
            where (l.workshop_id, l.student_id, l.folded, l.source) = (s.workshop_id, s.id, n.folded, 'new')))
      select o.number from known k join known o using (folded, birth_on)
      where k.id = \(student.id) and o.id <> k.id order by 1
      """, as: StudentNumber.self)
  }

  fileprivate func change(_ student: KeyedStudent, _ changes: StudentChanges) throws {
    let said = changes.details
    try check(said.document)
    let rank = try rank(of: said.level)
    // A column keeps its value, is emptied, or takes what is said.
    func column(_ name: SQL, _ value: SQL, _ isSaid: Bool, _ field: StudentChanges.Field?) -> SQL? {
      if isSaid { return "\(fragment: name) = \(fragment: value)" }
      return field.map(changes.cleared.contains) == true ? "\(fragment: name) = null" : nil
    }
    let hasDocument = said.document != nil
    let assignments = [
      column("birth_on", "\(said.birthOn)", said.birthOn != nil, nil),
      column("gender", "\(said.gender)", said.gender != nil, .gender),
      column("nationality", "read_country(\(said.nationality))", said.nationality != nil, nil),
      column("document_kind", "\(said.document?.kind)", hasDocument, .document),
      column("document_country", "read_country(\(said.document?.country))", hasDocument, .document),
      column("document_number", "\(said.document?.number)", hasDocument, .document),
      column("email", "\(said.email)", said.email != nil, .email),
      column("phone", "\(said.phone)", said.phone != nil, .phone),
      column("schooling", "\(said.schooling)", said.schooling != nil, .schooling),
      column("entry_framework", "lower(\(said.level?.framework))", rank != nil, .level),
      column("entry_rank", "\(rank)", rank != nil, .level),
      column("consent_on", "\(said.consentOn)", said.consentOn != nil, .consent),
    ].compactMap { $0 }
    if assignments.isEmpty { return }
    try execute(
      """
      update student set \(fragment: .joined(assignments, separator: ", "))
      where workshop_id = \(student.workshopID) and id = \(student.id)
      """)
  }
}
