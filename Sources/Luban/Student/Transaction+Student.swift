import Postgres

extension Transaction {
  /// A student's number with the keys that other tables point to.
  struct KeyedStudent {
    let workshopID: Int
    let id: Int
    let number: StudentNumber
  }

  /// Finds a student by number.
  ///
  /// - Parameter workshop: where to look when the reference names no workshop; `nil` for everywhere.
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)``; ``LubanError/ambiguous(noun:code:candidates:)``
  ///   when no workshop is named and several have that number; ``LubanError/usage(_:)`` when two are named.
  func student(_ reference: StudentReference, in workshop: WorkshopCode?) throws -> KeyedStudent {
    if let own = reference.workshop, let workshop, own != workshop {
      throw LubanError.usage("\(reference) is not a student of \(workshop).")
    }
    let named = reference.workshop ?? workshop
    let found = try holders(of: reference.number, in: named)
    if let only = found.first, found.count == 1 { return only.student }
    let word = StudentReference(workshop: named, number: reference.number).description
    if found.isEmpty {
      guard let named else { throw LubanError.notFound(noun: "student", code: word, nearest: []) }
      _ = try id(ofWorkshop: named)
      let elsewhere = try holders(of: reference.number, in: nil).prefix(3)
      throw LubanError.notFound(noun: "student", code: word, nearest: elsewhere.map(\.reference))
    }
    throw LubanError.ambiguous(noun: "student", code: word, candidates: found.map(\.reference))
  }

  /// The keys of a student; where no workshop is named, of the one that a cohort is of.
  func student(
    _ reference: StudentReference, in workshop: WorkshopCode?, orOf cohort: CohortCode?
  ) throws -> KeyedStudent {
    try student(reference, in: try workshop ?? cohort.map { try self.workshop(of: $0) })
  }

  private func holders(
    of number: StudentNumber, in workshop: WorkshopCode?
  ) throws -> [(student: KeyedStudent, reference: String)] {
    try rows(
      """
      select w.id, s.id, w.code
      from workshop w join student s on s.workshop_id = w.id and s.number = \(number)
      where \(workshop) is null or w.code = \(workshop)
      order by w.code limit 9
      """, as: (Int.self, Int.self, WorkshopCode.self)
    ).map { workshopID, id, code in
      (
        KeyedStudent(workshopID: workshopID, id: id, number: number),
        StudentReference(workshop: code, number: number).description
      )
    }
  }
}
