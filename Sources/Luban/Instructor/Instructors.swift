import Postgres

/// Instructors: who teaches at a workshop, what they may teach, the training they had.
public struct Instructors: Sendable {
  let office: Office

  /// Adds an instructor to a workshop, certified for courses from the first day on.
  ///
  /// - Throws: ``LubanError`` for an unknown workshop, partner or course; ``LubanError/conflict(_:)`` for one
  ///   that is there.
  @discardableResult
  public func add(_ new: NewInstructor) async throws -> Instructor {
    try await office.perform("instructor add") { tx in
      let workshop = try tx.id(ofWorkshop: new.workshop)
      let partner = try tx.id(ofPartner: new.code.partner)
      let courses = try new.courses.map { try tx.id(ofCourse: $0) }
      let since = try tx.day(new.since, at: workshop)
      let id = try tx.one(
        """
        insert into instructor (workshop_id, partner_id, staff_number, full_name, latin_name,
          chinese_name, email, phone, since, until)
        values (\(workshop), \(partner), \(new.code.number), composed(\(new.name)),
          composed(\(new.latinName)), composed(\(new.chineseName)), \(new.email), \(new.phone), \(since),
          coalesce(\(new.until), 'infinity'))
        returning id
        """, as: Int.self)
      try tx.certify(id, of: workshop, for: courses, since: since, until: new.until, by: nil)
      return try tx.instructor(id, of: workshop)
    }
  }

  /// Changes an instructor.
  ///
  /// - Parameter workshop: the workshop; needed where the partner's staff teaches at several.
  /// - Throws: ``LubanError/ruleBroken(_:)`` where they would not be there when
  ///   their classes begin.
  @discardableResult
  public func edit(
    _ code: InstructorCode, of workshop: WorkshopCode? = nil, _ changes: InstructorChanges
  ) async throws -> Instructor {
    try await office.perform("instructor edit") { tx in
      let key = try tx.instructorKey(code, of: workshop)
      let isCleared = changes.cleared.contains
      try tx.execute(
        """
        update instructor set staff_number = coalesce(upper(\(changes.number)), staff_number),
          full_name = coalesce(composed(\(changes.name)), full_name),
          latin_name = case when not \(isCleared(.latinName))
            then coalesce(composed(\(changes.latinName)), latin_name) end,
          chinese_name = case when not \(isCleared(.chineseName))
            then coalesce(composed(\(changes.chineseName)), chinese_name) end,
          email = case when not \(isCleared(.email)) then coalesce(\(changes.email), email) end,
          phone = case when not \(isCleared(.phone)) then coalesce(\(changes.phone), phone) end,
          since = coalesce(\(changes.since), since),
          until = case when \(isCleared(.until)) then 'infinity' else coalesce(\(changes.until), until) end
        where workshop_id = \(key.workshopID) and id = \(key.id)
        """)
      return try tx.instructor(key.id, of: key.workshopID)
    }
  }

  /// Certifies an instructor for courses.
  ///
  /// - Parameters:
  ///   - since: the first day on which they may teach them.
  ///   - until: the first day on which they may no longer; no end unless given.
  ///   - certificate: the certificate or decision it rests on.
  @discardableResult
  public func certify(
    _ code: InstructorCode, of workshop: WorkshopCode? = nil, for courses: [CourseCode],
    since: Day = .today, until: Day? = nil, certificate: String? = nil
  ) async throws -> Instructor {
    try await office.perform("instructor certify") { tx in
      let key = try tx.instructorKey(code, of: workshop)
      let ids = try courses.map { try tx.id(ofCourse: $0) }
      let since = try tx.day(since, at: key.workshopID)
      try tx.certify(key.id, of: key.workshopID, for: ids, since: since, until: until, by: certificate)
      return try tx.instructor(key.id, of: key.workshopID)
    }
  }

  /// Ends certifications on a day, the first on which they hold no longer; what would begin later is taken
  /// back.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` where there is none to end.
  @discardableResult
  public func endCertification(
    _ code: InstructorCode, of workshop: WorkshopCode? = nil, for courses: [CourseCode],
    on day: Day = .today
  ) async throws -> Instructor {
    try await office.perform("instructor certify") { tx in
      let key = try tx.instructorKey(code, of: workshop)
      let day = try tx.day(day, at: key.workshopID)
      for course in courses {
        let id = try tx.id(ofCourse: course)
        let ended = try tx.rows(
          """
          select course_id from end_certification(\(key.workshopID)::int, \(key.id),
            array[\(id)]::int[], \(day))
          """, as: Int.self)
        if ended.isEmpty {
          throw try tx.notFound(
            "certification of \(code) for", course.rawValue,
            among: """
              select o.code from instructor_certification c join course o on o.id = c.course_id
              where c.workshop_id = \(key.workshopID) and c.instructor_id = \(key.id)
              """)
        }
      }
      return try tx.instructor(key.id, of: key.workshopID)
    }
  }

  /// One instructor, with certifications, trainings and classes.
  public func show(_ code: InstructorCode, of workshop: WorkshopCode? = nil) async throws -> Instructor {
    try await office.read { tx in
      let key = try tx.instructorKey(code, of: workshop)
      return try tx.instructor(key.id, of: key.workshopID)
    }
  }
}

extension Transaction {
  fileprivate func certify(
    _ instructor: Int, of workshop: Int, for courses: [Int], since: Day, until: Day?, by certificate: String?
  ) throws {
    if courses.isEmpty { return }
    try execute(
      """
      select certify_instructor(\(workshop)::int, \(instructor), \(courses)::int[], \(since), \(until),
        \(certificate))
      """)
  }
}
