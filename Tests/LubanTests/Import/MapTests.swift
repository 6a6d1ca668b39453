import Luban
import Support
import Tabular
import Testing

@Suite("What a file means that is not understood")
struct MapTests {
  private static let list = """
    name,birth date,Гражданство студента (страна),Пол
    Саидов Али,2006-01-02,Узб,М
    Каримова Дилноза,2006-01-03,узб.,дев.
    Юсупов Жасур,2006-01-04,KZ,М

    """

  @Test("an unknown header that resembles a column that is missing is answered with the map to copy")
  func headers() async throws {
    try await withOffice(.cohort) { office in
      let outcome = try await office.take(
        "name,birth date,nationality,Электрондық пошта мекенжайы,Телефон родителей,家长联系电话号码,shoe size,Гражданств\n"
          + "Саидов Али,2006-01-02,UZ,,,,,\n")
      #expect(
        outcome.unknownHeaders.map { "\($0.header)=\($0.column ?? "")" } == [
          "Электрондық пошта мекенжайы=email", "Телефон родителей=phone", "家长联系电话号码=phone",
        ])
      let refused = try await #require(throws: LubanError.self) {
        _ = try await office.take("Фамилия и имя нового студента,Возраст\nСаидов Али,18\n")
      }
      let told = refused.told(by: ActionWords(["import.map": "--map {quoted}"]))
      #expect(told.contains("--map \"Фамилия и имя нового студента=full_name\""), "\(told)")
      let nothing = try await #require(throws: LubanError.self) {
        _ = try await office.take("Возраст,Рост\n18,180\n")
      }
      #expect(nothing.description.contains("full_name, family_name"), "\(nothing)")
    }
    #expect(shellQuoted("a \"b\" $c=\nd") == "\"a \\\"b\\\" \\$c= d\"")
  }

  @Test("values that no word stands for are told, each once, with the option that says what they mean")
  func values() async throws {
    try await withOffice(.cohort) { office in
      let refused = try await office.take(Self.list)
      #expect(
        problems(refused) == ["gender:gender_is_a_word@3", "nationality:student_nationality_is_known@2,3"])
      #expect(
        refused.unknownValues.map { "\($0.column):\($0.value)=\($0.meaning ?? "")" } == [
          "nationality:Узб=UZ", "nationality:узб.=UZ", "gender:дев.=female",
        ])
      #expect(refused.problems.first?.samples.map(\.value) == ["Узб", "узб."])
      #expect(refused.problems.first?.samples.map(\.line) == [2, 3])
      let taken = try await office.take(Self.list) {
        $0.mapValues = ["nationality:УЗБ=Узбекистан", "Пол:дев=f", "gender:мальчик=m", "cohort:x=y"]
      }
      #expect(problems(taken) == [] && taken.peopleCreated == 3)
      #expect(taken.notes.map(\.note).filter { $0.contains("met no value") }.count == 2)
    }
  }

  @Test("so it is by a file that a school keeps, and in columns without words too")
  func file() async throws {
    try await withOffice(.cohort) { office in
      let kept = "column;value;means\nnationality;Узб;UZ\ngender;дев.;f\ncohort;Группа 1;UZ-TAS-LOG-2026A\n"
      let outcome = try await withFile(kept) { path in
        try await office.take(
          Self.list.replacing("Пол", with: "Пол,группа").replacing(",М", with: ",М,Группа 1")
            .replacing("дев.", with: "дев.,группа 1")
        ) {
          $0.cohort = nil
          $0.mapValuesFile = path
        }
      }
      #expect(problems(outcome) == [] && outcome.enrolled == 3)
    }
  }

  @Test("what names no column of the file's kind, or means nothing there, is refused")
  func refusals() async throws {
    try await withOffice(.cohort) { office in
      for (map, words) in [
        ("natxion:Узб=UZ", "no column of such a file"),
        ("nationality:Узб=Mars", "no word of the column nationality"),
        ("gender:дев=Q", "female"), ("nationality", "column:value=meaning"),
      ] {
        let error = try await #require(throws: LubanError.self) {
          _ = try await office.take(Self.list) { $0.mapValues = [map] }
        }
        #expect(error.description.contains(words), "\(error)")
      }
    }
  }

  @Test(
    "countries are known by two and three letters, and by names of five languages, in files and in options")
  func countries() async throws {
    let names = [
      "UZ", "uzb", "Узбекистан", "Республика Узбекистан", "Oʻzbekiston", "O'zbekiston", "Ўзбекистон",
      "乌兹别克斯坦",
      "УЗБЕКИСТОН", "РУз",
    ]
    let others = [
      ("РФ", "RU"), ("КНР", "CN"), ("Кыргызстан", "KG"), ("Қазақстан", "KZ"), ("Ivory Coast", "CI"),
      ("Côte d'Ivoire", "CI"), ("Côte d’Ivoire", "CI"), ("UK", "GB"), ("Тоҷикистон", "TJ"), ("中国", "CN"),
    ]
    try await withOffice(.cohort) { office in
      let all = names.map { ($0, "UZ") } + others
      let lines = all.enumerated().map { "Имя Номер\($0),2006-01-\(10 + $0),\($1.0),AA11111\($0),\($1.0)" }
      let outcome = try await office.take(
        "name,birth date,nationality,document_number,document_country\n" + lines.joined(separator: "\n")
          + "\n")
      #expect(problems(outcome) == [])
      let read = try await office.database.read { tx in
        try tx.rows("select nationality || document_country from student order by birth_on", as: String.self)
      }
      #expect(read == all.map { $0.1 + $0.1 })
      var details = StudentDetails()
      details.fullName = "Another Person"
      let student = try await office.students.add(
        NewStudent(
          workshop: "UZ-TAS", birthOn: Day("2006-03-01") ?? .today, nationality: "UZB", details: details))
      #expect(student.nationality == "UZ")
    }
  }
}
