import Postgres

extension SummedReport {
  /// How much of what was taught was noted, and how much of it attended.
  public static let attendance = attendance(keys: []) { day, known in
    "select * from report.attendance_count(\(day), \(fragment: known))"
  }

  /// The same month by month.
  public static let monthlyAttendance = attendance(keys: [Column("month", isChief: true)]) { day, known in
    "select * from report.attendance_month(\(day), \(fragment: known))"
  }

  /// Its figures are hours of all, and of nobody's gender.
  private static func attendance(
    keys: [Column], from source: @escaping @Sendable (_ day: Day, _ known: SQL) -> SQL
  ) -> SummedReport {
    SummedReport(
      "attendance", by: ReportCut.allCases.filter { !$0.isOfPeople }, keys: keys,
      "sessions_held sessions_noted coverage* offered_hours held_hours attended_hours attendance*",
      from: source)
  }
}
