import Luban
import Postgres
import Support
import Testing

/// What a line says beside somebody known who was born on the same day, and whether it means them.
private struct Pair: Sendable {
  enum Verdict: Sendable { case same, doubt, other }

  let known: String
  let latin: String
  let line: String
  let verdict: Verdict

  init(_ known: String, latin: String = "", _ line: String, _ verdict: Verdict) {
    self.known = known
    self.latin = latin
    self.line = line
    self.verdict = verdict
  }

  static let all = [
    Pair("Қодиров Азиз", "ҚОДИРОВ АЗИЗ", .same),
    Pair("Әбдіғали Нұрлан", "әбдіғали нұрлан", .same),
    Pair("Ҷӯраев Ғайрат", "Джураев Гайрат", .other),
    Pair("Oʻtkir Joʻrayev", "O'tkir Jo‘rayev", .same),
    Pair("José Núñez", "JOSE NUNEZ", .same),
    Pair("Qodirov Aziz", "\u{200E}Qodi\u{AD}rov A\u{200B}ziz", .same),
    Pair("علی\u{200C}رضا محمدی", "علیرضا محمدی", .same),
    Pair("محمد علي", "محـمّد علي", .same),
    Pair("สมชาย ใจดี", "สมชาย ใจดี", .same),
    Pair("Сон Виктория", latin: "SON VIKTORIIA", "Son Viktoriia", .same),
    Pair("李娜", latin: "LI NA", "li na", .same),
    Pair("李娜", "李娜", .same),
    Pair("Каримова Дилноза", "Каримoва Дилнoзa", .doubt),
    Pair("Karimov Anvar", "Kаrimov Anvar", .doubt),
    Pair("Qodirova Malika", "Malika Qodirova", .doubt),
    Pair("Müller Zoë", "Mueller Zoe", .doubt),
    Pair("Хасанова Юлия", "KHASANOVA YULIIA", .doubt),
    Pair("Rakhimov Olim", "Rahimov Olim", .doubt),
    Pair("Юсупова Нигора Рустамовна", "Юсупова Нигора", .doubt),
    Pair("Каримов Хасан", "Каримов Хусан", .doubt),
    Pair("Ли Ян", "Ли Ян И", .doubt),
    Pair("Пак Ян", "Пак Ин", .other),
    Pair("李明", "李 明", .same),
    Pair("Каримова Дилноза Рустамовна", "Каримова Д.Р.", .doubt),
    Pair("Каримова Дилноза Рустамовна", "Д. Р. Каримова", .doubt),
    Pair("Qodirov Aziz Karim oʻgʻli", "Aziz Qodirov", .doubt),
    Pair("Qodirov Aziz Karim oʻgʻli", "Кодиров Азиз", .doubt),
    Pair("Каримов Али Валиевич", "Каримов Али Саидович", .other),
    Pair("Каримова Дилноза", "Юсупова Д.", .other),
    Pair("张丽", "张𠮷", .other),
    Pair("张丽", "王丽", .other),
    Pair("LIU WEI", "LU WEI", .other),
    Pair("ZHANG MIN", "YANG MIN", .other),
    Pair("Каримов Азиз", "Каримова Азиза", .other),
    Pair("สมชาย ใจดี", "สมหญิง ใจดี", .other),
    Pair("فاطمة حسن", "زينب حسن", .other),
    Pair("Алимов Бахтиёр", "Rahimov Olim", .other),
    Pair("Алимов Бахтиёр", "Alimov Baxtiyor", .doubt),
    Pair("Зиёева Гулноза", "Ziyoyeva Gulnoza", .doubt),
    Pair("Ёқубов Эркин", "Yoqubov Erkin", .doubt),
    Pair("Ҷӯраев Ҳасан", "Juraev Hasan", .doubt),
  ]
}

@Suite("Who is meant")
struct IdentityTests {
  private static let born = Pair.all.indices.map { index in
    "2005-0\(index / 28 + 1)-\(index % 28 < 9 ? "0" : "")\(index % 28 + 1)"
  }

  private func known(_ office: Office) async throws {
    try await office.cohort(capacity: 100)
    let lines = zip(Pair.all, Self.born).map { "\($0.known),\($0.latin),\($1),UZ\n" }
    let entered = try await office.take("name,latin_name,birth date,nationality\n" + lines.joined())
    #expect(problems(entered) == [])
  }

  /// The reason of every line of a dry run, empty for those that are taken, with what came of them.
  private func results(
    _ office: Office, _ text: String, _ change: (inout ImportRequest) -> Void
  ) async throws -> [String] {
    try await withFile("") { path in
      _ = try await office.take(text) {
        $0.resultFile = path
        $0.isDryRun = true
        $0.skipsInvalid = true
        change(&$0)
      }
      return contents(path).split(whereSeparator: \.isNewline).dropFirst().map(String.init)
    }
  }

  private var list: String {
    "name,birth date,nationality\n" + zip(Pair.all, Self.born).map { "\($0.line),\($1),UZ\n" }.joined()
  }

  @Test("each line is the person, in doubt, or another, at every door")
  func doors() async throws {
    try await withOffice { office in
      try await known(office)
      let people = try await results(office, list) {
        $0.noun = .people
        $0.cohort = nil
        $0.workshop = "UZ-TAS"
      }
      let enrollments = try await results(office, list) { _ in }
      let records = try await results(
        office,
        "mark," + list.split(separator: "\n").joined(separator: "\n5,").replacing("5,mark", with: "mark")
      ) {
        $0.noun = .results
        $0.params["course"] = "LOG-110"
        $0.updates = false
      }
      for (index, pair) in Pair.all.enumerated() {
        let comment: Comment = "\(pair.known) / \(pair.line)"
        for line in [people[index], enrollments[index]] {
          switch pair.verdict {
          case .same: #expect(line.contains(",unchanged,"), comment)
          case .doubt: #expect(line.contains("full_name:person_is_not_in_doubt"), comment)
          case .other: #expect(line.contains(",created,"), comment)
          }
        }
        #expect(records[index].contains("line_names_a_known_student") == (pair.verdict != .same), comment)
        let new = try NewStudent(
          workshop: "UZ-TAS", birthOn: #require(Day(Self.born[index])), nationality: "UZ",
          details: details(pair.line))
        switch pair.verdict {
        case .same: await expectBroken("student_is_known_once") { try await office.students.add(new) }
        case .doubt: await expectBroken("person_is_not_in_doubt") { try await office.students.add(new) }
        case .other: try await office.students.add(new)
        }
      }
    }
  }

  private func details(_ name: String) -> StudentDetails {
    var details = StudentDetails()
    details.fullName = name
    return details
  }

  @Test("a doubt names the person and why; it is answered once, and remembered")
  func answers() async throws {
    try await withOffice(.cohort) { office in
      let header = "name,birth date,nationality,same_as\n"
      _ = try await office.take(
        header + "Каримова Дилноза,2006-01-05,UZ,\nСон Виктория,2006-01-06,UZ,\n")
      let line = "Каримoва Дилноза,2006-01-05,UZ,"
      let doubt = try await office.take(header + line + "\n")
      let told = try #require(doubt.problems.first).sentence
      #expect(
        told.contains("UZ-TAS/S-00001 Каримова Дилноза") && told.contains("o in Каримoва is the Latin o"))
      #expect(problems(try await office.take(header + line + "S-00001\n")) == [])
      let again = try await office.take(header + line + "\n")
      #expect((again.unchanged, again.peopleCreated) == (1, 0))
      let other = header + "SON VIKTORIIA,2006-01-06,UZ,"
      #expect(problems(try await office.take(other + "\n")) == ["full_name:person_is_not_in_doubt@2"])
      #expect(try await office.take(other + "new\n").peopleCreated == 1)
      for answer in ["new", ""] {
        let sent = try await office.take(other + answer + "\n")
        #expect((sent.unchanged, sent.peopleCreated) == (1, 0), "\(answer)")
      }
    }
  }

  @Test("the column for the answer stands ready in the file of refused lines")
  func ready() async throws {
    try await withOffice(.cohort) { office in
      let header = "name;birth date;nationality\n"
      _ = try await office.take(header + "Müller Zoë;2006-01-05;UZ\n")
      try await withFile("") { errors in
        _ = try await office.take(header + "Mueller Zoe;2006-01-05;UZ\n") { $0.errorsFile = errors }
        let text = contents(errors)
        let lines = text.split(whereSeparator: \.isNewline)
        #expect(lines.first == "name;birth date;nationality;same_as;luban_problem")
        #expect(lines.last?.hasPrefix("Mueller Zoe;2006-01-05;UZ;;\"name: ") == true)
        let answered = text.replacing("UZ;;", with: "UZ;new;")
        #expect(try await office.take(answered).peopleCreated == 1)
      }
    }
  }

  @Test("two lines that resemble each other are two people only where one of them says so")
  func within() async throws {
    try await withOffice(.cohort) { office in
      let header = "name,birth date,nationality,document_number,same_as\n"
      let lines = header + "Rakhimov Olim,2006-01-05,UZ,,\nRahimov Olim,2006-01-05,UZ,,"
      #expect(problems(try await office.take(lines + "\n")) == ["full_name:line_is_not_in_doubt@3"])
      #expect(try await office.take(lines + "new\n").peopleCreated == 2)
      let again = try await office.take(lines + "new\n")
      #expect((again.unchanged, again.peopleCreated) == (2, 0))
      // Twins have documents of their own.
      let twins = header + "Каримов Хасан,2006-01-07,UZ,AA1,\nКаримов Хусан,2006-01-07,UZ,AA2,\n"
      #expect(try await office.take(twins).peopleCreated == 2)
    }
  }

  @Test("a list sent again after a marriage, or after name or birth date were corrected, changes nothing")
  func sentAgain() async throws {
    try await withOffice(.cohort) { office in
      let list =
        "name,birth date,nationality\nKarimova Dilnoza,2006-03-14,UZ\nYusupova Nigora,2007-05-17,UZ\nLi Anna,2007-05-18,UZ\n"
      _ = try await office.take(list)
      var married = StudentChanges()
      married.details.fullName = "Rahimova Dilnoza"
      married.renaming = .since(try #require(Day("2024-08-01")))
      var corrected = StudentChanges()
      corrected.details.fullName = "Yusupova Nigorahon"
      corrected.renaming = .correction
      var born = StudentChanges()
      born.details.birthOn = Day("2007-05-19")
      for (number, change) in [(1, married), (2, corrected), (3, born)] {
        _ = try await office.students.edit(students(number)[0], change)
      }
      for updates in [false, true] {
        let again = try await office.take(list) { $0.updates = updates }
        #expect(problems(again) == [])
        #expect((again.unchanged, again.peopleCreated, again.peopleChanged) == (3, 0, 0))
      }
      #expect(try await office.names() == ["Rahimova Dilnoza", "Yusupova Nigorahon", "Li Anna"])
    }
  }

  @Test("a list sent again after the passport was renewed changes nothing, and the new passport stays")
  func renewed() async throws {
    try await withOffice(.cohort) { office in
      let list = "name,birth date,nationality,passport\nQodirov Aziz,2006-02-01,UZ,AC7654321\n"
      _ = try await office.take(list)
      var renewed = StudentChanges()
      renewed.details.document = IdentityDocument("passport:UZ:AC7777777")
      _ = try await office.students.edit(students(1)[0], renewed)
      for updates in [false, true] {
        let again = try await office.take(list) { $0.updates = updates }
        #expect(problems(again) == [])
        #expect((again.unchanged, again.peopleCreated, again.peopleChanged) == (1, 0, 0))
      }
      // The old one alone still leads to the person, also in a list of records; as somebody else's it is theirs.
      let withdrawn = try await office.take("passport,state,on\nAC7654321,withdrawn,2026-11-01\n") {
        $0.noun = .changes
        $0.isDryRun = true
      }
      #expect(problems(withdrawn) == [])
      let other = "name,birth date,nationality,passport\nKarimov Bek,2007-02-01,UZ,AC7654321\n"
      let refused = try await office.take(other)
      #expect(problems(refused) == ["document_number:student_document_once@2"], "\(refused.problems)")
      let number = try await office.students.show(students(1)[0]).student.document?.number
      #expect(number == "AC7777777")
    }
  }

  @Test("a key decides where the name cannot be compared, and the line carries a note")
  func notes() async throws {
    try await withOffice(.cohort) { office in
      _ = try await office.take("name,birth date,nationality\nАлимов Бахтиёр,2006-01-01,UZ\n")
      let outcome = try await office.take("student,name,state,on\nS-00001,李娜,withdrawn,2026-11-01\n") {
        $0.noun = .changes
      }
      #expect(problems(outcome) == [])
      #expect(outcome.notes.map(\.note) == ["name not compared: no Chinese name is known"])
      #expect(outcome.notes.first?.lines == [2])
    }
  }

  @Test(
    "a number or a document never wins against a name and a birth date that are another's, with --update either"
  )
  func keys() async throws {
    try await withOffice(.cohort) { office in
      let header = "number,name,birth date,nationality,document_number\n"
      _ = try await office.take(header + ",Алимов Бахтиёр,2006-01-01,UZ,AD100\n")
      for updates in [false, true] {
        let outcome = try await office.take(
          header
            + "S-00001,Rahimov Olim,2008-05-05,UZ,\n,Rahimov Olim,2008-05-05,UZ,AD100\n1,Rahimov Olim,2008-05-05,UZ,\n"
            + "１.0,Юсупова Нигора,2008-05-06,UZ,\n"
        ) { $0.updates = updates }
        #expect(
          problems(outcome) == [
            ":line_repeats_nobody@3,4", "document_number:student_document_once@3",
            "number:number_is_not_a_count@4,5",
            "number:person_is_one@2",
          ])
      }
      #expect(try await office.names() == ["Алимов Бахтиёр"])
    }
  }

  @Test(
    "two files of the same people at once enter them once: the second waits, says for whom, and finds all unchanged"
  )
  func race() async throws {
    try await withOffice(.cohort) { office in
      let list = "name,birth date,nationality\nA Person,2006-01-01,UZ\nB Person,2006-01-02,UZ\n"
      let waits = Lines()
      try await withFile(list) { path in
        var made = ImportRequest(path: path, noun: .people)
        made.workshop = "UZ-TAS"
        let request = made
        @Sendable func run() async throws -> ImportOutcome {
          try await office.imports.run(request) { progress in
            if case .waiting(let other) = progress { Array(other.utf8).withUnsafeBytes { waits.append($0) } }
          }
        }
        let first = Task { try await held(office) { try await run() } }
        let second = Task { try await held(office) { try await run() } }
        try await office.database.write { tx in
          try tx.execute("select from workshop_counter for no key update")
          try tx.execute("select pg_advisory_xact_lock(7)")
          try tx.wait(
            until: """
              select count(*) >= 2 from pg_stat_activity
              where datname = current_database() and wait_event_type = 'Lock'
              """)
        }
        let outcomes = [try await first.value, try await second.value]
        #expect(outcomes.map(\.peopleCreated).sorted() == [0, 2])
        #expect(outcomes.map(\.unchanged).sorted() == [0, 2])
      }
      #expect(waits.all.count >= 2 && waits.all.allSatisfy { $0.contains("at work in UZ-TAS since") })
      #expect(try await office.names().count == 2)
    }
  }

  /// Begins once somebody holds the advisory lock.
  private func held<Value: Sendable>(
    _ office: Office, _ body: @Sendable () async throws -> Value
  ) async throws -> Value {
    try await office.database.read { tx in
      try tx.wait(
        until: """
          select exists (select from pg_locks where locktype = 'advisory' and objid = 7 and granted
            and database = (select oid from pg_database where datname = current_database()))
          """)
    }
    return try await body()
  }
}
