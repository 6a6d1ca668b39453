import Luban
import Postgres
import Support
import Testing

@Suite("The same people again")
struct RepetitionTests {
  private static let header = "full_name,birth_date,nationality,document_number,email\n"

  @Test("namesakes of one birth date are refused unless answered to be two, and then known as two ever after")
  func namesakes() async throws {
    try await withOffice(.cohort) { office in
      let text = Self.header + "Li Wei,2005-01-01,CN,E100,\nLi Wei,2005-01-01,CN,E200,\n"
      let doubted = try await office.take(text)
      #expect(problems(doubted) == ["document_number:line_is_not_in_doubt@3"])
      let header = "same_as," + Self.header
      let answered = header + ",Li Wei,2005-01-01,CN,E100,\nnew,Li Wei,2005-01-01,CN,E200,\n"
      let taken = try await office.take(answered)
      #expect(problems(taken) == [])
      #expect(taken.peopleCreated == 2)
      for lines in [answered.replacing("new,", with: ","), text] {
        let again = try await office.take(lines)
        #expect(problems(again) == [])
        #expect(again.unchanged == 2)
      }
      let third = try await office.take(Self.header + "Li Wei,2005-01-01,CN,E300,\n")
      #expect(problems(third) == ["document_number:person_is_not_known_otherwise@2"])
      let unclear = try await office.take(Self.header + "Li Wei,2005-01-01,CN,,\n")
      #expect(problems(unclear) == ["full_name:person_is_not_in_doubt@2"])
    }
  }

  @Test("numbers that Excel made alike do not make two people one")
  func damagedAlike() async throws {
    try await withOffice(.cohort) { office in
      let outcome = try await office.take(
        Self.header + "One,2005-01-01,UZ,4.5E+11,\nOther,2005-01-02,UZ,4.5E+11,\n")
      #expect(problems(outcome) == ["document_number:value_is_not_damaged_by_excel@2,3"])
    }
  }

  @Test("a person in two lines is named, by whichever of number, document and name each line leads to them")
  func twice() async throws {
    try await withOffice(.cohort) { office in
      _ = try await office.take(Self.header + "Known One,2005-01-01,UZ,K100,\n") {
        $0.noun = .people; $0.workshop = "UZ-TAS"
      }
      let outcome = try await office.take(
        "number,full_name,birth_date,nationality,document_number\nS-00001,,,,\n,Known One,2005-01-01,UZ,K100\n"
          + ",Known One,2005-01-01,UZ,\n,New,2005-01-01,UZ,\n,new,2005-01-01,UZ,\n,Other,2005-01-02,UZ,N100\n"
          + ",Another,2005-01-03,UZ,N100\n")
      // Other and Another are two people with one document: neither line is the one to go.
      #expect(
        problems(outcome) == [":line_repeats_nobody@3,4,6", "document_number:student_document_once@7,8"])
      #expect(
        outcome.problems.first { $0.rule == "line_repeats_nobody" }?.sentence.contains("line 2") == true)
      #expect(
        outcome.problems.first { $0.rule == "student_document_once" }?.sentence.contains(
          "(line 7: line 8, Another)")
          == true)
    }
  }

  @Test(
    "one person in two lines is one by any of the names, whichever column and script each line has them in",
    arguments: [
      // The name of the passport is the same.
      ("Хасанов Олим Каримович,KHASANOV OLIM,", "Xasanov Olim,KHASANOV OLIM,"),
      ("李丽,LI LI,", "Ли Ли,LI LI,"),
      // That of the one is the whole one of the other, in any order of the lines.
      ("KHASANOV OLIM,,", "Хасанов Олим Каримович,KHASANOV OLIM,"),
      ("Ҳасанов Олим,Khasanov  Olim,", "KHASANOV OLIM,,"),
      // The Chinese name is.
      ("Hasanov Olim,,哈桑", "哈桑,,"), ("Hasanov Olim,,哈桑", "Ha Sang,,哈桑"),
    ])
  func otherNames(one: String, other: String) async throws {
    try await withOffice(.cohort) { office in
      let header = "full_name,latin_name,chinese_name,birth_date,nationality,document_number,same_as\n"
      func file(_ first: String, _ second: String) -> String {
        header + "\(one),2005-07-01,UZ,\(first)\n\(other),2005-07-01,UZ,\(second)\n"
      }
      let outcome = try await office.take(file(",", ","))
      #expect(problems(outcome) == [":line_repeats_nobody@3"])
      // Two passports are two people, where the whole names differ; and so they are where a line says it.
      #expect(problems(try await office.take(file("A100,", "A200,")) { $0.isDryRun = true }) == [])
      #expect(problems(try await office.take(file(",", ",new")) { $0.isDryRun = true }) == [])
    }
  }

  @Test("double blanks, case and accents make nobody new")
  func sameName() async throws {
    try await withOffice(.cohort) { office in
      _ = try await office.take(Self.header + "José  Núñez,2005-01-01,PT,,\n")
      #expect(try await office.names() == ["José Núñez"])
      let again = try await office.take(Self.header + "JOSE NUNEZ,2005-01-01,PT,,\n")
      #expect((again.peopleCreated, again.unchanged) == (0, 1))
    }
  }

  @Test("who is asked to wait gets a seat while there is one, after those who ask for it")
  func waiting() async throws {
    try await withOffice { office in
      try await office.cohort(capacity: 3)
      let outcome = try await office.take(
        "full_name,birth_date,nationality,state\nA,2005-01-01,UZ,waitlisted\nB,2005-01-02,UZ,\nC,2005-01-03,UZ,waitlisted\n"
          + "D,2005-01-04,UZ,admitted\nE,2005-01-05,UZ,applied\n")
      #expect((outcome.enrolled, outcome.admitted, outcome.applied, outcome.waitlisted) == (2, 1, 1, 1))
      let states = try await office.database.read { tx in
        try tx.rows("select state::text from enrollment order by student_id", as: String.self)
      }
      #expect(states == ["enrolled", "enrolled", "waitlisted", "admitted", "applied"])
      #expect(try await office.schema.examine(isDeep: true).filter { !$0.isWell } == [])
    }
  }

  @Test("--update changes field by field, empties nothing, and keeps each row as it was with the batch")
  func updates() async throws {
    try await withOffice(.cohort) { office in
      let header = "full_name,latin_name,birth_date,nationality,document_number,email,schooling,gender\n"
      _ = try await office.take(
        header + "Анна Б,ANNA B,2005-01-01,RU,A100,a@b.org,3,f\nИван К,,2005-01-02,RU,A200,,,m\n")
      let outcome = try await office.take(
        header + "Анна В,ANNA V,2005-01-01,RU,A100,,4,f\nИван К,IVAN K,2005-01-02,RU,A200,,,m\n"
      ) { $0.updates = true }
      #expect(outcome.peopleChanged == 2)
      #expect(outcome.changedFields == ["full_name": 1, "latin_name": 2, "schooling": 1])
      let batch = try #require(outcome.batches.first).value
      let kept = try await office.database.read { tx in
        try tx.rows(
          """
          select table_name || ' ' || coalesce(before ->> 'full_name', before ->> 'schooling') from revision
          where batch_id = (select id from import_batch where number = \(batch)) order by 1
          """, as: String.self)
      }
      #expect(kept == ["student 3", "student_name ANNA B", "student_name Анна Б"])
      let email = try await office.database.read {
        try $0.one("select email from student where number = 1", as: String.self)
      }
      #expect(email == "a@b.org")
    }
  }

  @Test(
    "what was refused comes out in the file's own columns, is corrected and sent again; each line has its result"
  )
  func correcting() async throws {
    try await withOffice { office in
      try await office.cohort(capacity: 2)
      let text =
        "name;dob;nationality;note\nA;2005-01-01;UZ;\"x;1\"\nB;2005-02-30;UZ;\n\nC;2005-01-03;ZZ;y\nD;2005-01-04;UZ;z\n"
      try await withFile("") { errors in
        try await withFile("") { results in
          let first = try await office.take(text) {
            $0.skipsInvalid = true
            $0.errorsFile = errors
            $0.resultFile = results
          }
          #expect((first.peopleCreated, first.refused, first.blank, first.lines) == (2, 2, 1, 5))
          let lines = contents(results).split(whereSeparator: \.isNewline).dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).prefix(3).joined(separator: ",")
          }
          #expect(
            lines == ["2,created,S-00001", "3,refused,", "4,blank,", "5,refused,", "6,created,S-00002"])
          let refused = contents(errors)
          #expect(refused.hasPrefix("name;dob;nationality;note;luban_problem"))
          let corrected = refused.split(separator: "2005-02-30").joined(separator: "2005-02-28")
            .split(separator: "ZZ").joined(separator: "UZ")
          let second = try await office.take(corrected)
          #expect(problems(second) == [])
          #expect(second.ignoredColumns == ["note"])
          #expect((second.peopleCreated, second.waitlisted) == (2, 2))
        }
      }
      #expect(try await office.names() == ["A", "D", "B", "C"])
    }
  }

  @Test("imports are numbered without gaps: a dry run and a refused file take no number")
  func numbers() async throws {
    try await withOffice(.cohort) { office in
      let first = try await office.take(Self.header + "A,2005-01-01,UZ,,\n")
      let dry = try await office.take(Self.header + "B,2005-01-02,UZ,,\n") { $0.isDryRun = true }
      let refused = try await office.take(Self.header + "C,2005-02-30,UZ,,\n")
      let second = try await office.take(Self.header + "D,2005-01-04,UZ,,\n")
      #expect(
        [first, dry, refused, second].map { $0.batches.map(\.description) } == [
          ["UZ-TAS/B-0001"], [], [], ["UZ-TAS/B-0002"],
        ])
      #expect(try await office.imports.show(.number(2, workshop: nil)).workshops.map(\.peopleCreated) == [1])
      #expect(try await office.students.show(students(2)[0]).batch == "UZ-TAS/B-0002")
    }
  }

  @Test("a dry run counts what then comes true, and leaves nothing behind")
  func dryRun() async throws {
    try await withOffice { office in
      try await office.cohort(capacity: 2)
      let text = Self.header + "A,2005-01-01,UZ,,\nB,2005-01-02,UZ,,x\nC,2005-01-03,UZ,,\nD,2005-01-04,UZ,,\n"
      var dry = try await office.take(text) {
        $0.skipsInvalid = true; $0.isDryRun = true
      }
      #expect(try await office.names() == [])
      let real = try await office.take(text) { $0.skipsInvalid = true }
      dry.batches = real.batches
      dry.isKept = real.isKept
      #expect(dry == real)
      #expect((real.enrolled, real.waitlisted, real.refused) == (2, 1, 1))
    }
  }
}
