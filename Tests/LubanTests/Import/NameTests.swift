import Luban
import Support
import Testing

@Suite("Names of files")
struct NameTests {
  @Test(
    "what is no name is no person, and is told why",
    arguments: [
      ("person_name_has_letters", ["1234", "2006-02-01", "---", "٣٤", "№ 5"]),
      ("person_name_is_whole", ["???????? ???????", "??", "?ураева Нигора", "Дж\u{FFFD}раева Нигора"]),
      (
        "person_name_is_not_garbled",
        ["MÃ¼ller ZoÃ«", "РљР°СЂРёРјРѕРІР° РќРёРіРѕСЂР°", "ÐšÐ°Ñ€Ð¸Ð¼Ð¾Ð²Ð°", "æŽå¨œ ÅÄ…cki Ã¼"]
      ),
      ("value_is_not_damaged_by_excel", ["#Н/Д", "#ССЫЛКА!", "#ЗНАЧ!", "#ИМЯ?", "#N/A", "####", "#ДЕЛ/0!"]),
      ("line_is_of_a_person", ["ИТОГО", "Всего:", "Нет", "合计", "Total", "无", "Ф.И.О."]),
    ])
  func noName(rule: String, names: [String]) async throws {
    try await withOffice { office in
      try await office.cohort()
      let lines = names.map { "\"\($0)\",2006-02-01,UZ" }.joined(separator: "\n")
      let outcome = try await office.take("full_name,birth_date,nationality\n\(lines)\n")
      #expect(outcome.problems.map(\.rule) == [rule])
      #expect(outcome.problems.first?.count == names.count)
    }
  }

  @Test("names that only look odd are names")
  func odd() async throws {
    let names = [
      "Но Ен Сук", "Ким Но", "王芳", "张𠮷", "O'Neill Seán", "СЁМИН АРТЁМ", "JOÃO MARIÑO", "Ólafur Ærøskøbing",
      "Ъ Ы",
      "Müller-Lüdenscheidt Zoë", "Nguyễn Thị Ánh", "محمد علي", "สมชาย ใจดี", "Student 1", "ТРЁХ СЁРЁЖА",
      "Ñandú Ñoño",
    ]
    try await withOffice { office in
      try await office.cohort()
      let lines = names.enumerated().map { "\"\($1)\",2006-02-\(10 + $0),UZ" }.joined(separator: "\n")
      let outcome = try await office.take("full_name,birth_date,nationality\n\(lines)\n")
      #expect(problems(outcome) == [])
      #expect(try await office.names() == names)
    }
  }

  @Test("a list number is left out; it, initials and a role beside the name are said")
  func said() async throws {
    try await withOffice { office in
      try await office.cohort()
      let outcome = try await office.take(
        """
        full_name,birth_date,nationality
        1. Саидов Али,2006-02-01,UZ
        2) Каримова Д.Р.,2006-02-02,UZ
        Юсупов Жасур - староста,2006-02-03,UZ

        """)
      #expect(problems(outcome) == [])
      #expect(try await office.names() == ["Саидов Али", "Каримова Д.Р.", "Юсупов Жасур - староста"])
      let notes = outcome.notes.map { "\($0.note.prefix(12)) \($0.lines)" }.sorted()
      #expect(notes == ["initials sta [3]", "something st [4]", "the list num [2, 3]"])
    }
  }
}
