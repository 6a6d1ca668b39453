import Luban
import Support
import Testing

@Suite("The real workshops as a seed")
struct WorkshopSeedTests {
  private func everything(_ office: Office) async throws -> [String] {
    try await office.database.read { tx in
      try [
        "partner", "partner_name", "partner_event", "workshop", "workshop_event", "workshop_role",
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
          "update partner set note = 'ours' where code = (select min(code) from partner)")
        try tx.execute("update workshop set titles = '{\"en\": \"Ours\"}' where code = 'UZ-TAS'")
        try tx.execute(
          "delete from workshop_event where workshop_id = (select id from workshop where code = 'UZ-TAS')")
      }
      let before = try await everything(office)
      try await office.schema.seed(.workshops)
      #expect(try await everything(office) == before)
    }
  }

  private func zones(_ office: Office) async throws -> [String: String] {
    let rows = try await office.database.read { tx in
      try tx.rows("select code, coalesce(time_zone, '') from workshop", as: (String.self, String.self))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  @Test("each workshop has the time zone of its city, by which its calendars are exact")
  func timeZones() async throws {
    try await withOffice { office in
      try await office.schema.seed(.workshops)
      let zones = try await zones(office)
      #expect(zones.filter { $0.value.isEmpty }.keys.sorted() == [])
      #expect(zones["UZ-TAS"] == "Asia/Tashkent" && zones["ID-PON"] == "Asia/Jakarta")
      let begins = try await office.database.read { tx in
        try tx.rows(
          """
          select w.code, moment('2026-09-07 09:00', w.time_zone) from workshop w
          where w.code in ('GB-CRA', 'NI-INA', 'UZ-TAS') order by w.code
          """, as: (String.self, String.self))
      }
      #expect(begins.map(\.1) == ["20260907T080000Z", "20260907T150000Z", "20260907T040000Z"])
    }
  }

  @Test("an office keeps the time zone it has set, and gets one where it has none")
  func timeZonesOfTheOffice() async throws {
    try await withOffice { office in
      try await office.schema.seed(.workshops)
      _ = try await office.database.write { tx in
        try tx.execute("update workshop set time_zone = 'Asia/Samarkand' where code = 'UZ-TAS'")
        // As in an office that was seeded before there were time zones, with a workshop of its own.
        try tx.execute("update workshop set time_zone = null where code = 'KE-MAC'")
        try tx.execute("update workshop set time_zone = null, source = 'ours' where code = 'RW-MUS'")
      }
      try await office.schema.seed(.workshops)
      let zones = try await zones(office)
      #expect(zones["UZ-TAS"] == "Asia/Samarkand" && zones["KE-MAC"] == "Africa/Nairobi")
      #expect(zones["RW-MUS"] == "")
    }
  }
}
