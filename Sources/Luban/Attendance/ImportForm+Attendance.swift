extension ImportForm {
  /// Attendance: a line a student and session, or a sheet that comes back, with its sessions side by side.
  public static let attendance = ImportForm(
    "attendance", columns: ImportColumn.student + longColumns + sheetColumns,
    template: ImportColumn.student + longColumns,
    needs: [
      .student,
      ImportNeed(
        anyOf: ["status", "sheet"],
        complaint: "There is neither a column status nor the column sheet of a sheet of attendance."),
    ],
    takesOtherColumns: true, analyzed: ["student", "cohort", "course", "date"],
    checks: [
      ImportStep("matching", "attendance/1_lines", "who", "attendance/2_sessions"),
      ImportStep("planning", "attendance/3_plan"),
    ],
    writes: [ImportStep("writing attendance", "attendance/4_write")])

  private static let longColumns = [
    ImportColumn(
      "class", ["section", "班", "группа/предмет"], "cohort and course, instead of these two",
      example: "UZ-TAS-LOG-2026A/LOG-210"),
    ImportColumn("course", ["subject", "课程", "предмет"], "code of the course", example: "LOG-210"),
    ImportColumn(
      "date", ["day", "日期", "дата", "день"], "day of the session", example: "2026-09-07", kind: .day),
    ImportColumn(
      "time", ["begins", "时间", "время"], "when it begins, where there are several that day",
      example: "09:00"),
    ImportColumn(
      "status", ["attendance", "考勤", "出勤", "посещаемость"],
      """
      present, late, excused, absent; п о у н; 到 迟 假 缺; + and -; late 1.5 of who was there for so many \
      hours; empty says nothing
      """,
      example: "present",
      words: "attendance"),
  ]

  private static let sheetColumns = [
    ImportColumn("sheet", ["лист", "表号"], "code of the sheet, in every row", example: "A-7K3F9Q"),
    ImportColumn(
      "latin_name", ["latin"], "name as in the passport, to read by only", example: "KARIMOVA NIGORA"),
  ]
}
