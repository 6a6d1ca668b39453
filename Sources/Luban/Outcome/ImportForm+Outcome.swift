extension ImportForm {
  /// Outcomes of graduates, a line an answer.
  public static let outcomes = ImportForm(
    "outcomes",
    columns: ImportColumn.student + ImportColumn.outcome,
    needs: [
      .student, .column("status"),
      .column("months", or: "months"),
      .column("answered_on", or: "on"),
    ],
    analyzed: ["student", "full_name", "document_number"],
    checks: [
      ImportStep("matching", "who", "who_line", "outcome/1_read"), ImportStep("planning", "outcome/2_plan"),
    ],
    writes: [ImportStep("writing outcomes", "outcome/3_write")])
}

extension ImportColumn {
  /// What a file says of an outcome.
  static let outcome: [ImportColumn] = [
    ImportColumn(
      "months", ["月数", "месяцев"], "6, 12 or 36", option: "months", example: "12", kind: .number,
      values: .these(["6", "12", "36"])),
    ImportColumn(
      "status", ["outcome", "去向", "就业状态", "статус", "занятость"],
      "employed, self_employed, further_study, seeking, other or unknown", example: "employed",
      words: "outcome"),
    ImportColumn(
      "answered_on", ["date", "day", "填写日期", "日期", "дата", "день", "дата ответа"], "day of the answer",
      option: "on",
      example: "2029-06-20",
      kind: .day),
    ImportColumn(
      "in_field", ["专业对口", "по специальности"], "yes or no; empty where not known", example: "yes",
      words: "yes"),
    ImportColumn(
      "employer", ["company", "单位", "工作单位", "работодатель"], "employer", example: "Example Railways"),
    ImportColumn(
      "chinese_funded", ["中资企业", "китайская компания"], "yes or no; empty where not known", example: "no",
      words: "yes"),
    ImportColumn("occupation", ["isco", "职业", "профессия"], "code of ISCO-08", example: "4323"),
    ImportColumn(
      "job_from", ["入职日期", "дата трудоустройства"], "first day of the first job", example: "2028-09-01",
      kind: .day),
    ImportColumn(
      "satisfaction", ["满意度", "удовлетворенность"], "1 to 5, 5 very satisfied", example: "4", kind: .number,
      values: .these(["1", "2", "3", "4", "5"])),
  ]
}
