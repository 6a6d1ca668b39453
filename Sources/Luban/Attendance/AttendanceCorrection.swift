/// What was corrected of a student at a session.
public struct AttendanceCorrection: Sendable, Hashable, Codable {
  /// The class.
  public let taughtClass: ClassCode
  /// Day of the session.
  public let on: Day
  /// When it begins.
  public let at: TimeOfDay
  /// The student.
  public let student: StudentNumber
  /// What had been noted; `nil` where nothing had.
  public let before: AttendanceStatus?
  /// The hours that went with it; `nil` for all of the session, or none.
  public let hoursBefore: Double?
  /// What is noted now.
  public let status: AttendanceStatus
  /// The hours that the student was there; `nil` for all of the session, or none.
  public let hours: Double?
  /// Why.
  public let reason: String
}

/// What was taken back of a session.
public struct AttendanceUndone: Sendable, Hashable, Codable {
  /// The class.
  public let taughtClass: ClassCode
  /// Day of the session.
  public let on: Day
  /// When it begins.
  public let at: TimeOfDay
  /// Of how many students something had been noted.
  public let students: Int
  /// Why.
  public let reason: String
}
