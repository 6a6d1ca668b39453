import Postgres

/// Programs, their editions and curricula.
public struct Programs: Sendable {
  let office: Office

  /// Adds a program with its first edition.
  ///
  /// - Throws: ``LubanError`` for a code that is taken, an unknown field, level, program or partner.
  @discardableResult
  public func add(
    _ code: ProgramCode, edition label: String, _ details: ProgramDetails
  ) async throws -> Program {
    try await office.perform("program add") { tx in
      let said = try details.columns(tx)
      let program = try tx.insert(
        into: "program", [Assignment("code", code), Assignment("industry", details.industry)])
      let edition = try tx.insert(
        into: "program_edition",
        said + [
          Assignment("program_id", program), Assignment("edition", by: "upper(btrim(\(label)))"),
          Assignment("titles", details.titles),
        ])
      try tx.edition(edition, hasStages: details.stages)
      try tx.edition(edition, leadsTo: details.certificates)
      return try tx.program(code, edition: nil)
    }
  }

  /// A program with all its editions, one of them in full.
  ///
  /// - Parameter edition: the edition to show in full; the latest where `nil`.
  public func show(_ code: ProgramCode, edition: String? = nil) async throws -> Program {
    try await office.read { tx in try tx.program(code, edition: edition) }
  }

  /// Puts a course into the curriculum of an edition, the latest where none is named.
  ///
  /// - Throws: ``LubanError`` for an unknown course, one that is there already or retired, a new group of
  ///   electives without credits, a frozen edition.
  @discardableResult
  public func addToCurriculum(
    _ new: NewCurriculumItem, of code: ProgramCode, edition: String? = nil
  ) async throws -> ProgramEdition {
    try await office.perform("program curriculum add") { tx in
      let edition = try tx.edition(edition, of: code)
      let course = try tx.id(ofCourse: new.course)
      let scale = try new.scale.map(tx.scale)
      if let group = new.electiveGroup, let credits = new.minimumCredits {
        try tx.execute(
          """
          insert into elective_group (edition_id, code, minimum_credits)
          values (\(edition), upper(\(group)), \(credits))
          on conflict (edition_id, code) do update set minimum_credits = excluded.minimum_credits
          """)
      }
      try tx.execute(
        """
        insert into curriculum_item (edition_id, course_id, term, elective_group, weight, scale)
        values (\(edition), \(course), \(new.term), upper(\(new.electiveGroup)), \(new.weight), \(scale))
        """)
      return try tx.programEdition(edition)
    }
  }

  /// Takes a course out of the curriculum of an edition, and the group of electives with its last course.
  ///
  /// - Throws: ``LubanError`` for a course that does not stand in it, a frozen edition.
  @discardableResult
  public func removeFromCurriculum(
    _ course: CourseCode, of code: ProgramCode, edition: String? = nil
  ) async throws -> ProgramEdition {
    try await office.perform("program curriculum remove") { tx in
      let edition = try tx.edition(edition, of: code)
      let removed = try tx.execute(
        """
        delete from curriculum_item i using course c
        where i.edition_id = \(edition) and c.id = i.course_id and c.code = \(course)
        """)
      if removed == 0 {
        throw try tx.notFound(
          "place in the curriculum for", course.rawValue,
          among: """
            select c.code from curriculum_item i join course c on c.id = i.course_id
              where i.edition_id = \(edition)
            """)
      }
      try tx.execute(
        """
        delete from elective_group g where edition_id = \(edition) and not exists (
          select from curriculum_item i where (i.edition_id, i.elective_group) = (g.edition_id, g.code))
        """)
      return try tx.programEdition(edition)
    }
  }
}
