import Luban
import Postgres
import Support
import Testing

@Suite("Numbers of imports")
struct ImportNumberTests {
  static let header = "full_name,birth_date,nationality,workshop\n"

  private func people(_ office: Office, _ text: String) async throws -> ImportOutcome {
    try await office.take(Self.header + text) {
      $0.noun = .people
      $0.cohort = nil
    }
  }

  private func withTwoWorkshops(_ body: (Office) async throws -> Void) async throws {
    try await withOffice(.cohort) { office in
      try await office.workshops.open("UZ-SAM", in: "UZ", WorkshopDetails { $0.titles = ["en": "Samarkand"] })
      try await body(office)
    }
  }

  @Test("bare digits under a heading of documents count the lines, unless a kind of document stands there")
  func counts() async throws {
    try await withOffice(.cohort) { office async throws in
      let list = "ID,name,birth date,nationality\n101,Rahimov Olim,2008-05-05,UZ\n"
      #expect(problems(try await office.take(list)) == ["document_number:number_is_not_a_count@2"])
      let cards =
        "document_kind,ID,name,birth date,nationality\nstudent_card,10123,Rahimov Olim,2008-05-05,UZ\n"
      #expect(problems(try await office.take(cards)) == [])
    }
  }

  @Test(
    "birth certificates are taken as they are printed",
    arguments: ["I-ТН 0123456", "I-ТН № 0123456", "III АЮ 654321", "IIIАЮ 654321", "II-МЮ 654321"])
  func birthCertificates(_ number: String) async throws {
    try await withOffice(.cohort) { office in
      let list = "document_kind,document_number,name,birth date,nationality\n"
      let outcome = try await office.take(list + "birth_certificate,\(number),Rahimov Olim,2008-05-05,UZ\n")
      #expect(problems(outcome) == [])
    }
  }

  @Test(
    "each workshop counts its own, and a file that touches two is found by either number and by its command")
  func twoWorkshops() async throws {
    try await withTwoWorkshops { office in
      let alone = try await people(office, "A,2005-01-01,UZ,UZ-TAS\n")
      let both = try await people(office, "B,2005-01-02,UZ,UZ-TAS\nC,2005-01-03,UZ,UZ-SAM\n")
      #expect(alone.batches.map(\.description) == ["UZ-TAS/B-0001"])
      #expect(both.batches.map(\.description) == ["UZ-SAM/B-0001", "UZ-TAS/B-0002"])
      let shown = try await office.imports.show(.number(2, workshop: nil))
      #expect(shown.workshops.map(\.batch) == both.batches)
      #expect(shown.workshops.map(\.peopleCreated) == [1, 1])
      for name in ["UZ-SAM/B-0001", "uz-tas/b-2", "2", shown.command] {
        let reference = try #require(ImportReference(name))
        #expect(try await office.imports.show(reference) == shown)
      }
      await #expect(
        throws: LubanError.ambiguous(
          noun: "import", code: "B-0001", candidates: ["UZ-SAM/B-0001", "UZ-TAS/B-0001"])
      ) { try await office.imports.show(.number(1, workshop: nil)) }
    }
  }

  @Test(
    "what names no import is refused before it is looked for",
    arguments: ["", "B-", "B-0", "/B-1", "a/b/1", "x"])
  func unreadable(_ name: String) { #expect(ImportReference(name) == nil) }

  @Test("who counts an import at a workshop keeps nobody waiting at another, and the next at the same")
  func waiting() async throws {
    try await withTwoWorkshops { office in
      async let others: [ImportOutcome] = {
        try await office.database.read { tx in
          try tx.wait(
            until: """
              select exists (select from pg_locks where locktype = 'advisory' and objid = 7 and granted
                and database = (select oid from pg_database where datname = current_database()))
              """)
        }
        return [
          try await people(office, "A,2005-01-01,UZ,UZ-SAM\n"),
          try await people(office, "B,2005-01-02,UZ,UZ-TAS\n"),
        ]
      }()
      try await office.database.write { tx in
        try tx.execute("select number_imports(array[id]) from workshop where code = 'UZ-TAS'")
        try tx.execute("select pg_advisory_xact_lock(7)")
        try tx.wait(
          until: """
            select exists (select from import_batch b join workshop w on w.id = b.workshop_id where w.code = 'UZ-SAM')
            """)
        try tx.waitUntilSomebodyWaits()
      }
      #expect(try await others.flatMap(\.batches).map(\.description) == ["UZ-SAM/B-0001", "UZ-TAS/B-0002"])
    }
  }
}
