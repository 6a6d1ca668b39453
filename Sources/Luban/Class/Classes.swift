import Postgres

/// Classes: what is taught to which cohort, and by whom.
public struct Classes: Sendable {
  let office: Office

  /// Adds a class to a cohort.
  ///
  /// - Throws: ``LubanError`` for a course that is not in the cohort's curriculum, a class that is there,
  ///   dates outside the cohort, an instructor who may not teach it, a prerequisite that is not over.
  @discardableResult
  public func add(_ code: ClassCode, _ new: ClassDetails = ClassDetails()) async throws -> Class {
    try await office.perform("class add") { tx in
      let cohort = try tx.cohortKey(code.cohort)
      let course = try tx.id(ofCourse: code.course)
      let instructor = try new.instructor.map { try tx.id(ofInstructor: $0, in: cohort.workshopID) }
      let id = try tx.one(
        """
        insert into class (workshop_id, cohort_id, edition_id, course_id, term, begins_on, ends_on,
          instructor_id, room)
        select c.workshop_id, c.id, c.edition_id, \(course), coalesce(\(new.term), i.term, 1),
          coalesce(\(new.from), c.intake_on), coalesce(\(new.to), c.planned_end_on),
          \(instructor), \(new.room)
        from cohort c
        left join curriculum_item i on (i.edition_id, i.course_id) = (c.edition_id, \(course)::int)
        where c.workshop_id = \(cohort.workshopID) and c.id = \(cohort.id)
        returning id
        """, as: Int.self)
      return try tx.taughtClass(id, of: cohort.workshopID)
    }
  }

  /// Makes the classes of a term from the cohort's curriculum, all that are not there yet.
  ///
  /// A course that builds on another one of the same term follows it: the term is divided among them.
  ///
  /// - Parameters:
  ///   - left: courses that are not taught to this cohort, as electives nobody chose.
  ///   - isDryRun: whether to undo it all again.
  /// - Throws: ``LubanError/usage(_:)`` for a term without courses.
  public func plan(
    _ code: CohortCode, term: Int, from: Day, to: Day, without left: [CourseCode] = [],
    isDryRun: Bool = false
  ) async throws -> ClassPlan {
    try await office.perform("class plan", isDryRun: isDryRun) { tx in
      let cohort = try tx.cohortKey(code)
      let leftOut = try left.map { try tx.id(ofCourse: $0) }
      // A statement of its own, that what it has made is there for the next.
      let classes = try tx.rows(
        """
        select o.code as course, main_title(o.titles) as title, p.begins_on as from, p.ends_on as to, p.is_new
        from plan_classes(\(cohort.workshopID)::int, \(cohort.id), \(term)::smallint, \(from), \(to),
          \(leftOut)::int[]) p
        join course o on o.id = p.course_id order by p.begins_on, o.code
        """, of: ClassPlan.Entry.self)
      if classes.isEmpty {
        let terms = try tx.rows(
          """
          select distinct i.term from cohort c join curriculum_item i on i.edition_id = c.edition_id
          where c.workshop_id = \(cohort.workshopID) and c.id = \(cohort.id) order by 1
          """, as: Int.self)
        throw LubanError.usage(
          terms.isEmpty
            ? "The curriculum of \(code) has no courses."
            : """
            The curriculum of \(code) has no course in term \(term), \
            but in \(terms.map(String.init).joined(separator: ", ")).
            """,
          actions: terms.isEmpty ? [Action("program.curriculum")] : [])
      }
      return ClassPlan(cohort: code, term: term, classes: classes, isDryRun: isDryRun)
    }
  }

  /// Changes a class.
  ///
  /// - Throws: ``LubanError/ruleBroken(_:)`` where its sessions or its cohort do not allow the days, or the
  ///   instructor may not teach it.
  @discardableResult
  public func edit(_ code: ClassCode, _ changes: ClassDetails) async throws -> Class {
    try await office.perform("class edit") { tx in
      let key = try tx.classKey(code)
      let instructor = try changes.instructor.map { try tx.id(ofInstructor: $0, in: key.workshopID) }
      try tx.update(
        "class",
        [
          Assignment("term", changes.term), Assignment("begins_on", changes.from),
          Assignment("ends_on", changes.to),
          Assignment("instructor_id", instructor, isCleared: changes.cleared.contains(.instructor)),
          Assignment("room", changes.room, isCleared: changes.cleared.contains(.room)),
        ], where: "workshop_id = \(key.workshopID) and id = \(key.id)")
      return try tx.taughtClass(key.id, of: key.workshopID)
    }
  }

  /// Removes a class with its sessions.
  ///
  /// - Returns: the class as it was.
  /// - Throws: ``LubanError/ruleBroken(_:)`` for one with attendance or results, or on which another builds.
  @discardableResult
  public func remove(_ code: ClassCode) async throws -> Class {
    try await office.perform("class remove") { tx in
      let key = try tx.classKey(code)
      let removed = try tx.taughtClass(key.id, of: key.workshopID)
      try tx.execute("delete from class where workshop_id = \(key.workshopID) and id = \(key.id)")
      return removed
    }
  }

  /// One class.
  public func show(_ code: ClassCode) async throws -> Class {
    try await office.read { tx in
      let key = try tx.classKey(code)
      return try tx.taughtClass(key.id, of: key.workshopID)
    }
  }
}
