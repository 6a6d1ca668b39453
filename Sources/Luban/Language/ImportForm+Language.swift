extension ImportForm {
  /// Results of language tests, a line a test: what a test center sends, often with names only.
  public static let language = ImportForm(
    "language",
    columns: ImportColumn.student + ImportColumn.language,
    needs: [
      .naming("student", by: ImportNeed.student.columns + ["latin_name"]),
      .column("level", or: "level"),
      .column("taken_on", or: "on"),
    ],
    analyzed: ["full_name", "document_number"],
    checks: [
      ImportStep("matching", "language/1_names", "who", "who_line"),
      ImportStep("planning", "language/2_read", "language/3_plan"),
    ],
    writes: [ImportStep("writing tests", "language/4_write")])
}

extension ImportColumn {
  /// What a list says of a language test.
  static let language: [ImportColumn] = [
    ImportColumn(
      "latin_name",
      [
        "passport name", "english name", "name in latin", "护照姓名", "拉丁姓名", "英文姓名", "外文姓名", "имя латиницей",
        "фио латиницей",
      ], "the name as in the passport, beside or instead of the other", example: "KARIMOVA DILNOZA"),
    ImportColumn(
      "level", ["exam", "test", "hsk", "级别", "等级", "考试级别", "考试科目", "уровень", "экзамен"],
      "framework:level; the level alone where the framework is named for the file", option: "level",
      example: "hsk2010:4",
      values: .languageLevels),
    ImportColumn(
      "taken_on",
      ["date", "day", "test date", "exam date", "考试日期", "考试时间", "日期", "дата", "день", "дата экзамена"],
      "day of the test", option: "on", example: "2027-06-20", kind: .day),
    ImportColumn("listening", ["听力", "аудирование"], "points in listening", example: "80", kind: .number),
    ImportColumn("reading", ["阅读", "чтение"], "points in reading", example: "70", kind: .number),
    ImportColumn("writing", ["书写", "写作", "письмо"], "points in writing", example: "64", kind: .number),
    ImportColumn("speaking", ["口语", "говорение"], "points in speaking", example: "", kind: .number),
    ImportColumn("translation", ["翻译", "перевод"], "points in translation", example: "", kind: .number),
    ImportColumn(
      "score", ["total", "total score", "points", "总分", "成绩", "分数", "баллы", "всего", "итого", "общий балл"],
      "points in all; added up where all parts are given", example: "214", kind: .number),
    ImportColumn(
      "result", ["passed", "结果", "是否通过", "是否合格", "результат"],
      "pass or fail as the certificate says; needed where no pass rule is published", example: "pass",
      words: "pass"),
    ImportColumn(
      "certificate_number",
      ["certificate", "certificate no", "证书编号", "证书号", "成绩单编号", "номер сертификата", "сертификат"],
      "number of the certificate", example: "H22706"),
    ImportColumn(
      "admission_number",
      ["admission ticket", "registration number", "准考证号", "номер билета", "регистрационный номер"],
      "number of the admission ticket, kept where there is none of a certificate", example: ""),
    ImportColumn(
      "center", ["test center", "test centre", "考点", "考点名称", "центр", "центр тестирования"],
      "test center", option: "center", example: "Confucius Institute, Tashkent"),
    ImportColumn(
      "purpose", ["考试类型", "вид экзамена"], "external (unless said otherwise), internal or placement_test",
      example: "external", words: "purpose"),
    ImportColumn(
      "valid_until", ["expires", "有效期", "有效期至", "действителен до"], "last day on which it is accepted",
      example: "2029-06-20", kind: .day),
  ]
}
