extension ImportForm {
  /// Results of courses, a line an attempt: plain files, and mark sheets that come back.
  public static let results = ImportForm(
    "results",
    columns: ImportColumn.student + [
      ImportColumn(
        "course", ["subject", "discipline", "课程", "предмет", "дисциплина"],
        "code of the course", option: "course",
        example: "LOG-210"),
      ImportColumn(
        "mark", ["grade", "score", "result", "成绩", "分数", "оценка", "балл"],
        "the mark in any word of its scale, with comma or dot", example: "5"),
      ImportColumn(
        "graded_on", ["date", "day", "exam date", "日期", "考试日期", "дата", "день", "дата экзамена"],
        "day of the exam", option: "on", example: "2026-12-20", kind: .day),
      ImportColumn(
        "graded_by", ["examiner", "instructor", "考官", "преподаватель", "экзаменатор"],
        "partner and staff number of who graded", example: "UZ-TSTU/117"),
      ImportColumn(
        "scale", ["grading scale", "评分制", "шкала"],
        "scale of a recognized or transferred mark, where it is not that of the course", option: "scale",
        example: "", values: .scales),
      ImportColumn(
        "evidence", ["依据", "основание"],
        "what a recognition of prior learning rests on, which makes one of the line", option: "evidence",
        example: ""),
      ImportColumn(
        "from_partner", ["from", "转出院校", "откуда"],
        "partner that credit is transferred from, which makes a transfer of the line", option: "from",
        example: ""),
      ImportColumn(
        "agreement", ["协议", "соглашение"],
        "code of the agreement it is transferred under", option: "agreement", example: ""),
      ImportColumn(
        "latin_name", ["护照姓名", "拉丁姓名", "имя латиницей"],
        "name as in the passport, for who fills in a mark sheet; not read", example: ""),
      ImportColumn("sheet", ["成绩单", "ведомость"], "code of a mark sheet that comes back", example: ""),
    ],
    needs: [
      .student,
      ImportNeed(
        anyOf: ["mark", "evidence"],
        complaint: "There is no column mark.", actions: [Action("import.template"), .map("mark")],
        unless: { $0.params["evidence"] != nil }),
      ImportNeed(
        anyOf: ["course", "sheet"],
        complaint: "There is no column course, and none was named.",
        actions: [Action("give", "course"), .map("course")],
        unless: { $0.params["course"] != nil }),
    ],
    analyzed: ["student", "cohort", "course", "sheet"],
    checks: [
      ImportStep("matching", "who", "who_line", "results/1_read"),
      ImportStep("planning", "results/2_known", "results/3_plan"),
    ],
    writes: [ImportStep("writing results", "results/4_write")])
}

extension ImportRequest {
  /// Day of the exam where a line names none; `nil` where each line must.
  public var gradedOn: Day? {
    get { params["on"].flatMap { Day($0) } }
    set { params["on"] = newValue?.iso }
  }

  /// Course of the lines that name none.
  public var gradedCourse: CourseCode? {
    get { params["course"].map { CourseCode($0) } }
    set { params["course"] = newValue?.rawValue }
  }

  /// What is said of the lines that do not say themselves where it was learned.
  public var learnedElsewhere: LearnedElsewhere {
    get {
      LearnedElsewhere(
        evidence: params["evidence"], from: params["from"].map { PartnerCode($0) },
        agreement: params["agreement"].map { AgreementCode($0) }, scale: params["scale"])
    }
    set {
      params["evidence"] = newValue.evidence
      params["from"] = newValue.from?.rawValue
      params["agreement"] = newValue.agreement?.rawValue
      params["scale"] = newValue.scale
    }
  }
}
