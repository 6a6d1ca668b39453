import Postgres

extension SummedReport {
  /// How much of what was taught was noted, and how much of it attended.
  public static let attendance = SummedReport(
    "attendance",
    "sessions_held sessions_noted coverage* offered_hours held_hours attended_hours attendance*"
  ) { day, known in
    "select * from report.attendance_count(\(day), \(fragment: known))"
  }
}
