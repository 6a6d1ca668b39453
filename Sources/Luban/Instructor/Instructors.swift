import Postgres

/// Instructors: who teaches at a workshop, what they may teach, the training they had.
public struct Instructors: Sendable {
  let office: Office

  /// Adds an instructor to a workshop, certified for courses from the first day on.
  ///
  /// - Throws: ``LubanError`` for an unknown workshop, partner or course; ``LubanError/conflict(_:)`` for one
  ///   that is there.
  @discardableResult
  public func add(
    _ code: InstructorCode, to workshop: WorkshopCode, _ details: InstructorDetails,
    certifiedFor courses: [CourseCode] = []
  ) async throws -> Instructor {
    try await office.perform("instructor add") { tx in
      let workshop = try tx.id(ofWorkshop: workshop)
      let partner = try tx.id(ofPartner: code.partner)
      let courses = try courses.map { try tx.id(ofCourse: $0) }
      let since = try tx.day(details.since ?? .today, at: workshop)
      let id = try tx.insert(
        into: "instructor",
        [
          Assignment("workshop_id", workshop), Assignment("partner_id", partner),
          Assignment("staff_number", code.number), Assignment("since", since),
        ] + details.columns + [Assignment("until", by: "'infinity'")])
      try tx.certify(id, of: workshop, for: courses, since: since, until: details.until, by: nil)
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
    _ code: InstructorCode, of workshop: WorkshopCode? = nil, _ changes: InstructorDetails
  ) async throws -> Instructor {
    try await office.perform("instructor edit") { tx in
      let key = try tx.instructorKey(code, of: workshop)
      try tx.update(
        "instructor", changes.columns, where: "workshop_id = \(key.workshopID) and id = \(key.id)")
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

extension InstructorDetails {
  fileprivate var columns: [Assignment] {
    [
      Assignment("staff_number", by: number.map { "upper(\($0))" }), Assignment("full_name", composed: name),
      Assignment("latin_name", composed: latinName, isCleared: cleared.contains(.latinName)),
      Assignment("chinese_name", composed: chineseName, isCleared: cleared.contains(.chineseName)),
      Assignment("email", email, isCleared: cleared.contains(.email)),
      Assignment("phone", phone, isCleared: cleared.contains(.phone)), Assignment("since", since),
      Assignment("until", by: cleared.contains(.until) ? "'infinity'" : until.map { "\($0)" as SQL }),
    ]
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
