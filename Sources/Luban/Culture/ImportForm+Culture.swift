extension ImportForm {
  /// Who took part in culture events, a line a student and event.
  public static let culture = ImportForm(
    "culture",
    columns: ImportColumn.student + [
      ImportColumn(
        "event", ["event_code", "活动", "событие", "мероприятие"], "code of the event, which is entered before",
        example: "CAL-2026"),
      ImportColumn(
        "hours", ["学时", "часы"], "hours; empty for those of the event", example: "6"),
    ],
    needs: [.student, .column("event")], analyzed: ["student", "event"],
    checks: [
      ImportStep("matching", "who", "who_line", "culture/1_read"), ImportStep("planning", "culture/2_plan"),
    ],
    writes: [ImportStep("writing who took part", "culture/3_write")])
}
