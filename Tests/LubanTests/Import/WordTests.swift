import Postgres
import Support
import Testing

@testable import Luban

@Suite("Words of files")
struct WordTests {
  @Test(
    "every word is read in capitals, small letters and titles, full width, with a stop, with letters that look alike"
  )
  func everyForm() async throws {
    try await withOffice { office in
      let unread = try await office.database.read { tx in
        try tx.rows(
          """
          select format('%s %s written %s', w.kind, w.word, v.written)
          from word w cross join lateral (values (w.word), (upper(w.word collate "und-x-icu") collate "C"),
            (initcap(w.word collate "und-x-icu") collate "C"), (' ' || w.word || ' .'), (replace(w.word, ' ', '_')),
            (translate(w.word, 'авсенкмортху', 'abcehkmoptxy')),
            (translate(w.word, 'авсенкмортху', 'ABCEHKMOPTXY')),
            (translate(w.word, 'abcdefghijklmnopqrstuvwxyz', 'ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ'))) v (written)
          where meaning(w.kind, v.written) is distinct from w.means order by 1 limit 20
          """, as: String.self)
      }
      #expect(unread == [])
    }
  }

  @Test("no two countries share a code or a name, and every word that is listed means what its list says")
  func ambiguous() async throws {
    let lines = try Embedded.file("seed/reference/words.csv").text.split(separator: "\n").dropFirst()
    let listed = lines.map { $0.split(separator: ",", maxSplits: 3).map(String.init) }
    try await withOffice { office in
      let wrong = try await office.database.read { tx in
        try tx.rows(
          """
          select format('%s: %s is no %s', v.kind, v.word, v.means)
          from (
            select 'country', unnest(array[alpha2, alpha3, name_en, name_zh, name_ru]), alpha2 from country
            union all
            select l.kind, regexp_split_to_table(l.words, ';'), l.means
            from unnest(\(listed.map { $0[0] })::text[], \(listed.map { $0[1] })::text[],
              \(listed.map { $0[3] })::text[]) l (kind, means, words)) v (kind, word, means)
          where meaning(v.kind, v.word) is distinct from v.means order by 1
          """, as: String.self)
      }
      #expect(wrong == [])
    }
  }

  @Test("what a word means is a value of its type, and every kind that a form asks for has words")
  func types() async throws {
    try await withOffice { office in
      let kinds = try await office.database.read { tx in
        _ = try tx.rows(
          """
          select case kind when 'gender' then means::gender::text when 'document' then means::document_kind::text
            when 'state' then means::enrollment_state::text when 'outcome' then means::outcome_status::text
            when 'change' then coalesce(nullif(means, 'returned')::enrollment_state::text, means)
            when 'yes' then means::boolean::text when 'pass' then means::boolean::text
            when 'purpose' then means::language_certificate_purpose::text when 'side' then means::evaluation_side::text
            else means end
          from word
          """, as: String.self)
        return try tx.rows("select distinct kind from word", as: String.self)
      }
      let asked = (ImportForm.all + [.peopleWithEnrollments]).flatMap(\.columns).compactMap(\.words)
      // Names and days are no columns of words: these have words for nobody and for months.
      #expect(Set(asked + ["no_name", "role", "day"]) == Set(kinds))
    }
  }

  @Test("no script of an import folds cells by itself: only ASCII would be folded there")
  func scripts() throws {
    for file in try SourceFile.all(in: "sql/import", ending: ".sql") {
      let folds = file.lines.filter {
        $0.contains(/\b(lower|upper|initcap)\(/) && !$0.contains("lower(a.taken)")
      }
      #expect(folds == [], "\(file)")
    }
  }

  @Test("people of lists in capitals: М and Ж, Паспорт, Зачислен, countries by three letters and short names")
  func people() async throws {
    try await withOffice(.cohort) { office in
      let outcome = try await office.take(
        """
        Фамилия,Имя,Дата рождения,Пол,Гражданство,Вид документа,Номер документа,Статус
        Саидов,Али,2006-01-02,М,УЗБЕКИСТАН,Паспорт,AA1111111,Зачислен
        Каримова,Дилноза,2006-01-03,Женский,UZB,ПАСПОРТ,AA1111112,ЗАЧИСЛЕНА
        Петров,Пётр,2006-01-04,M,РФ,Свидетельство о рождении,ii-мю № 654321,зачислен(а)
        王,芳,2006-01-05,女,КНР,护照,Ｇ12345678,在读
        Асанова,Айгуль,2006-01-06,ж.,Кыргызстан,passport,,
        Юсупов,Жасур,2006-01-07,Эркак,Oʻzbekiston,Passport,,

        """)
      #expect(problems(outcome) == [])
      let read = try await office.database.read { tx in
        try tx.rows(
          """
          select concat_ws(' ', gender, nationality, document_kind, document_number)
          from student order by birth_on
          """, as: String.self)
      }
      #expect(
        read == [
          "male UZ passport AA1111111", "female UZ passport AA1111112",
          "male RU birth_certificate II-МЮ654321", "female CN passport G12345678", "female KG", "male UZ",
        ])
    }
  }

  @Test("a column of national identities says what its numbers are, unless a line says otherwise")
  func nationalIdentity() async throws {
    try await withOffice(.cohort) { office in
      let outcome = try await office.take(
        "姓名,生日,国别,身份证号,证件类型\n王芳,2006-01-05,中国,110101200601051234,\n李娜,2006-01-06,中国,G12345678,护照\n")
      #expect(problems(outcome) == [])
      let kinds = try await office.database.read { tx in
        try tx.rows("select document_kind::text from student order by birth_on", as: String.self)
      }
      #expect(kinds == ["national_id", "passport"])
    }
  }

  @Test("a passport number with Cyrillic letters is refused, and they are named")
  func cyrillicPassport() async throws {
    try await withOffice(.cohort) { office in
      let outcome = try await office.take(
        "full_name,birth_date,nationality,document_kind,document_number\nPetrov Petr,2008-03-03,UZ,passport,АС7654321\n"
      )
      let problem = try #require(outcome.problems.first)
      #expect(problem.rule == "student_document_number_is_letters_and_digits")
      #expect(problem.sentence.contains("А, С in АС7654321 are Cyrillic"))
    }
  }

  @Test("a change is read in capitals, and a word that means nothing is refused by its line")
  func changes() async throws {
    try await withOffice(.graduation) { office in
      let outcome = try await withFile("student,state\nS-00001,ОТЧИСЛЕН\nS-00002,Зачисляется\n") { path in
        var request = ImportRequest(path: path, noun: .changes)
        request.cohort = "UZ-TAS-LOG-2024A"
        request.day = Day("2024-12-01") ?? .today
        request.skipsInvalid = true
        return try await office.imports.taken(request)
      }
      #expect(problems(outcome) == ["state:change_leads_to_a_state@3"])
      #expect(outcome.created == 1)
      #expect(try await office.enrollments.show(students(1)[0], in: "UZ-TAS-LOG-2024A").state == .withdrawn)
    }
  }
}
