import Postgres

/// Courses of the catalog: added, edited, retired; never deleted.
public struct Courses: Sendable {
  let office: Office

  /// Adds a technical course or a placement.
  ///
  /// - Throws: ``LubanError`` for a code that is taken, an unknown prerequisite, a course without hours.
  @discardableResult
  public func add(_ code: CourseCode, _ details: CourseDetails) async throws -> Course {
    try await office.perform("course add") { tx in
      try tx.check(details.requires)
      try tx.insert(
        into: "course",
        details.columns + [
          Assignment("code", code), Assignment("kind", details.kind ?? .technical),
          Assignment("titles", details.titles), Assignment("hours_theory", 0.0),
          Assignment("hours_practice", 0.0),
        ])
      try tx.course(code, requires: details.requires)
      return try tx.course(code)
    }
  }

  /// Changes titles, hours, credits, prerequisites or what a module supports.
  ///
  /// - Throws: ``LubanError`` for an unknown course, other hours or credits of one that stands in a frozen
  ///   curriculum, a circle among prerequisites, support by or of what can't.
  @discardableResult
  public func edit(_ code: CourseCode, _ changes: CourseDetails) async throws -> Course {
    try await office.perform("course edit") { tx in
      let id = try tx.id(ofCourse: code)
      try tx.check(changes.requires + changes.noLongerRequires + changes.supports + changes.noLongerSupports)
      try tx.update(
        "course", [.titles(changes.titles, dropping: changes.droppedTitles)] + changes.columns,
        where: "id = \(id)")
      try tx.execute(
        """
        delete from course_prerequisite using course c
        where course_id = \(id) and requires_id = c.id and c.code = any (\(changes.noLongerRequires))
        """)
      try tx.execute(
        """
        delete from course_support using course c
        where course_id = \(id) and supports_id = c.id and c.code = any (\(changes.noLongerSupports))
        """)
      try tx.course(code, requires: changes.requires)
      try tx.course(code, supports: changes.supports)
      return try tx.course(code)
    }
  }

  /// Retires a course: it enters no curriculum any more, and stays where it is.
  @discardableResult
  public func retire(_ code: CourseCode, on day: Day = .today, reason: String) async throws -> Course {
    try await office.perform("course retire") { tx in
      let id = try tx.id(ofCourse: code)
      try tx.execute(
        """
        update course set retired_on = \(try tx.day(day, at: nil)), retire_reason = \(reason)
        where id = \(id)
        """
      )
      return try tx.course(code)
    }
  }

  /// One course or module.
  public func show(_ code: CourseCode) async throws -> Course {
    try await office.read { tx in try tx.course(code) }
  }
}

extension CourseDetails {
  fileprivate var columns: [Assignment] {
    [
      Assignment("hours_theory", theory), Assignment("hours_practice", practice),
      Assignment("credits", credits),
    ]
  }
}

extension Transaction {
  /// Adds prerequisites; one that is there already stays.
  func course(_ code: CourseCode, requires others: [CourseCode]) throws {
    if others.isEmpty { return }
    try execute(
      """
      insert into course_prerequisite (course_id, requires_id)
      select c.id, r.id from course c, course r where c.code = \(code) and r.code = any (\(others))
      on conflict do nothing
      """)
  }

  /// Lets a module support courses; one that it supports already stays.
  func course(_ code: CourseCode, supports others: [CourseCode]) throws {
    if others.isEmpty { return }
    try execute(
      """
      insert into course_support (course_id, supports_id)
      select c.id, s.id from course c, course s where c.code = \(code) and s.code = any (\(others))
      on conflict do nothing
      """)
  }

  /// A course with all that hangs on it.
  func course(_ code: CourseCode) throws -> Course {
    let id = try id(ofCourse: code)
    let curricula = try rows(
      """
      select p.code as program, e.edition, i.term, i.elective_group
      from curriculum_item i join program_edition e on e.id = i.edition_id join program p
        on p.id = e.program_id
      where i.course_id = \(id) order by p.code, e.edition
      """, of: Course.Place.self)
    return try one(
      """
      select c.code, kind, titles, hours_theory as theory, hours_practice as practice, credits, language,
        framework || ':' || level as level,
        theme, retired_on, retire_reason,
        array(select o.code from course_prerequisite p join course o on o.id = p.requires_id
          where p.course_id = c.id order by 1) as requires,
        array(select o.code from course_prerequisite p join course o on o.id = p.course_id
          where p.requires_id = c.id order by 1) as required_by,
        array(select o.code from course_support s join course o on o.id = s.supports_id
          where s.course_id = c.id order by 1) as supports,
        array(select o.code from course_support s join course o on o.id = s.course_id
          where s.supports_id = c.id order by 1) as supported_by
      from course c where c.id = \(id)
      """, of: Course.self, with: ["curricula": curricula])
  }
}
