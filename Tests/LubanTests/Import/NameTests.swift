import Luban
import Support
import Testing

@Suite("Names of files")
struct NameTests {
  @Test(
    "what is no name is no person, and is told why",
    arguments: [
      ("person_name_has_letters", ["1234", "2006-02-01", "---", "٣٤", "№ 5"]),
      ("person_name_is_whole", ["???????? ???????", "??", "?ураева Нигора"]),
      (
        "person_name_is_not_garbled",
        [
          "MÃ¼ller ZoÃ«", "РљР°СЂРёРјРѕРІР° РќРёРіРѕСЂР°", "ÐšÐ°Ñ€Ð¸Ð¼Ð¾Ð²Ð°", "æŽå¨œ ÅÄ…cki Ã¼",
          // A code page read as Latin, UTF-8 as that of China, marks of HTML and JSON.
          "Êàðèìîâà Íèãîðà", "ëÁÒÉÍÏ×Á", "ÀîÃ÷", "鏉庢槑", "袣邪褉懈屑芯胁邪", "жќЋжЋџ", "Karimova&nbsp;Nigora",
          "\\u041a\\u0430\\u0440", "<b>Karimova</b>",
        ]
      ),
      // Letters of the Latin, the Cyrillic and the Greek keyboard in words of another.
      (
        "person_name_is_of_one_script",
        ["Каримoва Нигора", "Qodirоv Aziz", "Υсманов Темур", "Rahimova Мalika"]
      ),
      ("value_is_not_damaged_by_excel", ["#Н/Д", "#ССЫЛКА!", "#ЗНАЧ!", "#ИМЯ?", "#N/A", "####", "#ДЕЛ/0!"]),
      ("line_is_of_a_person", ["ИТОГО", "Всего:", "Нет", "合计", "Total", "无", "Ф.И.О."]),
    ])
  func noName(rule: String, names: [String]) async throws {
    try await withOffice(.cohort) { office in
      let lines = names.map { "\"\($0)\",2006-02-01,UZ" }.joined(separator: "\n")
      let outcome = try await office.take("full_name,birth_date,nationality\n\(lines)\n")
      #expect(outcome.problems.map(\.rule) == [rule])
      #expect(outcome.problems.first?.count == names.count)
    }
  }

  @Test(
    "marks that nobody sees at the ends of a cell are none of it, and wide letters and digits are letters and digits"
  )
  func marks() async throws {
    try await withOffice(.cohort) { office in
      let outcome = try await office.take(
        "full_name,birth_date,nationality\n\u{200E}Qodirov Aziz\u{200F},\u{200E}2006-02-01,\u{2066}UZ\u{2069}\n"
      )
      #expect(problems(outcome) == [])
      #expect(try await office.names() == ["Qodirov Aziz"])
      let wide = try await office.take("full_name,birth_date,nationality\nＱｏｄｉｒｏｖ　Ａｚｉｚ,２００６-０２-０１,UZ\n")
      #expect(problems(wide) == [] && wide.unchanged == 1)
    }
  }

  @Test("a whole name is parted only where each part is a name")
  func partsAreNames() async throws {
    try await withOffice { office in
      let parted = try await office.database.read { tx in
        try tx.rows(
          """
          select coalesce(array_to_string(name_parts(n), '|'), 'whole') from unnest(\(
            ["Ivanov, !!!", "--, Ivan", "!! Иван Иванович", "Саидов Алишер Бахтиёрович", "DIALLO Mamadou", "欧阳明"])::text[]) n
          """, as: String.self)
      }
      #expect(parted == ["whole", "whole", "whole", "Саидов|Алишер|Бахтиёрович", "DIALLO|Mamadou", "欧阳|明"])
    }
  }

  @Test("a name with letters of another script says whom a line means, and is kept of nobody")
  func strange() async throws {
    try await withOffice(.cohort) { office in
      let header = "full_name,birth_date,nationality,same_as,phone\n"
      _ = try await office.take(header + "Каримова Дилноза,2006-02-01,UZ,,\n")
      let line = header + "Каримoва Дилнозa,2006-02-01,UZ"
      #expect(problems(try await office.take(line + ",,\n")) == ["full_name:person_is_not_in_doubt@2"])
      let new = try await office.take(line + ",new,\n")
      #expect(problems(new) == ["full_name:person_name_is_of_one_script@2"])
      #expect(
        new.problems.first?.sentence.hasSuffix("(a in Дилнозa is the Latin a, o in Каримoва is the Latin o)")
          == true)
      let known = try await office.take(line + ",S-00001,+998 1\n") { $0.updates = true }
      #expect(problems(known) == ["full_name:person_name_is_of_one_script@2"])
      #expect(problems(try await office.take(line + ",S-00001,\n")) == [])
      #expect(try await office.names() == ["Каримова Дилноза"])
    }
  }

  @Test("names that only look odd are names")
  func odd() async throws {
    let names = [
      "Но Ен Сук", "Ким Но", "王芳", "张𠮷", "O'Neill Seán", "СЁМИН АРТЁМ", "JOÃO MARIÑO", "Ólafur Ærøskøbing",
      "Ъ Ы",
      "Müller-Lüdenscheidt Zoë", "Nguyễn Thị Ánh", "محمد علي", "สมชาย ใจดี", "Student 1", "ТРЁХ СЁРЁЖА",
      "Ñandú Ñoño", "Ким Anna", "Сәуле Іңкәр", "Βασιλική Ωμέγα",
    ]
    try await withOffice(.cohort) { office in
      let lines = names.enumerated().map { "\"\($1)\",2006-02-\(10 + $0),UZ" }.joined(separator: "\n")
      let outcome = try await office.take("full_name,birth_date,nationality\n\(lines)\n")
      #expect(problems(outcome) == [])
      #expect(try await office.names() == names)
    }
  }

  @Test("a list number is left out; it, initials and a role beside the name are said")
  func said() async throws {
    try await withOffice(.cohort) { office in
      let outcome = try await office.take(
        """
        full_name,birth_date,nationality
        1. Саидов Али,2006-02-01,UZ
        2) Каримова Д.Р.,2006-02-02,UZ
        Юсупов Жасур - староста,2006-02-03,UZ

        """)
      #expect(problems(outcome) == [])
      #expect(try await office.names() == ["Саидов Али", "Каримова Д.Р.", "Юсупов Жасур"])
      let notes = outcome.notes.map { "\($0.note.prefix(12)) \($0.lines)" }.sorted()
      #expect(
        notes == ["initials sta [3]", "the list num [2, 3]", "the name was [2, 3, 4]", "the role bes [4]"])
    }
  }

  @Test("a line without a family name in a list of them is taken as a single name, and told")
  func single() async throws {
    try await withOffice(.cohort) { office in
      let outcome = try await office.take(
        """
        Фамилия,Имя,Дата рождения,Гражданство
        Хасанова,Феруза,2006-02-01,UZ
        ,Феруза,2006-02-02,UZ

        """)
      #expect(problems(outcome) == [])
      #expect(try await office.names() == ["Хасанова Феруза", "Феруза"])
      let told = outcome.notes.filter { $0.note.hasPrefix("no family name") }
      #expect(told.map(\.lines) == [[3]] && told.map(\.values) == [["Феруза"]])
      let mononyms = try await office.take("given_name,birth_date,nationality\nСухарто,2006-02-03,ID\n")
      #expect(!mononyms.notes.contains { $0.note.hasPrefix("no family name") })
    }
  }

  @Test("roles beside a name are left out where they are known, in lists of students known already too")
  func roles() async throws {
    try await withOffice(.cohort) { office in
      let outcome = try await office.take(
        """
        full_name,birth_date,nationality
        Саидов Али (староста),2006-02-01,UZ
        "Каримова Дилноза, СТАРОСТА",2006-02-02,UZ
        王芳（班长）,2006-02-03,CN
        Аль-Фараби Абу - Наср,2006-02-04,KZ

        """)
      #expect(problems(outcome) == [])
      #expect(try await office.names() == ["Саидов Али", "Каримова Дилноза", "王芳", "Аль-Фараби Абу - Наср"])
      let again = try await office.take(
        "full_name,birth_date,nationality\nСаидов Али - командир,2006-02-01,UZ\n")
      #expect(again.unchanged == 1)
    }
  }

  @Test("a whole name is parted by the rule of its script where that is sure, else kept whole")
  func parts() async throws {
    let sure = [
      ("Каримова Дилноза Рустамовна", "Каримова|Дилноза|Рустамовна"),
      ("Дилноза Рустамовна Каримова", "Каримова|Дилноза|Рустамовна"),
      ("КАРИМОВ АЛИ ИЛЬИЧ", "КАРИМОВ|АЛИ|ИЛЬИЧ"), ("Әлиева Айгүл Серікқызы", "Әлиева|Айгүл|Серікқызы"),
      ("Abdullayev Jasur Karim o‘g‘li", "Abdullayev|Jasur|Karim o‘g‘li"),
      ("Каримова Нигора Алишер қизи", "Каримова|Нигора|Алишер қизи"), ("王芳", "王|芳|"), ("欧阳娜娜", "欧阳|娜娜|"),
      ("DIALLO Mamadou", "DIALLO|Mamadou|"), ("Aya Marie KOUASSI", "KOUASSI|Aya Marie|"),
      ("Karimova, Dilnoza", "Karimova|Dilnoza|"), ("Karimov Jasur Rustamovich", "Karimov|Jasur|Rustamovich"),
    ]
    let whole = [
      "Mamadou Diallo", "Ким", "Абрамович Роман Абрамович Иванович", "Айгуль Асан кызы", "Саидов Али",
      "DIALLO MAMADOU",
      "محمد علي", "Роман Аркадьевич Абрамович", "Каримова Д.Р.", "欧阳", "张伟志强",
    ]
    try await withOffice(.cohort) { office in
      let names = sure.map(\.0) + whole
      let lines = names.enumerated().map { "\"\($1)\",2006-02-\(10 + $0),UZ" }
      let outcome = try await office.take(
        "full_name,birth_date,nationality\n" + lines.prefix(19).joined(separator: "\n"))
      #expect(problems(outcome) == [])
      let read = try await office.database.read { tx in
        try tx.rows(
          "select array_to_string(name_parts(n), '|', '') from unnest(\(names)) with ordinality n (n, nth) order by nth",
          as: String?.self)
      }
      #expect(read.map { $0 ?? "" } == sure.map(\.1) + whole.map { _ in "" })
      let kept = try await office.database.read { tx in
        try tx.one("select count(*) from student_name where family_name is not null", as: Int.self)
      }
      #expect(kept == sure.count)
      #expect(
        outcome.notes.contains { $0.note.hasPrefix("the name was kept whole") && $0.count == 19 - sure.count }
      )
    }
  }

  @Test("cells that say there is nothing are empty, but where they are words of their column")
  func placeholders() async throws {
    try await withOffice(.cohort) { office in
      let nothing = ["-", "—", "нет", "НЕТ", "Нет", "无", "N/A", "n/a", "yo‘q", "жоқ"]
      let lines = nothing.enumerated().map {
        "Иванова Анна\($0),\($1),2006-02-\(10 + $0),UZ,\($1),\($1),\($1),\($1)"
      }
      let outcome = try await office.take(
        "family_name,patronymic,birth_date,nationality,email,phone,schooling,document_number\n"
          + lines.joined(separator: "\n"))
      #expect(problems(outcome) == [] && outcome.peopleCreated == nothing.count)
    }
  }
}
