import Luban
import Support
import Testing

@Suite("The real workshops as a seed")
struct WorkshopSeedTests {
  private func everything(_ office: Office) async throws -> [String] {
    try await office.database.read { tx in
      try [
        "institution", "institution_name", "institution_event", "workshop", "workshop_event", "workshop_role",
        "program", "program_edition", "program_stage", "city",
      ].map { table in
        try tx.one(
          "select count(*) || ' ' || md5(string_agg(t::text, '|' order by t::text)) from \(identifier: table) t",
          as: String.self)
      }
    }
  }

  @Test("seeding again adds nothing, and leaves what the office has made of it")
  func again() async throws {
    try await withOffice { office in
      try await office.schema.seed(.workshops)
      _ = try await office.database.write { tx in
        try tx.execute(
          "update institution set note = 'ours' where code = (select min(code) from institution)")
        try tx.execute("update workshop set titles = '{\"en\": \"Ours\"}' where code = 'UZ-TAS'")
        try tx.execute(
          "delete from workshop_event where workshop_id = (select id from workshop where code = 'UZ-TAS')")
      }
      let before = try await everything(office)
      try await office.schema.seed(.workshops)
      #expect(try await everything(office) == before)
    }
  }
}
