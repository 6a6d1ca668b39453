import Postgres

extension SummedReport {
  /// How much of what was taught was noted, and how much of it attended.
  ///
  /// These are hours of all, and of nobody's gender.
  public static let attendance = SummedReport(
    "attendance", by: ReportCut.allCases.filter { !$0.isOfPeople },
    "sessions_held sessions_noted coverage* offered_hours held_hours attended_hours attendance*",
    byMonth: { day, known in "select * from report.attendance_month(\(day), \(fragment: known))" }
  ) { day, known in
    "select * from report.attendance_count(\(day), \(fragment: known))"
  }
}
