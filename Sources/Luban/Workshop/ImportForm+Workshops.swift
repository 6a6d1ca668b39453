extension ImportForm {
  /// Workshops, a line a workshop.
  public static let workshops = ImportForm(
    "workshops", rows: "workshops",
    flat: FlatImport(
      into: "workshop", as: "workshop_sheet", of: .shared, key: ["code"],
      once: "workshop:workshop_code_is_unique", subject: "p.code", made: [.titles],
      script: "workshops/refused"),
    columns: [
      ImportColumn(
        "workshop", ["workshop_code", "code", "编号", "代码", "код"], "code of the workshop", example: "UZ-TAS",
        into: .init("code", .code))
    ] + ImportColumn.titles + [
      .country(needed: "workshop_country_is_known"), .city(or: "workshop_city_is_in_its_country"),
      ImportColumn(
        "status", ["state", "状态", "статус", "состояние"],
        "preparing (unless said otherwise), operating or closed", example: "operating",
        words: "workshop_status",
        into: .init(
          "status", .word(type: "workshop_status"), or: "workshop_status_is_a_word",
          value: "coalesce(r.status, k.status, 'preparing')")),
      ImportColumn(
        "led_from_tianjin", ["tianjin", "天津牵头", "из тяньцзиня"],
        "whether the Chinese lead is a college of Tianjin; yes where empty", example: "yes", words: "yes",
        into: .init(
          "led_from_tianjin", .word(type: "bool"), or: "answer_is_yes_or_no",
          value: "coalesce(r.led_from_tianjin, k.led_from_tianjin, true)")),
      ImportColumn(
        "time_zone", ["时区", "часовой пояс"], "time zone of the school", example: "Asia/Tashkent",
        into: .init("time_zone", .text)),
      .note, .source,
    ])

  /// Parts of partners in workshops, a line a part.
  public static let workshopRoles = ImportForm(
    "workshop_roles", rows: "parts",
    flat: FlatImport(
      into: "workshop_role", key: ["partner_id", "role", "since"],
      once: "since:workshop_role_is_taken_once_at_a_time", subject: "concat_ws(' ', p.role, p.since)",
      script: "workshops/roles"),
    columns: [
      .partner(needed: "workshop_role_partner_is_known"),
      ImportColumn(
        "role", ["part", "角色", "роль"], "host, lead, enterprise or awarding_body", example: "host",
        words: "workshop_part",
        into: .init("role", .word(type: "workshop_role_kind"), needed: "workshop_part_is_a_word")),
      ImportColumn(
        "since", ["from", "起始日期", "开始", "с"], "first day in the part; empty for from the beginning",
        example: "2025-09-01", into: .init("since", .day(), value: "coalesce(r.since, '-infinity')")),
      ImportColumn(
        "until", ["to", "终止日期", "结束", "по"], "first day no longer in it; empty for no end", example: "",
        into: .init("until", .day(), value: "coalesce(r.until, k.until, 'infinity')")),
    ])
}
