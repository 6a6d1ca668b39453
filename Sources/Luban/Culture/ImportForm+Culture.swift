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
        example: "CAL-2026", into: .init("code", .code)),
      ImportColumn(
        "theme", ["主题", "тема"], "calligraphy, tea, festivals, …; that of the module where empty",
        example: "calligraphy", into: .init("theme", .text, value: "coalesce(r.theme, k.theme, module.theme)")
      ),
      ImportColumn(
        "title", ["name", "活动", "活动名称", "мероприятие", "событие", "название"], "what it is",
        example: "Calligraphy day", into: .init("title", .text, needed: "culture_event_has_a_title")),
      ImportColumn(
        "from", ["on", "day", "date", "begins_on", "日期", "开始", "дата", "начало", "с"], "first day",
        example: "2026-10-10", into: .init("begins_on", .day(), needed: "culture_event_has_a_first_day")),
      ImportColumn(
        "to", ["ends_on", "结束", "окончание", "по"], "last day; the first one where empty", example: "",
        // A first day alone moves an event of one day.
        into: .init(
          "ends_on", .day(),
          value: """
            coalesce(r.ends_on, case when k.begins_on < k.ends_on then k.ends_on end, r.begins_on, k.ends_on)
            """)),
      ImportColumn(
        "hours", ["学时", "часы"], "hours it counts for those who take part in all of it", example: "6",
        into: .init("hours", .number, needed: "hours_are_a_number")),
      ImportColumn("place", ["地点", "место"], "where", example: "Hall 2", into: .init("place", .text)),
      ImportColumn(
        "module", ["course", "课程", "模块", "модуль"], "culture module it counts for, if for one",
        example: "CUL-CAL",
        into: .init("course_id", .reference(to: "course"), or: "culture_event_counts_for_a_known_module")),
    ])

  /// Who took part in culture events, a line a student and event.
  public static let culture = ImportForm(
    "culture", rows: "who took part",
    flat: FlatImport(
      into: "participation", of: .enrollment(foundBy: "culture/1_line", told: "event"), key: ["event_id"],
      once: "student:participation_is_once", subject: "p.event", keepsBatch: true,
      onChange: "batch_id = run.batch_id, note = 'corrected by ' || run.file_name",
      script: "culture/2_refused"),
    columns: [
      ImportColumn(
        "event", ["event_code", "活动", "событие", "мероприятие"], "code of the event, which is entered before",
        example: "CAL-2026",
        into: .init(
          "event_id", .reference(to: "culture_event", ofWorkshop: true), needed: "culture_event_is_known")),
      ImportColumn(
        "hours", ["学时", "часы"], "hours; empty for those of the event", example: "6", isAllWhereEmpty: true,
        into: .init(
          "hours", .number, or: "hours_are_a_number",
          value: "case when r.hours_text is null then coalesce(k.hours, event.hours) else r.hours end")),
    ])
}
