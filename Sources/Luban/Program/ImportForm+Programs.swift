extension ImportForm {
  /// Editions of programs, with their stages and certificates, a line an edition.
  public static let programs = ImportForm(
    "programs", rows: "editions",
    flat: FlatImport(
      into: "program_edition", as: "program_sheet", of: .shared, key: ["program", "edition"],
      once: "edition:program_edition_is_once", subject: "concat_ws(' ', p.program, p.edition)",
      made: [
        .titles, FlatMade("program_id", "(select o.id from program o where o.code = r.program)"),
        FlatMade("entry_framework", "split_part(coalesce(r.entry, k.entry), ':', 1)"),
        FlatMade("entry_level", "split_part(coalesce(r.entry, k.entry), ':', 2)"),
        FlatMade(
          "requires_program_id",
          "(select o.id from program o where o.code = coalesce(r.requires, k.requires))"),
      ], script: "programs/1_refused", before: "programs/2_programs", after: "programs/3_parts"),
    columns: [
      ImportColumn(
        "program", ["program_code", "code", "专业代码", "编号", "код"], "code of the program", example: "LOG",
        into: .init("program", .code, isPart: true)),
      ImportColumn(
        "edition", ["版本", "редакция"], "label of the edition", example: "2026",
        into: .init("edition", .code)),
    ] + ImportColumn.titles + [
      ImportColumn(
        "mode", ["办学形式", "形式", "форма"], "degree_education, short_term_training or teacher_training",
        example: "degree_education", words: "program_mode",
        into: .init("mode", .word(type: "program_mode"), needed: "program_mode_is_a_word")),
      ImportColumn(
        "field", ["isced_field", "专业领域", "область", "область образования"], "field of study, ISCED-F 2013",
        example: "1041",
        into: .init("isced_field", .listed(in: "isced_field", by: "code"), needed: "program_field_is_isced")),
      ImportColumn(
        "level", ["isced_level", "学历层次", "уровень", "уровень образования"], "level, ISCED 2011: 0 to 8",
        example: "5",
        into: .init(
          "isced_level", .listed(in: "isced_level", by: "level"), needed: "program_level_is_isced")),
      ImportColumn(
        "months", ["学制（月）", "месяцев"], "length in months", example: "36",
        into: .init("months", .smallCount, needed: "program_lasts_a_month_or_more")),
      ImportColumn(
        "minimum_age", ["最低年龄", "минимальный возраст"], "least age in years at the application",
        example: "16", into: .init("minimum_age", .smallCount, or: "program_minimum_age_is_plausible")),
      ImportColumn(
        "minimum_schooling", ["最低学历", "минимальное образование"], "least schooling at entry, ISCED 2011",
        example: "3",
        into: .init(
          "minimum_schooling", .listed(in: "isced_level", by: "level"), or: "program_schooling_is_isced")),
      ImportColumn(
        "entry_level", ["入学语言水平", "уровень языка при поступлении"], "language level required at entry",
        example: "hsk2010:1", words: "language_level",
        into: .init("entry", .word(type: "text"), or: "program_entry_level_is_of_its_framework", isPart: true)
      ),
      ImportColumn(
        "requires", ["先修专业", "требуемая программа"],
        "code of the program that must have been completed before",
        example: "", into: .init("requires", .codes, isPart: true)),
      ImportColumn(
        "industry", ["行业", "отрасль"], "industry that the program serves", example: "logistics",
        into: .init("industry", .text, isPart: true)),
      ImportColumn(
        "stages", ["阶段", "этапы"],
        "stages in their order: place=months@partner, with semicolons between them",
        example: "workshop=6; Tianjin=24@CN-TJTC; internship=6", into: .init("stages", .text, isPart: true)),
      ImportColumn(
        "host_certificate", ["外方证书", "свидетельство принимающей стороны"],
        "title of the certificate of the host side", example: "Diploma",
        into: .init("host_certificate", .text, isPart: true)),
      ImportColumn(
        "host_body", ["外方颁证机构", "выдающая организация принимающей стороны"],
        "code of the partner that awards it", example: "UZ-TLC",
        into: .init("host_body", .codes, isPart: true)),
      ImportColumn(
        "chinese_certificate", ["中方证书", "свидетельство китайской стороны"],
        "title of the certificate of the Chinese side", example: "结业证书",
        into: .init("chinese_certificate", .text, isPart: true)),
      ImportColumn(
        "chinese_body", ["中方颁证机构", "выдающая организация китайской стороны"],
        "code of the partner that awards it", example: "CN-TJTC",
        into: .init("chinese_body", .codes, isPart: true)),
    ])

  /// Curricula, a line a course in an edition.
  public static let curricula = ImportForm(
    "curricula", rows: "courses of curricula",
    flat: FlatImport(
      into: "curriculum_item", as: "curriculum_sheet", of: .edition, key: ["course_id"],
      once: "course:curriculum_has_a_course_once", subject: "edition_name(p.edition_id)",
      script: "curricula/1_refused", before: "curricula/2_groups"),
    columns: [
      ImportColumn(
        "course", ["course_code", "课程", "课程代码", "дисциплина"],
        "code of the course or module, which is entered before",
        example: "LOG-210",
        into: .init("course_id", .reference(to: "course"), needed: "curriculum_course_is_known")),
      ImportColumn(
        "term", ["semester", "学期", "семестр"], "term in which it is taught, from 1", example: "1",
        into: .init("term", .smallCount, needed: "curriculum_term_is_counted_from_one")),
      ImportColumn(
        "elective_group", ["elective", "选修组", "группа по выбору"],
        "group of electives that it can be chosen from; empty where it is required", example: "",
        into: .init("elective_group", .codes)),
      ImportColumn(
        "group_credits", ["minimum_credits", "选修学分", "зачётные единицы группы"],
        "credits that must come from the group; once is enough", example: "",
        into: .init(
          "group_credits", .number, or: "elective_group_asks_for_credits", value: "r.group_credits",
          isPart: true)),
      ImportColumn(
        "weight", ["权重", "вес"], "weight in the average of marks; 1 where empty", example: "1",
        into: .init(
          "weight", .number, or: "curriculum_weight_is_plausible",
          value: "coalesce(r.weight, k.weight, case when r.weight_text is null then 1 end)")),
      ImportColumn(
        "scale", ["评分制", "шкала"], "scale of its marks; that of the rule of completion where empty",
        example: "percent",
        into: .init("scale", .listed(in: "grading_scale", by: "code"), or: "curriculum_scale_is_known")),
    ])
}
