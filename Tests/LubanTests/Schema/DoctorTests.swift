import Luban
import Postgres
import Support
import Testing

@Suite("Doctor")
struct DoctorTests {
  private func collation(of office: Office) async throws -> Finding? {
    try await office.schema.examine(isDeep: false).first { $0.check == "collation" }
  }

  @Test("an office in use is well")
  func well() async throws {
    try await withOffice(.cohort) { office async throws in
      #expect(try await office.schema.examine(isDeep: true).filter { !$0.isWell } == [])
    }
  }

  @Test("attendance of a session or an enrollment that is gone is told by its keys")
  func orphans() async throws {
    try await withOffice(isWellInTheEnd: false) { office in
      _ = try await office.classOf(1)
      try await office.database.write { tx in
        try tx.runScript("set local session_replication_role = replica")
        try tx.execute(
          """
          insert into attendance (workshop_id, session_id, enrollment_id, status)
          select workshop_id, -1, id, 'present' from enrollment
          """
        )
      }
      let finding = try await office.schema.examine(isDeep: true).first {
        $0.check == "who was there was enrolled"
      }
      #expect(finding?.isWell == false)
      #expect(finding?.found.description.contains("session -1, enrollment ") == true)
    }
  }

  @Test(
    "what two that wrote at once could have broken is found",
    arguments: [
      (
        "credentials are of the completed",
        """
        insert into credential (workshop_id, serial, year, number, enrollment_id, side, partner_id, title, issued_on, record)
        select e.workshop_id, 'UZ-TAS-2024-00001', 2024, 1, e.id, 'chinese', p.id, 'x', '2024-12-02', '{}'
        from enrollment e, partner p limit 1
        """
      ),
      ("marks lie in their enrollments", "update result set graded_on = '2024-05-01'"),
      ("plans lie within one another", "update class set begins_on = '2024-09-05'"),
      ("cohorts that are over are empty", "update cohort set (status, seats_held) = ('finished', 0)"),
      (
        "agreements cover their transfers",
        "insert into agreement (code, kind, effective_on) values ('A-9', 'joint_training', '2024-01-01')"
      ),
      (
        "events and offers keep their kind", "update partner set kind = 'college' where code = 'UZ-DEPOT'"
      ),
    ] as [(String, SQL)])
  func breaches(_ check: String, _ breach: SQL) async throws {
    try await withOffice(.graduation, isWellInTheEnd: false) { office in
      try await office.database.write { tx in
        try tx.runScript("set local session_replication_role = replica")
        try tx.execute(breach)
      }
      let finding = try await office.schema.examine(isDeep: true).first { $0.check.description == check }
      #expect(finding?.isWell == false)
    }
  }

  @Test("sorting orders of another version are told, and the way out mends it")
  func collationDrift() async throws {
    try await withOffice { office in
      try await office.database.write { tx in
        try tx.execute("update pg_database set datcollversion = '1.0' where datname = current_database()")
      }
      let finding = try #require(try await collation(of: office))
      #expect(!finding.isWell)
      #expect(finding.found.description.hasPrefix("1.0, now "))
      #expect(finding.wayOut.description.contains("reindex schema luban"))
      _ = try await office.database.withoutTransaction { session in
        let name = try session.rows("select current_database()", as: String.self)[0]
        try session.execute("reindex schema luban")
        try session.execute("alter database \(identifier: name) refresh collation version")
      }
      #expect(try await collation(of: office)?.isWell == true)
    }
  }
}
