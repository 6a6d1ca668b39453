extension ImportForm {
  /// Culture events, a line an event: the calendar of a term.
  public static let cultureEvents = ImportForm(
    "culture_events", rows: "events",
    flat: FlatImport(
      into: "culture_event", key: ["code"], once: "event:culture_event_code_is_unique", subject: "p.code",
      script: "culture_events"),
    columns: [
      ImportColumn(
        "event", ["event_code", "code", "编号", "代码", "код"], "code of the event, unique in the workshop",
        example: "CAL-2026", into: .code("code")),
      ImportColumn(
        "theme", ["主题", "тема"], "calligraphy, tea, festivals, …; that of the module where empty",
        example: "calligraphy", into: .text("theme", value: "coalesce(r.theme, k.theme, module.theme)")),
      ImportColumn(
        "title", ["name", "活动", "活动名称", "мероприятие", "событие", "название"], "what it is",
        example: "Calligraphy day", into: .text("title", needed: "culture_event_has_a_title")),
      ImportColumn(
        "from", ["on", "day", "date", "begins_on", "日期", "开始", "дата", "начало", "с"], "first day",
        example: "2026-10-10", into: .day("begins_on", needed: "culture_event_has_a_first_day")),
      ImportColumn(
        "to", ["ends_on", "结束", "окончание", "по"], "last day; the first one where empty", example: "",
        // A first day alone moves an event of one day.
        into: .day(
          "ends_on",
          value: """
            coalesce(r.ends_on, case when k.begins_on < k.ends_on then k.ends_on end, r.begins_on, k.ends_on)
            """)),
      ImportColumn(
        "hours", ["学时", "часы"], "hours it counts for those who take part in all of it", example: "6",
        into: .number("hours", needed: "hours_are_a_number")),
      ImportColumn("place", ["地点", "место"], "where", example: "Hall 2", into: .text("place")),
      ImportColumn(
        "module", ["course", "课程", "模块", "модуль"], "culture module it counts for, if for one",
        example: "CUL-CAL",
        into: .reference("course_id", to: "course", or: "culture_event_counts_for_a_known_module")),
    ])

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
