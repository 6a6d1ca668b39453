extension ImportForm {
  /// Instructors, a line an instructor of a workshop.
  public static let instructors = ImportForm(
    "instructors",
    columns: [
      ImportColumn(
        "workshop", ["鲁班工坊", "мастерская"], "code of the workshop; else --workshop", example: "UZ-TAS"),
      ImportColumn(
        "instructor", ["staff number", "工号", "табельный номер"], "partner and staff number",
        example: "UZ-TSTU/118"),
      ImportColumn(
        "full_name", ["name", "姓名", "фио", "ф.и.о.", "полное имя"], "name as they write it",
        example: "Рахимов Алишер"),
      ImportColumn(
        "latin_name", ["passport name", "латиницей"], "name in the passport", example: "RAKHIMOV ALISHER"),
      ImportColumn("chinese_name", ["中文名", "китайское имя"], "Chinese name", example: "拉希莫夫"),
      ImportColumn("email", ["e-mail", "邮箱", "почта"], "e-mail address", example: "a.rakhimov@example.org"),
      ImportColumn(
        "phone", ["telephone", "电话", "телефон"], "telephone number", example: "+998 90 123 45 67"),
      ImportColumn(
        "since", ["from", "入职日期", "работает с"], "first day at the workshop; else --on", example: "2022-09-01"
      ),
      ImportColumn("until", ["to", "离职日期", "работает по"], "first day no longer at it", example: ""),
      ImportColumn(
        "certified_for", ["courses", "课程", "предметы"], "courses they may teach, separated by semicolons",
        example: "LOG-105;LOG-110"),
    ],
    needs: [.workshop, .column("instructor")], analyzed: ["workshop", "instructor"],
    checks: [ImportStep("planning", "instructors/1_plan")],
    writes: [ImportStep("writing instructors", "instructors/2_write")])
}
