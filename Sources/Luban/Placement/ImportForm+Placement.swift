extension ImportForm {
  /// Places that enterprises offer, a line an offer.
  public static let placementOffers = ImportForm(
    "placement_offers", rows: "offers",
    flat: FlatImport(
      into: "placement_offer", key: ["code"], once: "offer:placement_offer_code_is_unique", subject: "p.code",
      script: "placement_offers"),
    columns: [
      ImportColumn(
        "offer", ["offer_code", "code", "编号", "代码", "код"], "code of the offer, unique in the workshop",
        example: "RAIL-2027", into: .init("code", .code)),
      ImportColumn(
        "partner", ["enterprise", "企业", "предприятие", "организация"], "code of the enterprise",
        example: "UZ-RAIL",
        into: .init("partner_id", .reference(to: "partner"), needed: "placement_offer_is_of_a_partner")),
      ImportColumn(
        "title", ["work", "岗位", "岗位名称", "место практики", "должность", "название"], "the work",
        example: "Freight yard", into: .init("title", .text, needed: "placement_offer_has_a_title")),
      ImportColumn(
        "places", ["人数", "名额", "мест", "число мест"], "places offered, 1 to 10000", example: "2",
        into: .init("places", .count, needed: "placement_offer_has_places")),
      ImportColumn(
        "from", ["begins_on", "开始", "начало", "с"], "first day", example: "2027-02-01",
        into: .init("begins_on", .day(), needed: "placement_offer_has_days")),
      ImportColumn(
        "to", ["ends_on", "结束", "окончание", "по"], "last day", example: "2027-04-30",
        into: .init("ends_on", .day(), needed: "placement_offer_has_days")),
      ImportColumn(
        "hours", ["学时", "小时", "часы"], "hours planned for each student", example: "320",
        into: .init("hours", .number, needed: "hours_are_a_number")),
      ImportColumn(
        "course", ["课程", "дисциплина", "курс"], "placement course it is for, if for one", example: "PLA-101",
        into: .init("course_id", .reference(to: "course"), or: "placement_offer_is_for_a_known_course")),
      ImportColumn(
        "supervisor", ["指导人", "руководитель"], "who looks after the students", example: "A. Yusupov",
        into: .init("supervisor", .text)),
    ])

  /// Students assigned to places, a line an assignment.
  public static let placements = ImportForm(
    "placements",
    columns: ImportColumn.student + [
      ImportColumn(
        "offer", ["offer_code", "岗位", "место практики"], "code of the offer, which is entered before",
        example: "RAIL-2027"),
      ImportColumn(
        "from", ["begins_on", "开始", "с"], "first day; empty for that of the offer", example: "2027-02-01",
        kind: .day),
      ImportColumn(
        "to", ["ends_on", "结束", "по"], "last day; empty for that of the offer", example: "2027-04-30",
        kind: .day),
      ImportColumn(
        "supervisor", ["指导人", "руководитель"], "who looks after the student, if not the one of the offer",
        example: "A. Yusupov"),
      ImportColumn(
        "ended_on", ["ended", "提前结束", "закончил", "завершено"],
        "last day where it ended before its time; its place is free again", example: "", kind: .day),
      ImportColumn("end_reason", ["reason", "原因", "причина"], "why it did", example: ""),
    ],
    needs: [.student, .column("offer")], analyzed: ["student", "offer"],
    checks: [
      ImportStep("matching", "who", "who_line", "placements/1_read"),
      ImportStep("planning", "placements/2_plan"),
    ],
    writes: [ImportStep("writing placements", "placements/3_write")])

  /// Hours worked on placements, a line a student and day.
  public static let placementHours = ImportForm(
    "placement_hours",
    columns: ImportColumn.student + [
      ImportColumn(
        "day", ["date", "日期", "дата", "день"], "day", option: "on", example: "2027-02-01", kind: .day),
      ImportColumn("hours", ["学时", "小时", "часы"], "hours worked", example: "8", kind: .number),
      ImportColumn("task", ["任务", "работа", "задание"], "what was done", example: "Weighing"),
    ],
    needs: [.student, .column("hours")], analyzed: ["student", "day"],
    checks: [
      ImportStep("matching", "who", "who_line", "placement_hours/1_read"),
      ImportStep("planning", "placement_hours/2_plan"),
    ],
    writes: [ImportStep("writing hours", "placement_hours/3_write")])

  /// How enterprise and school judged placements, a line a student and side.
  public static let placementEvaluations = ImportForm(
    "placement_evaluations",
    columns: ImportColumn.student + [
      ImportColumn(
        "offer", ["offer_code", "岗位", "место практики"],
        "code of the offer, where the student had several placements", example: "RAIL-2027"),
      ImportColumn(
        "from", ["begins_on", "开始", "с"], "first day of the placement, where one offer was taken twice",
        example: "", kind: .day),
      ImportColumn(
        "side", ["evaluated by side", "评价方", "сторона", "кто оценивает"],
        "enterprise or school", option: "side", example: "enterprise", words: "side"),
      ImportColumn(
        "mark", ["grade", "score", "成绩", "评分", "оценка", "балл"],
        "the mark in any word of its scale, with comma or dot", example: "5"),
      ImportColumn(
        "scale", ["grading scale", "评分制", "шкала"], "scale of the mark", option: "scale", example: "cis5",
        values: .scales),
      ImportColumn(
        "evaluated_on", ["date", "day", "评价日期", "日期", "дата", "день", "дата оценки"], "day", option: "on",
        example: "2027-04-30", kind: .day),
      ImportColumn(
        "evaluated_by", ["by", "evaluator", "评价人", "кто оценил"], "by whom", example: "A. Yusupov"),
      ImportColumn(
        "comment", ["评语", "комментарий", "отзыв"], "what was said", example: "reliable"),
    ],
    needs: [
      .student, .column("mark"),
      .column("side", or: "side"),
      .column("scale", or: "scale"),
    ],
    analyzed: ["student", "offer"],
    checks: [
      ImportStep("matching", "who", "who_line", "placement_evaluations/1_read"),
      ImportStep("planning", "placement_evaluations/2_plan"),
    ],
    writes: [ImportStep("writing evaluations", "placement_evaluations/3_write")])
}

extension ImportRequest {
  /// Who evaluates in the lines that do not say it.
  public var evaluationSide: EvaluationSide? {
    get { params["side"].flatMap { EvaluationSide(rawValue: $0) } }
    set { params["side"] = newValue?.rawValue }
  }

  /// Scale of the marks of the lines that name none.
  public var markScale: String? {
    get { params["scale"] }
    set { params["scale"] = newValue }
  }
}
