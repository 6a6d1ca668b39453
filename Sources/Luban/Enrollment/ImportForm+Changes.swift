extension ImportForm {
  /// Changes of enrollments: who completed, withdrew, was suspended, a line a change.
  public static let changes = ImportForm(
    "changes",
    columns: ImportColumn.student + [
      ImportColumn(
        "state", ["status", "to", "状态", "статус", "состояние"],
        "completed, withdrawn, dismissed, suspended, enrolled, admitted, rejected, declined or returned",
        option: "to", example: "completed", words: "change"),
      ImportColumn(
        "on", ["date", "day", "日期", "дата", "день"], "day it takes effect", option: "on",
        example: "2028-07-01",
        kind: .day),
      ImportColumn(
        "code", ["reason_code", "原因代码", "код причины"], "coded reason, one of the list",
        example: ""),
      ImportColumn("reason", ["why", "原因", "причина"], "reason in words", example: ""),
      ImportColumn(
        "to_cohort", ["into", "new_cohort", "转入班级", "复学班级", "в группу", "новая группа"],
        "cohort into which who returned comes back; that of the line where it is empty", example: ""),
    ],
    needs: [
      .student,
      .column("state", or: "to", as: "state"),
    ],
    analyzed: ["student", "cohort"],
    checks: [
      ImportStep("matching", "who", "who_line", "changes/1_lock", "changes/2_read"),
      ImportStep("changing", "changes/3_plan"),
    ],
    writes: [])
}
