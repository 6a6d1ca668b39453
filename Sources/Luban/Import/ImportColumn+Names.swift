/// What things are called, by language: columns of three languages, and one of all others.
extension ImportColumn {
  /// The names of a partner.
  static let names: [ImportColumn] =
    [
      ImportColumn(
        "name", ["name_en", "名称", "英文名称", "название", "название на английском"],
        "name in English, if it has one", example: "Tashkent Logistics College",
        into: .init("name", .title, or: "partner_name_is_not_blank", isPart: true))
    ] + otherNames(or: "partner_name_is_not_blank")

  /// Names in other languages than English.
  ///
  /// - Parameters:
  ///   - rule: the one that a name breaks which has no letters.
  ///   - examples: a name in Chinese, one in Russian, and one behind its tag.
  static func otherNames(
    or rule: String,
    as examples: (zh: String, ru: String, other: String) = (
      "塔什干物流学院", "Ташкентский колледж логистики", "uz=Toshkent logistika kolleji"
    )
  ) -> [ImportColumn] {
    [
      ImportColumn(
        "name_zh", ["中文名称"], "name in Chinese", example: examples.zh,
        into: .init("name_zh", .title, or: rule, isPart: true)),
      ImportColumn(
        "name_ru", ["название на русском"], "name in Russian", example: examples.ru,
        into: .init("name_ru", .title, or: rule, isPart: true)),
      ImportColumn(
        "other_names", ["其他语言名称", "название на других языках"],
        "names in other languages, each behind its tag: kk=…; uz=…", example: examples.other,
        into: .init("other_names", .titles, or: "titles_are_by_language", isPart: true)),
    ]
  }

  /// The titles of something, which ``FlatMade/titles`` puts together.
  static let titles: [ImportColumn] = [
    ImportColumn(
      "title", ["title_en", "名称", "英文名称", "название", "название на английском"],
      "title in English, if it has one", example: "Logistics",
      into: .init("title", .title, or: "titles_are_by_language", isPart: true)),
    ImportColumn(
      "title_zh", ["中文名称"], "title in Chinese", example: "物流",
      into: .init("title_zh", .title, or: "titles_are_by_language", isPart: true)),
    ImportColumn(
      "title_ru", ["название на русском"], "title in Russian", example: "Логистика",
      into: .init("title_ru", .title, or: "titles_are_by_language", isPart: true)),
    ImportColumn(
      "other_titles", ["其他语言名称", "название на других языках"],
      "titles in other languages, each behind its tag: kk=…; uz=…", example: "uz=Logistika",
      into: .init("other_titles", .titles, or: "titles_are_by_language", isPart: true)),
  ]

  /// The country that something lies in, of a line that names none no country.
  static func country(needed rule: String) -> ImportColumn {
    ImportColumn(
      "country", ["国家", "国别", "страна"], "country: two or three letters, or its name in any language",
      example: "UZ", words: "country", into: .init("country", .word(type: "text"), needed: rule))
  }

  /// The city of its country that something lies in.
  static func city(or rule: String) -> ImportColumn {
    ImportColumn(
      "city", ["城市", "город"], "city of the country, by any name that is known of it", example: "Tashkent",
      into: .init("city_id", .city, or: rule))
  }

  /// The partner that something is of.
  static func partner(needed rule: String) -> ImportColumn {
    ImportColumn(
      "partner", ["partner_code", "合作方", "партнёр", "партнер"],
      "code of the partner, which is entered before", example: "UZ-TLC",
      into: .init("partner_id", .reference(to: "partner"), needed: rule))
  }

  /// What somebody remarks.
  static let note = ImportColumn(
    "note", ["备注", "примечание"], "free remark", example: "", into: .init("note", .text))

  /// Where an entry comes from.
  static let source = ImportColumn(
    "source", ["来源", "источник"], "where the entry was taken from", example: "",
    into: .init("source", .text))

  /// The edition of a program, which is entered before.
  static let edition: [ImportColumn] = [
    ImportColumn(
      "program", ["program_code", "专业", "программа"], "code of the program, which is entered before",
      example: "LOG"),
    ImportColumn(
      "edition", ["版本", "редакция"], "its edition; the latest where empty", example: "2026"),
  ]
}
