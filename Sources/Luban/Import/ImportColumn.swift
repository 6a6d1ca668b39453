import Tabular

/// A column that a file may have: declared once, for template, header, messages, help.
public struct ImportColumn: Sendable, Hashable {
  /// Its name in the header.
  public let name: String
  /// Other headers it is known by, in English, Chinese and Russian.
  public let aliases: [String]
  /// What it holds, and how it is written.
  public let meaning: String
  /// A value that is right.
  public let example: String
  /// The kind of words it is written in, as the table `word` has them in all languages; none for a text.
  let words: String?

  init(_ name: String, _ aliases: [String], _ meaning: String, example: String, words: String? = nil) {
    self.name = name
    self.aliases = aliases
    self.meaning = meaning
    self.example = example
    self.words = words
  }
}

extension ImportColumn {
  /// All columns, in the order of the template.
  public static let all: [ImportColumn] = people + enrollments + answers

  /// What describes a person.
  public static let people: [ImportColumn] = [
    ImportColumn(
      "number", ["student number", "student id", "学号", "номер студента", "студ. номер"],
      "Luban's own number of a person known already, S-00012; empty for new ones", example: ""),
    ImportColumn(
      "full_name", ["name", "姓名", "фио", "ф.и.о.", "полное имя"],
      "the whole name as the person writes it; or its parts below", example: "Каримова Дилноза Рустамовна"),
    ImportColumn(
      "family_name", ["surname", "last name", "姓", "фамилия"], "family name; empty for a mononym",
      example: "Каримова"),
    ImportColumn("given_name", ["first name", "名", "имя"], "given name", example: "Дилноза"),
    ImportColumn(
      "patronymic", ["father's name", "父名", "отчество"], "patronymic, where there is one",
      example: "Рустамовна"),
    ImportColumn(
      "latin_name", ["passport name", "name in latin", "护照姓名", "拉丁姓名", "имя латиницей", "фио латиницей"],
      "the name as printed in the passport; copied, never derived", example: "KARIMOVA DILNOZA"),
    ImportColumn("chinese_name", ["中文名", "中文姓名", "китайское имя"], "Chinese name, if any", example: "李娜"),
    ImportColumn(
      "birth_date", ["date of birth", "dob", "出生日期", "дата рождения"],
      "YYYY-MM-DD, or the format named by --dates", example: "2006-03-14"),
    ImportColumn("gender", ["sex", "性别", "пол"], "f, m or o; ж or м; 女 or 男", example: "f", words: "gender"),
    ImportColumn(
      "nationality", ["citizenship", "country", "国籍", "гражданство"],
      "country: two or three letters, or its name in English, Chinese or Russian", example: "UZ",
      words: "country"),
    ImportColumn(
      "document_kind", ["document type", "证件类型", "вид документа", "тип документа"],
      "passport (unless said otherwise), national_id, birth_certificate, residence_permit, student_card",
      example: "passport", words: "document"),
    ImportColumn(
      "document_country", ["issuing country", "签发国", "страна выдачи"],
      "country that issued it; the nationality unless given", example: "UZ", words: "country"),
    ImportColumn(
      "document_number",
      [
        "passport", "passport number", "document", "护照号码", "护照号", "证件号码", "паспорт", "номер паспорта",
        "номер документа",
      ],
      "number of the document, letters and digits", example: "AB1234567"),
    ImportColumn(
      "email", ["e-mail", "mail", "邮箱", "电子邮件", "почта", "эл. почта", "электронная почта"], "e-mail address",
      example: "dilnoza@example.org"),
    ImportColumn(
      "phone", ["telephone", "mobile", "电话", "手机", "телефон"], "telephone number",
      example: "+998 90 123-45-67"),
    ImportColumn(
      "schooling", ["education", "education level", "学历", "образование"], "ISCED 2011 level, 0 to 8",
      example: "3"),
    ImportColumn(
      "language_level", ["level", "hsk", "语言水平", "уровень языка"], "level shown at entry, framework:level",
      example: "hsk2010:2", words: "language_level"),
    ImportColumn(
      "consent_date", ["consent", "同意日期", "дата согласия"], "day of the consent to keep these data",
      example: "2026-06-01"),
    ImportColumn(
      "workshop", ["鲁班工坊", "мастерская"], "code of the workshop; else --workshop, or the cohort's",
      example: "UZ-TAS"),
  ]

  /// What describes an enrollment.
  public static let enrollments: [ImportColumn] = [
    ImportColumn(
      "cohort", ["group", "班级", "группа", "набор"], "code of the cohort; else --cohort",
      example: "UZ-TAS-LOG-2026A"),
    ImportColumn(
      "applied_on", ["application date", "申请日期", "дата заявления"],
      "day of the application; else --on, or today",
      example: "2026-06-15"),
    ImportColumn(
      "enrolled_on", ["enrollment date", "enrolled since", "入学日期", "入班日期", "дата зачисления", "зачислен с"],
      "day since which the seat is held; that of the application unless given", example: "2026-06-20"),
    ImportColumn(
      "state", ["status", "状态", "статус"],
      "applied, admitted, waitlisted or enrolled (unless said otherwise)",
      example: "enrolled", words: "state"),
  ]

  /// What answers a doubt about who is meant: it stands ready in the file of refused lines.
  static let answers: [ImportColumn] = [
    ImportColumn(
      "same_as", ["same as", "same person", "同一人", "тот же", "тот же человек", "это"],
      "the answer where a line was in doubt: number of the same person, or new for another", example: "",
      words: "answer")
  ]

  /// The workshop of a line, in files that are not about students: read by `sql/import/workshop_line.sql`.
  public static let workshop = ImportColumn(
    "workshop", ["鲁班工坊", "мастерская"], "code of the workshop; else --workshop", example: "UZ-TAS")

  var declared: DeclaredColumn { DeclaredColumn(name, aliases: aliases) }
}
