extension ImportForm {
  /// A timetable, a line a session of a class that is there.
  public static let sessions = ImportForm(
    "sessions",
    columns: [
      ImportColumn(
        "cohort", ["group", "class", "班级", "группа", "когорта"], "code of the cohort", option: "cohort",
        example: "UZ-TAS-LOG-2026A"),
      ImportColumn(
        "course", ["subject", "课程", "предмет", "дисциплина", "курс"], "code of the course",
        example: "LOG-105"),
      ImportColumn("date", ["day", "日期", "дата", "день"], "the day", example: "2026-09-08", kind: .day),
      ImportColumn("begins", ["start", "from", "开始", "начало"], "when it begins", example: "09:00"),
      ImportColumn("ends", ["end", "to", "结束", "конец", "окончание"], "when it ends", example: "10:30"),
      ImportColumn(
        "hours", ["学时", "часы"], "hours it counts; by the clock where empty", example: "2", kind: .number),
      ImportColumn(
        "room", ["place", "教室", "аудитория", "кабинет"], "where, if not in the room of the class",
        example: "204"),
      ImportColumn(
        "instructor", ["teacher", "教师", "преподаватель"],
        "partner and staff number of who stands in for that of the class", example: "UZ-TSTU/117"),
    ],
    needs: [.cohort, .column("course"), .column("date"), .column("begins"), .column("ends")],
    analyzed: ["cohort", "course", "instructor"], tellsLeftOut: true,
    checks: [ImportStep("planning", "sessions/1_plan", "sessions/2_left_out")],
    writes: [
      ImportStep("writing sessions", "sessions/3_write"),
      ImportStep("looking for clashes", "sessions/4_clashes"),
    ])
}
