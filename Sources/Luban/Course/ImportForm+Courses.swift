extension ImportForm {
  /// Courses, language and culture modules among them, a line a course.
  public static let courses = ImportForm(
    "courses", rows: "courses",
    flat: FlatImport(
      into: "course", as: "course_sheet", of: .shared, key: ["code"], once: "course:course_code_is_unique",
      subject: "p.code", made: [.titles] + FlatMade.level, script: "courses/1_refused",
      after: "courses/2_links",
      late: "courses/3_retired"),
    columns: [
      .course,
      ImportColumn(
        "kind", ["type", "类别", "类型", "вид", "тип"],
        "technical (unless said otherwise), language, culture or placement", example: "technical",
        words: "course_kind",
        into: .init(
          "kind", .word(type: "course_kind"), or: "course_kind_is_a_word",
          value: "coalesce(r.kind, k.kind, 'technical')")),
    ] + ImportColumn.titles + ImportColumn.teaching)

  /// Language and culture modules, a line a module: one with a theme is of culture.
  public static let modules = ImportForm(
    "modules", rows: "modules",
    flat: FlatImport(
      into: "course", as: "course_sheet", of: .shared, key: ["code"], once: "module:course_code_is_unique",
      subject: "p.code",
      made: [
        FlatMade(
          "kind",
          "case when coalesce(r.theme, k.theme) is null then 'language' else 'culture' end::course_kind"),
        FlatMade(
          "titles",
          """
          coalesce(luban.titles_of(coalesce(r.title, k.title), coalesce(r.title_zh, k.title_zh),
              coalesce(r.title_ru, k.title_ru), coalesce(r.other_titles, k.other_titles)),
            jsonb_build_object('en', luban.module_title(coalesce(r.language, (
                select f.language from language_framework f where f.code = split_part(r.leads_to, ':', 1))),
              split_part(r.leads_to, ':', 1), split_part(r.leads_to, ':', 2), r.theme)))
          """),
      ] + FlatMade.level, script: "courses/1_refused", after: "courses/2_links",
      late: "courses/3_retired"),
    columns: [
      ImportColumn(
        "module", ["module_code", "course", "code", "编号", "代码", "код"], "code of the module",
        example: "ZH-HSK2", into: .init("code", .code))
    ] + ImportColumn.titles + ImportColumn.teaching)
}

extension FlatMade {
  /// Framework and level of a language module, which a file has in one.
  static let level = [
    FlatMade("framework", "split_part(coalesce(r.leads_to, k.leads_to), ':', 1)"),
    FlatMade("level", "split_part(coalesce(r.leads_to, k.leads_to), ':', 2)"),
  ]
}

extension ImportColumn {
  static let course = ImportColumn(
    "course", ["course_code", "code", "编号", "代码", "код"], "code of the course", example: "LOG-210",
    into: .init("code", .code))

  /// What is taught in a course or module, and what it takes.
  static let teaching: [ImportColumn] = [
    ImportColumn(
      "theory", ["理论学时", "теория", "часы теории"], "hours of theory", example: "32",
      into: .init(
        "hours_theory", .number, or: "hours_are_a_number",
        value: "coalesce(r.hours_theory, k.hours_theory, case when r.theory_text is null then 0 end)")),
    ImportColumn(
      "practice", ["实践学时", "практика", "часы практики"], "hours of practice", example: "32",
      into: .init(
        "hours_practice", .number, or: "hours_are_a_number",
        value: "coalesce(r.hours_practice, k.hours_practice, case when r.practice_text is null then 0 end)")),
    ImportColumn(
      "credits", ["学分", "зачётные единицы", "кредиты"], "credits, where the host counts them", example: "4",
      into: .init("credits", .number, or: "credits_are_a_number")),
    ImportColumn(
      "language", ["语言", "язык"], "language that a language module teaches; that of its level where empty",
      example: "zh",
      into: .init(
        "language", .text,
        value: """
          coalesce(r.language, k.language, (
            select f.language from language_framework f where f.code = split_part(r.leads_to, ':', 1)))
          """)),
    ImportColumn(
      "level", ["语言水平", "级别", "уровень", "уровень языка"], "level that a language module leads to",
      example: "hsk2010:2", words: "language_level",
      into: .init("leads_to", .word(type: "text"), or: "course_level_is_of_its_framework", isPart: true)),
    ImportColumn(
      "theme", ["主题", "тема"], "theme of a culture module: calligraphy, tea, festivals, …", example: "",
      into: .init("theme", .text)),
    ImportColumn(
      "requires", ["prerequisites", "先修课程", "предшествующие дисциплины"],
      "codes of the courses to be passed before, with semicolons between them", example: "LOG-110; LOG-120",
      into: .init("requires", .codes, isPart: true)),
    ImportColumn(
      "supports", ["支持课程", "支撑课程", "поддерживает дисциплины"],
      "codes of the technical courses that a module supports", example: "",
      into: .init("supports", .codes, isPart: true)),
    ImportColumn(
      "retired_on", ["retired", "停用日期", "снята с"], "day from which it enters no curriculum any more",
      example: "", into: .init("retired_on", .day(isFact: true), isPart: true)),
    ImportColumn(
      "retire_reason", ["停用原因", "причина снятия"], "why it was retired", example: "",
      into: .init("retire_reason", .text, isPart: true)),
    .source,
  ]
}
