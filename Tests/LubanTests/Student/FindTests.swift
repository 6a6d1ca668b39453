import Luban
import Support
import Testing

@Suite("Students found by what is remembered of them")
struct FindTests {
  private func office(_ body: (Office) async throws -> Void) async throws {
    try await withOffice(.cohort) { office in
      _ = try await office.take(
        """
        family_name,given_name,birth_date,nationality
        Юсупов,Бобур,2006-03-15,UZ
        Yusupova,Nigora,2006-04-15,UZ
        Хасанова,Феруза,2007-08-22,UZ
        Журавлёв,Олег,2007-08-23,UZ
        Шоймардонов,Юлдуз,2007-08-24,UZ

        """)
      try await body(office)
    }
  }

  private func found(_ office: Office, _ text: String) async throws -> [String] {
    let listing = try await office.students.find(text)
    return try await office.csv(listing, Page(columns: ["names", "found_by"]))
      .split(separator: "\n").dropFirst().map(String.init)
  }

  @Test(
    "a name is found in the letters of another script, by its beginning too",
    arguments: [
      ("yusup", ["Yusupova Nigora,beginning", "Юсупов Бобур,word"]),
      ("юсуп", ["Юсупов Бобур,beginning", "Yusupova Nigora,word"]),
      ("bobur", ["Юсупов Бобур,word"]), ("Khasanova", ["Хасанова Феруза,word"]),
      ("Hasanova feruza", ["Хасанова Феруза,word"]), ("zhuravlev", ["Журавлёв Олег,word"]),
      ("shoymardonov yulduz", ["Шоймардонов Юлдуз,word"]), ("нигора", ["Yusupova Nigora,word"]),
    ])
  func scripts(text: String, names: [String]) async throws {
    try await office { office in
      let found = try await found(office, text)
      #expect(found == names)
    }
  }

  @Test("an edit that makes two people of one name and birth date tells who the other is, unless it says so")
  func namesake() async throws {
    try await office { office in
      var changes = StudentChanges()
      changes.details.fullName = "Юсупов Бобур"
      changes.details.birthOn = Day("2006-03-15")
      changes.renaming = .correction
      let changed = try await office.students.change(students(3)[0], changes)
      #expect(changed.namesakes.map(\.description) == ["S-00001"])
      var phone = StudentChanges()
      phone.details.phone = "+998901234567"
      let called = try await office.students.change(students(3)[0], phone)
      #expect(called.namesakes == [])
      changes.isAnother = true
      changes.details.fullName = "Юсупов  Бобур"
      let another = try await office.students.change(students(3)[0], changes)
      #expect(another.namesakes == [])
    }
  }
}
