import Tabular

/// A column that a file may have: declared once, for template, header, messages, help.
public struct ImportColumn: Sendable, Hashable {
  /// Its name in the header.
  public let name: String
  /// Other headers it is known by, in English, Chinese and Russian.
  public let aliases: [String]
  /// What it holds, and how it is written.
  public let meaning: String
  /// What says it for all lines that leave it empty, by name; none where nothing does.
  public let option: String?
  /// A value that is right.
  public let example: String
  /// The kind of words it is written in, as the table `word` has them in all languages; none for a text.
  let words: String?
  /// How its values are meant in a workbook.
  let kind: Column.Kind
  /// The values that it may have, where these are few and known without a database.
  let values: ColumnValues?
  /// What it is written into, in a flat file.
  let target: ImportTarget?
  /// Whether an empty cell means all there is, so that a word for nothing is none.
  let isAllWhereEmpty: Bool

  init(
    _ name: String, _ aliases: [String], _ meaning: String, option: String? = nil, example: String,
    words: String? = nil, kind: Column.Kind? = nil, values: ColumnValues? = nil,
    isAllWhereEmpty: Bool = false, into target: ImportTarget? = nil
  ) {
    self.name = name
    self.aliases = aliases
    self.meaning = meaning
    self.option = option
    self.example = example
    self.words = words
    self.kind = kind ?? target?.valueKind ?? .text
    self.values = values ?? words.map(ColumnValues.words)
    self.target = target
    self.isAllWhereEmpty = isAllWhereEmpty
  }
}

extension ImportColumn {
  /// All columns, in the order of the template.
  public static let all: [ImportColumn] = people + enrollments + answers

  /// What describes a person.
  public static let people: [ImportColumn] = [
    ImportColumn(
      "number", ["student number", "student id", "学号", "номер студента", "студ. номер", "学员编号"],
      "Luban's own number of a person known already, S-00012; empty for new ones", example: ""),
    ImportColumn(
      "full_name",
      [
        "name", "姓名", "фио", "ф.и.о.", "полное имя", "学生姓名", "学员姓名", "фио студента", "фио слушателя",
        "ф.и.о. студента", "фамилия имя отчество", "фамилия, имя, отчество", "студент", "слушатель",
        "student name", "f.i.sh.", "f.i.o.", "ism familiya", "ф.и.ш.", "исм фамилия", "аты-жөні",
        "тегі, аты, әкесінің аты", "ному насаб", "насаб ва ном", "nom et prénom", "nom complet",
        "nom et prénoms", "الاسم", "الاسم الكامل", "اسم الطالب", "ชื่อ-นามสกุล", "ชื่อและนามสกุล",
      ],
      "the whole name as the person writes it; or its parts below", example: "Каримова Дилноза Рустамовна"),
    ImportColumn(
      "family_name",
      [
        "surname", "last name", "姓", "фамилия", "family name", "familiya", "тегі", "насаб", "nom de famille",
        "nom", "اسم العائلة", "اللقب", "นามสกุล",
      ], "family name; empty for a mononym",
      example: "Каримова"),
    ImportColumn(
      "given_name",
      [
        "first name", "名", "имя", "given name", "forename", "ism", "исм", "аты", "ном", "prénom", "prénoms",
        "الاسم الأول", "ชื่อ",
      ], "given name", example: "Дилноза"),
    ImportColumn(
      "patronymic",
      [
        "father's name", "父名", "отчество", "父称", "middle name", "otasining ismi", "отасининг исми",
        "әкесінің аты", "номи падар", "اسم الأب",
      ], "patronymic, where there is one",
      example: "Рустамовна"),
    ImportColumn(
      "latin_name",
      [
        "passport name", "name in latin", "护照姓名", "拉丁姓名", "имя латиницей", "фио латиницей", "фио (латиницей)",
        "фио на латинице", "фио как в паспорте", "护照英文名", "拼音姓名", "英文姓名", "name as in passport",
        "nom (passeport)", "ism (pasport bo‘yicha)",
      ],
      "the name as printed in the passport; copied, never derived", example: "KARIMOVA DILNOZA"),
    ImportColumn("chinese_name", ["中文名", "中文姓名", "китайское имя"], "Chinese name, if any", example: "李娜"),
    ImportColumn(
      "birth_date",
      [
        "date of birth", "dob", "出生日期", "дата рождения", "生日", "出生年月", "出生年月日", "дата рожд.", "д.р.",
        "год рождения", "birthday", "birthdate", "tug‘ilgan sana", "tug‘ilgan sanasi", "туғилган сана",
        "туған күні", "санаи таваллуд", "date de naissance", "né(e) le", "تاريخ الميلاد", "วันเกิด",
        "วันเดือนปีเกิด",
      ],
      "a day, as in 2006-03-14 or 14.03.2006", example: "2006-03-14", kind: .day),
    ImportColumn(
      "gender",
      [
        "sex", "性别", "пол", "пол (м/ж)", "jinsi", "жинси", "жынысы", "ҷинс", "sexe", "genre", "الجنس",
        "النوع", "เพศ",
      ], "f, m or o; ж or м; 女 or 男", example: "f", words: "gender"),
    ImportColumn(
      "nationality",
      [
        "citizenship", "country", "国籍", "гражданство", "国别", "国家", "страна", "страна гражданства",
        "country of citizenship", "fuqaroligi", "фуқаролиги", "mamlakat", "азаматтығы", "шаҳрвандӣ", "кишвар",
        "nationalité", "pays", "الجنسية", "البلد", "สัญชาติ", "ประเทศ",
      ],
      "country: two or three letters, or its name in English, Chinese or Russian", example: "UZ",
      words: "country"),
    ImportColumn(
      "document_kind",
      [
        "document type", "证件类型", "вид документа", "тип документа", "证件种类", "hujjat turi", "құжат түрі",
        "type de document", "pièce d'identité (type)", "نوع الوثيقة",
      ],
      "passport (unless said otherwise, or the header is of another, as 身份证号), national_id, "
        + "birth_certificate, residence_permit, student_card",
      example: "passport", words: "document"),
    ImportColumn(
      "document_country",
      ["issuing country", "签发国", "страна выдачи", "кем выдан (страна)", "pays de délivrance"],
      "country that issued it; the nationality unless given", example: "UZ", words: "country"),
    ImportColumn(
      "document_number",
      [
        "passport", "passport number", "document", "护照号码", "护照号", "证件号码", "паспорт", "номер паспорта",
        "номер документа",
      ] + nationalIdentity + [
        "证件号", "护照编号", "№ паспорта", "паспорт №",
        "серия и номер паспорта", "серия и номер", "номер паспорта/удостоверения", "passport no",
        "passport no.", "passport №", "id number", "document no", "pasport", "pasport raqami",
        "паспорт рақами", "паспорт серияси ва рақами", "құжат нөмірі", "рақами шиноснома",
        "numéro de passeport", "n° passeport", "n° du passeport", "رقم الجواز", "رقم جواز السفر",
        "เลขที่หนังสือเดินทาง", "เลขหนังสือเดินทาง",
      ],
      "number of the document, letters and digits", example: "AB1234567"),
    ImportColumn(
      "email",
      [
        "e-mail", "mail", "邮箱", "电子邮件", "почта", "эл. почта", "электронная почта", "email address",
        "e-mail address", "电邮", "адрес эл. почты", "эл.почта", "e-mail адрес", "elektron pochta",
        "электронды пошта", "почтаи электронӣ", "courriel", "adresse e-mail", "adresse électronique",
        "البريد الإلكتروني", "อีเมล",
      ], "e-mail address",
      example: "dilnoza@example.org"),
    ImportColumn(
      "phone",
      [
        "telephone", "mobile", "电话", "手机", "телефон", "联系电话", "手机号", "手机号码", "тел.", "контактный телефон",
        "номер телефона", "мобильный телефон", "моб. телефон", "phone number", "tel", "tel.", "telefon",
        "telefon raqami", "телефон рақами", "телефоны", "телефон нөмірі", "рақами телефон", "téléphone",
        "n° de téléphone", "الهاتف", "رقم الهاتف", "โทรศัพท์", "เบอร์โทรศัพท์",
      ], "telephone number",
      example: "+998 90 123-45-67"),
    ImportColumn(
      "schooling",
      [
        "education", "education level", "学历", "образование", "受教育程度", "文化程度", "уровень образования",
        "ma’lumoti", "білімі", "маълумот", "niveau d'études",
      ], "ISCED 2011 level, 0 to 8, or its word",
      example: "3", words: "schooling"),
    ImportColumn(
      "language_level",
      ["level", "hsk", "语言水平", "уровень языка", "hsk等级", "汉语水平", "уровень hsk", "hsk level"],
      "level shown at entry, framework:level",
      example: "hsk2010:2", words: "language_level"),
    ImportColumn(
      "consent_date", ["consent", "同意日期", "дата согласия", "дата согласия на обработку персональных данных"],
      "day of the consent to keep these data",
      example: "2026-06-01", kind: .day),
    ImportColumn(
      "workshop", ["鲁班工坊", "мастерская"], "code of the workshop, if not that of the cohort",
      option: "workshop",
      example: "UZ-TAS"),
  ]

  /// Headers above numbers of national identities, where no column says of what kind documents are.
  static let nationalIdentity = [
    "身份证号", "身份证号码", "national id", "иин", "пинфл", "jshshir", "жшшир", "жсн", "رقم البطاقة",
    "الرقم القومي", "เลขประจำตัวประชาชน", "เลขบัตรประชาชน",
  ]

  /// What describes an enrollment.
  public static let enrollments: [ImportColumn] = [
    ImportColumn(
      "cohort", ["group", "班级", "группа", "набор"], "code of the cohort", option: "cohort",
      example: "UZ-TAS-LOG-2026A"),
    ImportColumn(
      "applied_on", ["application date", "申请日期", "дата заявления"],
      "day of the application; today unless given", option: "on",
      example: "2026-06-15", kind: .day),
    ImportColumn(
      "enrolled_on", ["enrollment date", "enrolled since", "入学日期", "入班日期", "дата зачисления", "зачислен с"],
      "day since which the seat is held; that of the application unless given", example: "2026-06-20",
      kind: .day),
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

  /// The parts of a name, which a file may have instead of the whole one.
  static let nameParts = people.filter { namesOfParts.contains($0.name) }
  static let namesOfParts = ["family_name", "given_name", "patronymic"]

  /// Columns with the parts of the name behind the whole one: who writes lists has the one or the other.
  static func withNameParts(_ columns: [ImportColumn]) -> [ImportColumn] {
    if columns.contains(where: { $0.name == namesOfParts[0] }) { return columns }
    return columns.flatMap { $0.name == "full_name" ? [$0] + nameParts : [$0] }
  }

  /// The workshop of a line, in files that are not about students: read by `sql/import/workshop_line.sql`.
  public static let workshop = ImportColumn(
    "workshop", ["鲁班工坊", "мастерская"], "code of the workshop", option: "workshop", example: "UZ-TAS")
}
