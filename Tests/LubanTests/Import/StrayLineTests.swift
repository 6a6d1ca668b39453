import Luban
import Support
import Testing

@Suite("Lines that are none of their list")
struct StrayLineTests {
  private static let lines = [
    "№;ФИО;Дата рождения;Гражданство;", "1;2;3;4;", "1;Саидов Али;2006-01-02;UZ;", "Итого:;25 студентов;;;",
    ";ИТОГО: 25 чел.;;;", "№;ФИО;Дата рождения;Гражданство;", "2;Каримова Дилноза;2006-01-03;UZ;",
    ";Директор ______________;Иванов И.И.;;", "Куратор группы;;;;", ";Jami: 2 nafar;;;", ";合计：2人;;;",
    "Составил: Петров;;;;",
  ]

  @Test(
    "header, numbers of columns, totals and signatures are told as what they are, and nothing else of them")
  func people() async throws {
    try await withOffice(.cohort) { office in
      let text = "Список группы ЛОГ-1\n\n" + Self.lines.joined(separator: "\n") + "\n"
      let outcome = try await office.take(text) { $0.skipsInvalid = true }
      #expect(
        problems(outcome) == [
          ":line_is_no_second_header@4,8", ":line_is_no_signature@11,14", ":line_is_no_total@6",
          "full_name:line_is_no_signature@10", "full_name:line_is_no_total@7,12,13",
        ])
      #expect(outcome.problems.first { $0.lines.first == 7 }?.values.first == "ИТОГО: 25 чел.")
      #expect(try await office.names() == ["Саидов Али", "Каримова Дилноза"])
      #expect(
        outcome.notes.first?.note == "line above the header, left out" && outcome.notes.first?.lines == [1])
    }
  }

  @Test(
    "so they are in files of every form",
    arguments: [
      "TOTAL,,12", "Всего: 5", "Total général", "المجموع,5", "Директор,Каримов А.", "班主任：王芳", "Signature,,",
      "Барлығы 12", "Примечание: см. приказ",
    ])
  func everyForm(line: String) async throws {
    try await withOffice(.cohort) { office in
      for form in ImportForm.all {
        let header = form.template.map(\.name)
        let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let padded = fields + Array(repeating: "", count: max(0, header.count - fields.count))
        let text =
          header.joined(separator: ",") + "\n" + padded.prefix(header.count).joined(separator: ",") + "\n"
        let outcome = try await office.send(text, as: form)
        #expect(outcome.problems.count == 1 && outcome.refused == 1, "\(form.name)")
        #expect(outcome.problems.first?.rule.hasPrefix("line_is_no_") == true, "\(form.name)")
      }
    }
  }

  @Test("who is called like a total is a person, and a line with more than that is of the list")
  func persons() async throws {
    try await withOffice(.cohort) { office in
      let names = ["Jami Abdurahmon", "Sum Wong", "Директоров Пётр", "Imzo Ali", "共青"]
      let lines = names.enumerated().map { "\($1),2006-02-\(10 + $0),UZ" }.joined(separator: "\n")
      let outcome = try await office.take("full_name,birth_date,nationality\n\(lines)\n")
      #expect(problems(outcome) == [])
    }
  }

  @Test(
    "columns without a name are nothing where they are empty, and told by their number where they are not")
  func nameless() async throws {
    try await withOffice(.cohort) { office in
      let outcome = try await office.take(
        "name;;birth date;nationality;;\nСаидов Али;;2006-01-02;UZ;;\nКаримова Дилноза;;2006-01-03;UZ;x;\n"
          + "Юсупов Жасур;;2006-01-04;UZ;;;;\n")
      #expect(problems(outcome) == ["column 5:cell_stands_below_a_header@3"])
      #expect(outcome.ignoredColumns == [])
    }
  }

  @Test("the header is found below titles, in whatever parts the fields, or named")
  func header() async throws {
    try await withOffice(.cohort) { office in
      let list = "ФИО;Дата рождения;Гражданство\nСаидов Али;2006-01-02;UZ\n"
      for title in [
        "Список студентов, группа 1, 2026\n\n", "Ташкент;;\nГруппа;ЛОГ-1;\n", "\n\"Список\nстудентов\"\n",
      ] {
        let outcome = try await office.take(title + list) { $0.isDryRun = true }
        #expect(problems(outcome) == [] && outcome.created + outcome.peopleCreated > 0, "\(title)")
      }
      let named = try await office.take("ФИО;Дата рождения\nЛишний;2006-01-01\n" + list) {
        $0.headerLine = 3
        $0.isDryRun = true
      }
      #expect(named.lines == 1 && named.notes.first?.values == ["ФИО Дата рождения", "Лишний 2006-01-01"])
    }
  }
}
