/// A column of a grid of attendance: a session, side by side with others.
public struct AttendanceColumn: Sendable, Hashable {
  /// Day of the session, with the time where there are several that day.
  public let name: String
  let session: Int
  let day: Day
}

/// Attendance of a class with its sessions side by side.
public struct AttendanceGrid: Sendable {
  /// The sessions, in their order.
  public let sessions: [AttendanceColumn]
  /// A row a student.
  public let listing: Listing
}
