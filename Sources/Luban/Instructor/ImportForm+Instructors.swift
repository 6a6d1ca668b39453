extension ImportForm {
  /// Instructors, a line an instructor of a workshop.
  public static let instructors = ImportForm(
    "instructors",
    columns: [
      .workshop,
      ImportColumn(
        "instructor", ["staff number", "工号", "табельный номер"], "partner and staff number",
        example: "UZ-TSTU/118"),
      ImportColumn(
        "full_name", ["name", "姓名", "фио", "ф.и.о.", "полное имя"], "name as they write it; or its parts",
        example: "Рахимов Алишер"),
      ImportColumn(
        "latin_name", ["passport name", "латиницей"], "name in the passport", example: "RAKHIMOV ALISHER"),
      ImportColumn("chinese_name", ["中文名", "китайское имя"], "Chinese name", example: "拉希莫夫"),
      ImportColumn("email", ["e-mail", "邮箱", "почта"], "e-mail address", example: "a.rakhimov@example.org"),
      ImportColumn(
        "phone", ["telephone", "电话", "телефон"], "telephone number", example: "+998 90 123 45 67"),
      ImportColumn(
        "since", ["from", "入职日期", "работает с"], "first day at the workshop", option: "on",
        example: "2022-09-01", kind: .day),
      ImportColumn(
        "until", ["to", "离职日期", "работает по"], "first day no longer at it", example: "", kind: .day),
      ImportColumn(
        "certified_for", ["courses", "课程", "предметы"], "courses they may teach, separated by semicolons",
        example: "LOG-105;LOG-110"),
    ],
    needs: [.workshop, .column("instructor")], analyzed: ["workshop", "instructor"],
    checks: [ImportStep("planning", "instructors/1_plan")],
    writes: [ImportStep("writing instructors", "instructors/2_write")])

  /// What instructors may teach, a line an instructor and course.
  public static let certifications = ImportForm(
    "certifications",
    columns: ImportColumn.instructor + [
      ImportColumn(
        "course", ["subject", "课程", "предмет", "дисциплина", "курс"], "code of the course", example: "LOG-210"
      ),
      ImportColumn(
        "since", ["from", "生效日期", "с", "действует с"],
        "first day on which they may teach it; where empty, of the one that ends or holds then", option: "on",
        example: "2022-09-01", kind: .day),
      ImportColumn(
        "until", ["失效日期", "действует до"], "first day on which they may no longer", example: "", kind: .day),
      ImportColumn(
        "certificate", ["order", "证书", "приказ", "удостоверение"], "certificate or decision it rests on",
        example: "order 14-k"),
    ],
    needs: [.workshop, .column("instructor"), .column("course")],
    analyzed: ["workshop", "instructor", "course"],
    checks: [
      ImportStep("matching", "workshop_line", "instructor_line", "certifications/1_read"),
      ImportStep("planning", "certifications/2_plan"),
    ],
    writes: [ImportStep("writing certifications", "certifications/3_write")])

  /// Teacher training, a line an instructor and training.
  public static let trainings = ImportForm(
    "trainings", rows: "trainings",
    flat: FlatImport(
      into: "instructor_training", of: .instructor, key: ["title", "begins_on"],
      once: "title:training_is_once",
      subject: "concat_ws(' ', p.instructor, p.title, p.begins_on)", keepsBatch: true),
    columns: [
      ImportColumn(
        "title", ["training", "培训名称", "培训", "название", "курс", "программа"], "what it was",
        example: "Teaching by EPIP", into: .init("title", .text, needed: "training_has_a_title")),
      ImportColumn(
        "from", ["begins_on", "开始日期", "开始", "начало", "с"], "first day", example: "2022-07-04",
        into: .init("begins_on", .day(isFact: true), needed: "training_has_a_first_day")),
      ImportColumn(
        "to", ["ends_on", "结束日期", "结束", "окончание", "по"], "last day; the first one where empty",
        example: "2022-07-15",
        into: .init("ends_on", .day(isFact: true), value: "coalesce(r.ends_on, k.ends_on, r.begins_on)")),
      ImportColumn(
        "hours", ["学时", "часы", "часов"], "hours of training", example: "80",
        into: .init("hours", .number, needed: "hours_are_a_number")),
      ImportColumn(
        "given_by", ["by", "partner", "培训单位", "организация"], "code of the partner that gave it",
        example: "CN-TJMC",
        into: .init("partner_id", .reference(to: "partner"), or: "training_is_given_by_a_partner")),
      ImportColumn(
        "place", ["地点", "место"], "where it was held", example: "Tianjin", into: .init("place", .text)),
      ImportColumn(
        "completed", ["是否结业", "结业", "завершено", "завершил"], "yes or no; of a new one yes where empty",
        example: "yes", words: "yes",
        into: .init(
          "is_completed", .word(type: "bool"), or: "answer_is_yes_or_no",
          value: "coalesce(r.is_completed, k.is_completed, true)")),
    ])
}

extension ImportColumn {
  /// How a file names instructors who are known: read by `sql/import/instructor_line.sql`.
  static let instructor: [ImportColumn] = [
    .workshop,
    ImportColumn(
      "instructor", ["teacher", "staff number", "教师", "工号", "преподаватель", "табельный номер"],
      "partner and staff number", example: "UZ-TSTU/117"),
  ]
}
