import Postgres

/// Results: attempts at courses, and what was learned elsewhere.
public struct Results: Sendable {
  let office: Office

  /// Records an attempt.
  ///
  /// The mark is read in any word of its scale, with comma or dot: that of the course, which is its own or
  /// that of the completion rule.
  ///
  /// - Parameters:
  ///   - mark: the mark; `nil` for a recognition that says no more than passed.
  ///   - scale: scale of a recognized or transferred mark, where it is not that of the course.
  ///   - day: day of the exam or the decision.
  ///   - attempt: number of the attempt; the next one where `nil`.
  /// - Throws: ``LubanError`` for a mark that is not on the scale, a course of another edition, a class that
  ///   had not begun, a day on which the student was not enrolled, attempts out of order.
  @discardableResult
  public func add(
    _ reference: ResultReference, mark: String?, scale: String? = nil, on day: Day, attempt: Int? = nil,
    _ origin: ResultOrigin = .graded()
  ) async throws -> CourseResult {
    try await office.perform(origin.command) { tx in
      let enrollment = try tx.enrollment(of: reference)
      let course = try tx.id(ofCourse: reference.course)
      let source = try tx.keys(of: origin, in: enrollment.workshopID)
      let isBarePass = mark == nil && scale == nil
      let id = try tx.one(
        """
        select record_result(\(enrollment.workshopID)::int, \(enrollment.id), \(course)::int,
          \(isBarePass ? "pass" : mark ?? ""), \(day), \(origin.kind),
          \(isBarePass ? "pass-fail" : try scale.map(tx.scale)), \(attempt)::int, \(source.instructor),
          \(source.partner)::int, \(source.agreement)::int, \(source.evidence))
        """, as: Int.self)
      return try tx.result(id, in: enrollment.workshopID)
    }
  }

  /// Corrects mark, day or who graded.
  ///
  /// What had been recorded stays for reports as known earlier.
  ///
  /// - Parameter attempt: number of the attempt; the only one where `nil`.
  @discardableResult
  public func correct(
    _ reference: ResultReference, attempt: Int? = nil, _ changes: ResultChanges, reason: String
  ) async throws -> CourseResult {
    try await office.perform("result correct") { tx in
      let (workshop, id) = try tx.resultKey(reference, attempt: attempt)
      let instructor = try changes.gradedBy.map { try tx.id(ofInstructor: $0, in: workshop) }
      try tx.execute(
        """
        select correct_result(\(workshop)::int, \(id), \(changes.mark), \(changes.gradedOn), \(instructor),
          \(reason))
        """)
      return try tx.result(id, in: workshop)
    }
  }

  /// Removes an attempt that never was: the last one of its course.
  ///
  /// - Parameter attempt: number of the attempt; the only one where `nil`.
  /// - Returns: what was removed.
  @discardableResult
  public func remove(_ reference: ResultReference, attempt: Int? = nil, reason: String) async throws
    -> CourseResult
  {
    try await office.perform("result remove") { tx in
      let (workshop, id) = try tx.resultKey(reference, attempt: attempt)
      let removed = try tx.result(id, in: workshop)
      try tx.execute("select remove_result(\(workshop)::int, \(id), \(reason))")
      return removed
    }
  }
}

extension ResultOrigin {
  fileprivate var kind: ResultKind {
    switch self {
    case .graded: .graded
    case .recognized: .recognized
    case .transferred: .transferred
    }
  }

  fileprivate var command: String {
    switch self {
    case .graded: "result add"
    case .recognized: "result recognize"
    case .transferred: "result transfer"
    }
  }
}

extension Transaction {
  fileprivate struct OriginKeys {
    var instructor: Int?
    var partner: Int?
    var agreement: Int?
    var evidence: String?
  }

  fileprivate func keys(of origin: ResultOrigin, in workshop: Int) throws -> OriginKeys {
    switch origin {
    case .graded(let instructor):
      return OriginKeys(instructor: try instructor.map { try id(ofInstructor: $0, in: workshop) })
    case .recognized(let evidence):
      return OriginKeys(evidence: evidence)
    case .transferred(let partner, let agreement, let evidence):
      let agreement = try id(ofAgreement: agreement)
      return OriginKeys(partner: try id(ofPartner: partner), agreement: agreement, evidence: evidence)
    }
  }
}
