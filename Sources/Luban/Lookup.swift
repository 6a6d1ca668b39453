import Messages
import Postgres

/// Finding by code what other rows point to, with "did you mean" where there is nothing.
extension Transaction {
  func id(ofWorkshop code: WorkshopCode) throws -> Int {
    guard let id = try first("select id from workshop where code = \(code)", as: Int.self) else {
      throw try notFound("workshop", code.rawValue, among: "select code from workshop")
    }
    return id
  }

  func id(ofPartner code: PartnerCode) throws -> Int {
    guard let id = try first("select id from partner where code = \(code)", as: Int.self) else {
      throw try notFound("partner", code.rawValue, among: "select code from partner")
    }
    return id
  }

  func id(ofProgram code: ProgramCode) throws -> Int {
    guard let id = try first("select id from program where code = \(code)", as: Int.self) else {
      throw try notFound("program", code.rawValue, among: "select code from program")
    }
    return id
  }

  func id(ofCourse code: CourseCode) throws -> Int {
    guard let id = try first("select id from course where code = \(code)", as: Int.self) else {
      throw try notFound("course", code.rawValue, among: "select code from course")
    }
    return id
  }

  /// Makes sure that there is each of the courses.
  func check(_ courses: [CourseCode]) throws {
    if courses.isEmpty { return }
    let unknown = try first(
      """
      select code from unnest(\(courses)) named (code) where code <> all (select code from course) limit 1
      """, as: String.self)
    if let unknown { throw try notFound("course", unknown, among: "select code from course") }
  }

  /// Key of an edition of a program; of the latest one where none is named.
  func edition(_ label: String?, of code: ProgramCode) throws -> Int {
    let program = try id(ofProgram: code)
    let found = try first(
      """
      select id from program_edition where program_id = \(program) and edition = coalesce(upper(\(label)),
        edition)
      order by edition desc limit 1
      """, as: Int.self)
    guard let found else {
      throw try notFound(
        "edition of \(code)", label ?? "(any)",
        among: "select edition from program_edition where program_id = \(program)")
    }
    return found
  }

  /// Keys of what has its code within a workshop, in that workshop or wherever there is one.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)``;
  ///   ``LubanError/ambiguous(noun:code:candidates:)`` when no workshop is named and several have that code.
  func key(
    of noun: Message, _ code: String, from table: String, in workshop: WorkshopCode?
  ) throws -> (workshopID: Int, id: Int) {
    if let workshop { _ = try id(ofWorkshop: workshop) }
    let coded: SQL = """
      select t.workshop_id, t.id, t.code, w.code as workshop
      from \(identifier: table) t join workshop w on w.id = t.workshop_id
      where \(workshop) is null or w.code = \(workshop)
      """
    let found = try rows(
      """
      select workshop_id, id, workshop from (\(fragment: coded)) coded where code = \(code) order by workshop
      """, as: (Int.self, Int.self, String.self))
    guard let only = found.first else {
      throw try notFound(noun, code, among: "select code from (\(fragment: coded)) coded")
    }
    guard found.count == 1 else {
      throw LubanError.ambiguous(noun: noun, code: code, candidates: found.map(\.2), by: "workshop")
    }
    return (workshopID: only.0, id: only.1)
  }

  /// The error for a code that nothing has, with up to three that nearly match.
  func notFound(
    _ noun: Message, _ code: String, among codes: SQL, actions: [Action] = []
  ) throws -> LubanError {
    let nearest = try rows(
      """
      select code from (\(fragment: codes)) known (code)
      where similarity(code, \(code)) > 0.3 order by similarity(code, \(code)) desc, code limit 3
      """, as: String.self)
    return .notFound(noun: noun, code: code, nearest: nearest, actions: actions)
  }
}
