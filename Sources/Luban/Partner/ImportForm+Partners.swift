extension ImportForm {
  /// Partners, a line a partner.
  public static let partners = ImportForm(
    "partners", rows: "partners",
    flat: FlatImport(
      into: "partner", as: "partner_sheet", of: .shared, key: ["code"],
      once: "partner:partner_code_is_unique", subject: "p.code", script: "partners/1_refused",
      after: "partners/2_names", late: "partners/3_standing"),
    columns: [
      ImportColumn(
        "partner", ["partner_code", "code", "编号", "代码", "код"], "code of the partner", example: "UZ-TLC",
        into: .init("code", .code)),
      ImportColumn(
        "kind", ["type", "类别", "类型", "вид", "тип"],
        "school, college, university, enterprise, awarding_body or authority", example: "college",
        words: "partner_kind",
        into: .init("kind", .word(type: "partner_kind"), needed: "partner_kind_is_a_word")),
      .country(needed: "partner_country_is_known"), .city(or: "partner_city_is_in_its_country"),
    ] + ImportColumn.names + [
      ImportColumn(
        "active_since", ["active", "合作起始日", "合作起始日期", "партнёр с", "действует с"],
        "day since which it is an active partner; empty for a prospect", example: "2025-09-01",
        into: .init("active_since", .day(isFact: true), isPart: true)),
      ImportColumn(
        "status", ["state", "状态", "合作状态", "статус"],
        "prospect, active, suspended or ended; by active_since where empty", example: "active",
        words: "partner_status",
        into: .init(
          "status", .word(type: "partner_status"), or: "partner_status_is_a_word",
          value: """
            coalesce(r.status,
              case when r.active_since is not null and coalesce(k.status, 'prospect') = 'prospect'
                then 'active'::partner_status end,
              k.status, 'prospect')
            """, isPart: true)),
      ImportColumn(
        "status_since", ["暂停或终止日期", "приостановлен с"],
        "day since which it is suspended or ended", example: "",
        into: .init("status_since", .day(isFact: true), isPart: true)),
      ImportColumn(
        "status_reason", ["暂停或终止原因", "причина"], "why it was suspended or ended", example: "",
        into: .init("status_reason", .text, isPart: true)),
      ImportColumn(
        "website", ["web", "url", "网站", "网址", "сайт", "веб-сайт"], "web address",
        example: "https://tlc.example.org", into: .init("website", .text)),
      .note, .source,
    ])

  /// Persons to write to or call at partners, a line a person.
  public static let partnerContacts = ImportForm(
    "partner_contacts", rows: "contacts",
    flat: FlatImport(
      into: "partner_contact", of: .shared, key: ["partner_id", "name", "email", "phone"],
      once: "name:contact_is_once_at_a_partner", subject: "p.name",
      made: [
        FlatMade(
          "nth",
          """
          coalesce(k.nth, (
              select coalesce(max(c.nth), 0) from partner_contact c where c.partner_id = partner.id)
            + row_number() over (partition by partner.id, k.id is null order by r.line))::smallint
          """)
      ], script: "partner_contacts"),
    columns: [
      .partner(needed: "contact_is_of_a_partner"),
      ImportColumn(
        "name", ["contact", "姓名", "联系人", "фио", "ф.и.о.", "контактное лицо"], "name of the person",
        example: "Karimov Anvar", into: .init("name", .text, needed: "person_name_has_letters")),
      ImportColumn(
        "position", ["职务", "职位", "должность"], "what they do there", example: "vice rector",
        into: .init("position", .text)),
      ImportColumn(
        "email", ["e-mail", "mail", "邮箱", "电子邮件", "почта", "эл. почта"], "e-mail address",
        example: "a.karimov@example.org", into: .init("email", .text)),
      ImportColumn(
        "phone", ["telephone", "mobile", "电话", "手机", "телефон"], "telephone number",
        example: "+998 71 299-00-01", into: .init("phone", .text)),
    ])
}
