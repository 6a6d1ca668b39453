import Postgres

extension Instructors {
  /// Enters a training that instructors had together.
  ///
  /// - Parameters:
  ///   - codes: who had it; named by partner and number, all at one workshop.
  ///   - corrects: whether it takes the place of the one of that title and first day.
  /// - Throws: ``LubanError/conflict(_:)`` where one of them has it already; with `corrects`
  ///   ``LubanError/notFound(noun:code:nearest:)`` where one of them has not.
  @discardableResult
  public func train(
    _ codes: [InstructorCode], of workshop: WorkshopCode? = nil, _ training: Training, corrects: Bool = false
  ) async throws -> [Instructor] {
    try await office.perform("instructor train") { tx in
      let partner = try training.givenBy.map { try tx.id(ofPartner: $0) }
      return try codes.map { code in
        let key = try tx.instructorKey(code, of: workshop)
        if corrects {
          let corrected = try tx.execute(
            """
            update instructor_training set partner_id = \(partner),
              place = composed(\(training.place)), ends_on = \(training.to),
              hours = \(training.hours, as: .numeric), is_completed = \(training.isCompleted)
            where workshop_id = \(key.workshopID) and instructor_id = \(key.id)
              and title = composed(\(training.title)) and begins_on = \(training.from)
            """)
          if corrected == 0 { throw try tx.noTraining(training.title, from: training.from, of: key, code) }
        } else {
          try tx.execute(
            """
            insert into instructor_training (workshop_id, instructor_id, title, partner_id, place,
              begins_on, ends_on, hours, is_completed)
            values (\(key.workshopID), \(key.id), composed(\(training.title)), \(partner),
              composed(\(training.place)),
              \(training.from), \(training.to), \(training.hours, as: .numeric), \(training.isCompleted))
            """)
        }
        return try tx.instructor(key.id, of: key.workshopID)
      }
    }
  }

  /// Removes a training that was entered by mistake.
  @discardableResult
  public func removeTraining(
    _ codes: [InstructorCode], of workshop: WorkshopCode? = nil, titled title: String, from day: Day
  ) async throws -> [Instructor] {
    try await office.perform("instructor train") { tx in
      try codes.map { code in
        let key = try tx.instructorKey(code, of: workshop)
        let removed = try tx.execute(
          """
          delete from instructor_training where workshop_id = \(key.workshopID)
            and instructor_id = \(key.id) and title = composed(\(title)) and begins_on = \(day)
          """)
        if removed == 0 { throw try tx.noTraining(title, from: day, of: key, code) }
        return try tx.instructor(key.id, of: key.workshopID)
      }
    }
  }
}

extension Transaction {
  fileprivate func noTraining(
    _ title: String, from day: Day, of key: InstructorKey, _ code: InstructorCode
  ) throws -> LubanError {
    let known = try rows(
      """
      select title || ' from ' || begins_on from instructor_training
      where workshop_id = \(key.workshopID) and instructor_id = \(key.id) order by begins_on desc limit 3
      """, as: String.self)
    return .notFound(noun: "training of \(code)", code: "\(title) from \(day)", nearest: known)
  }
}
