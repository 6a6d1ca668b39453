extension ImportForm {
  /// Culture events, a line an event: the calendar of a term.
  public static let cultureEvents = ImportForm(
    "culture_events",
    columns: [
      .workshop,
      ImportColumn(
        "event", ["event_code", "code", "编号", "代码", "код"], "code of the event, unique in the workshop",
        example: "CAL-2026"),
      ImportColumn(
        "theme", ["主题", "тема"], "calligraphy, tea, festivals, …; that of the module where empty",
        example: "calligraphy"),
      ImportColumn(
        "title", ["name", "活动", "活动名称", "мероприятие", "событие", "название"], "what it is",
        example: "Calligraphy day"),
      ImportColumn(
        "from", ["on", "day", "date", "begins_on", "日期", "开始", "дата", "начало", "с"], "first day",
        example: "2026-10-10", kind: .day),
      ImportColumn(
        "to", ["ends_on", "结束", "окончание", "по"], "last day; the first one where empty", example: "",
        kind: .day),
      ImportColumn(
        "hours", ["学时", "часы"], "hours it counts for those who take part in all of it", example: "6",
        kind: .number),
      ImportColumn("place", ["地点", "место"], "where", example: "Hall 2"),
      ImportColumn(
        "module", ["course", "课程", "模块", "модуль"], "culture module it counts for, if for one",
        example: "CUL-CAL"),
    ],
    needs: [.workshop, .column("event")], analyzed: ["workshop", "event", "module"],
    checks: [
      ImportStep("matching", "workshop_line", "culture_events/1_read"),
      ImportStep("planning", "culture_events/2_plan"),
    ],
    writes: [ImportStep("writing events", "culture_events/3_write")])

  /// Who took part in culture events, a line a student and event.
  public static let culture = ImportForm(
    "culture",
    columns: ImportColumn.student + [
      ImportColumn(
        "event", ["event_code", "活动", "событие", "мероприятие"], "code of the event, which is entered before",
        example: "CAL-2026"),
      ImportColumn(
        "hours", ["学时", "часы"], "hours; empty for those of the event", example: "6", kind: .number),
    ],
    needs: [.student, .column("event")], analyzed: ["student", "event"],
    checks: [
      ImportStep("matching", "who", "who_line", "culture/1_read"), ImportStep("planning", "culture/2_plan"),
    ],
    writes: [ImportStep("writing who took part", "culture/3_write")])
}
