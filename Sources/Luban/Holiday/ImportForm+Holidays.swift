extension ImportForm {
  /// Days without teaching of a workshop, a line a day or a break: the calendar of a school year.
  public static let holidays = ImportForm(
    "holidays", rows: "days",
    flat: FlatImport(
      into: "workshop_day", key: ["begins_on"], once: "from:workshop_day_begins_once",
      subject: "concat_ws(' ', p.begins_on, p.name)", script: "holidays"),
    columns: [
      ImportColumn(
        "from", ["on", "day", "date", "begins_on", "日期", "开始", "дата", "начало", "с"],
        "the day; of a break the first", example: "2026-12-25",
        into: .init("begins_on", .day(), needed: "workshop_day_has_a_first_day")),
      ImportColumn(
        "to", ["ends_on", "结束", "окончание", "по"], "last day of a break; the first one where empty",
        example: "2027-01-08",
        into: .init("ends_on", .day(), value: "coalesce(r.ends_on, k.ends_on, r.begins_on)")),
      ImportColumn(
        "name", ["title", "名称", "название", "праздник"], "what it is", example: "Winter break",
        into: .init("name", .text, needed: "workshop_day_has_a_name")),
      ImportColumn(
        "teaching", ["taught", "上课", "занятия"],
        "yes where there is teaching in spite of a holiday; no where empty",
        example: "no", words: "yes",
        into: .init(
          "is_taught", .word(type: "bool"), or: "answer_is_yes_or_no",
          value: "coalesce(r.is_taught, k.is_taught, false)")),
    ])
}
