extension ImportForm {
  /// Agreements with their parties and scope, a line an agreement.
  public static let agreements = ImportForm(
    "agreements", rows: "agreements",
    flat: FlatImport(
      into: "agreement", as: "agreement_sheet", of: .shared, key: ["code"],
      once: "agreement:agreement_code_is_unique", subject: "p.code",
      made: [
        FlatMade(
          "renews_id", "(select o.id from agreement o where o.code = coalesce(r.renews, k.renews))")
      ], script: "agreements/1_refused", after: "agreements/2_parts"),
    columns: [
      ImportColumn(
        "agreement", ["agreement_code", "code", "编号", "代码", "код"], "code of the agreement",
        example: "LW-2026-07", into: .init("code", .code)),
      ImportColumn(
        "number", ["协议编号", "文号", "номер"], "number on the paper, as the parties write it",
        example: "津教外[2026]17号", into: .init("number", .text)),
      ImportColumn(
        "kind", ["type", "类别", "类型", "вид", "тип"],
        "memorandum, joint_training, credit_recognition or equipment", example: "joint_training",
        words: "agreement_kind",
        into: .init("kind", .word(type: "agreement_kind"), needed: "agreement_kind_is_a_word")),
      ImportColumn(
        "parties", ["签约方", "стороны"], "codes of the partners that signed it, with semicolons between them",
        example: "CN-TJTC; UZ-TLC", into: .init("parties", .codes, isPart: true)),
      ImportColumn(
        "covers", ["适用范围", "охватывает"],
        "what it covers: workshop:program, or a workshop with all its programs, with semicolons between them",
        example: "UZ-TAS:LOG", into: .init("covers", .codes, isPart: true)),
      ImportColumn(
        "signed_on", ["signed", "签署日期", "дата подписания"], "day of the signature", example: "2026-03-01",
        into: .init("signed_on", .day(isFact: true))),
      ImportColumn(
        "effective_on", ["effective", "生效日期", "действует с"], "first day in force", example: "2026-04-01",
        into: .init("effective_on", .day(), needed: "agreement_has_a_first_day")),
      ImportColumn(
        "expires_on", ["expires", "失效日期", "действует до"], "first day no longer in force; empty for no end",
        example: "2031-04-01", into: .init("expires_on", .day())),
      ImportColumn(
        "ended_on", ["ended", "提前终止日", "прекращено досрочно"], "day on which it was ended before its time",
        example: "", into: .init("ended_on", .day())),
      ImportColumn(
        "end_reason", ["终止原因", "причина прекращения"], "why it was ended", example: "",
        into: .init("end_reason", .text)),
      ImportColumn(
        "renews", ["续签协议", "продлевает"], "code of the agreement that it renews", example: "",
        into: .init("renews", .codes, isPart: true)),
      .note,
    ])
}
