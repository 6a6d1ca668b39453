import Postgres

/// Attendance: who was there, session by session.
public struct Attendances: Sendable {
  let office: Office

  /// Notes the attendance of a session: those named, and everyone else who is enrolled that day as present.
  ///
  /// Of a lesson given to several cohorts together it is taken once, for all of them.
  ///
  /// - Throws: ``LubanError`` for a class or session there is none of, a session that was taken already, was
  ///   cancelled or is still to come, and for who is named and was not enrolled that day.
  @discardableResult
  public func take(_ call: AttendanceCall) async throws -> AttendanceCount {
    if let twice = call.named {
      throw LubanError.usage("\(twice) is named twice: a student is absent, late or excused.")
    }
    return try await office.perform("attendance take") { tx in
      let (day, taken) = try tx.one(
        """
        select held_on, session_id, begin_times[1] as begins_at, present, late, excused, absent,
          others
        from take_attendance(\(call.taughtClass.cohort), \(call.taughtClass.course),
          \(call.on == .today ? nil : call.on), \(call.at), \(call.absent), \(call.late), \(call.excused),
          \(Array(call.hours.keys)), \(Array(call.hours.values))::numeric[])
        """
      ) { row -> (Day, AttendanceCount?) in
        // Of what was not found, nothing but that is known.
        let day: Day = try row.decode("held_on")
        guard try row.decode("session_id", as: Int?.self) != nil else { return (day, nil) }
        let count = AttendanceCount(
          taughtClass: call.taughtClass,
          others: try row.decode("others", as: [String].self).compactMap(ClassCode.init), on: day,
          at: try row.decode("begins_at"),
          present: try row.decode("present"), late: try row.decode("late"),
          excused: try row.decode("excused"), absent: try row.decode("absent"))
        return (day, count)
      }
      guard let taken else {
        throw try tx.noSession(of: call.taughtClass, on: day, at: call.at)
      }
      return taken
    }
  }

  /// Corrects what was noted of a student at a session, or notes it where nothing was.
  ///
  /// What had been noted is kept, with the reason.
  /// - Parameter hours: those that the student was there, where it was not all of the session.
  @discardableResult
  public func correct(
    _ taughtClass: ClassCode, on day: Day, at time: TimeOfDay? = nil, of student: StudentReference,
    to status: AttendanceStatus, hours: Double? = nil, reason: String
  ) async throws -> AttendanceCorrection {
    try await office.perform("attendance correct") { tx in
      let session = try tx.onlySession(of: taughtClass, on: day, at: time)
      let cohort = try tx.cohortKey(taughtClass.cohort)
      guard let enrollment = try tx.enrollmentIDs(.students([student]), in: cohort).first else {
        throw LubanError.notFound(noun: "enrollment of", code: student.description, nearest: [])
      }
      let before = try tx.one(
        """
        select status_before, hours_before from correct_attendance(\(cohort.workshopID)::int, \(session.id),
          \(enrollment), \(status), \(hours, as: .numeric), \(reason))
        """, as: (AttendanceStatus?.self, Double?.self))
      return AttendanceCorrection(
        taughtClass: taughtClass, on: day, at: session.at, student: student.number,
        before: before.0, hoursBefore: before.1, status: status, hours: hours, reason: reason)
    }
  }

  /// Takes back what was noted at a session, as where it was the wrong one; it is kept as past.
  @discardableResult
  public func undo(
    _ taughtClass: ClassCode, on day: Day, at time: TimeOfDay? = nil, reason: String
  ) async throws -> AttendanceUndone {
    try await office.perform("attendance undo") { tx in
      let session = try tx.onlySession(of: taughtClass, on: day, at: time)
      let cohort = try tx.cohortKey(taughtClass.cohort)
      let students = try tx.one(
        "select undo_attendance(\(cohort.workshopID)::int, \(session.id), \(reason))", as: Int.self)
      if students == 0 {
        throw LubanError.notFound(noun: "attendance of \(taughtClass) on", code: day.iso, nearest: [])
      }
      return AttendanceUndone(
        taughtClass: taughtClass, on: day, at: session.at, students: students, reason: reason)
    }
  }
}
