import Luban
import Postgres
import Support
import Testing

@Suite("History")
struct HistoryTests {
  @Test(
    "what was known at a time comes back: changed, removed and later rows; a write that changes nothing leaves no trace"
  )
  func known() async throws {
    try await withOffice { office in
      try await office.ground()
      try await office.database.write { tx in
        try tx.runScript(
          """
          create table luban.thing (workshop_id int, id bigint, word text, recorded_at timestamptz default now());
          create trigger thing_keeps_revisions after update on luban.thing
            referencing old table as old_rows new table as new_rows for each statement
            execute function luban.keeps_revisions();
          create trigger thing_keeps_what_is_removed after delete on luban.thing
            referencing old table as old_rows for each statement execute function luban.keeps_revisions();
          """)
        try tx.execute(
          "insert into luban.thing select w.id, n, 'word ' || n from workshop w, generate_series(1, 4) n")
      }
      let before = try await office.now()
      try await office.database.write { tx in
        try tx.execute("select set_config('luban.batch', '7', true)")
        try tx.execute("update luban.thing set word = case id when 2 then 'second' else word end")
        try tx.execute("delete from luban.thing where id = 3")
        try tx.execute(
          "insert into luban.thing select workshop_id, 5, 'word 5' from luban.thing where id = 1")
      }
      let between = try await office.now()
      try await office.database.write { tx in
        try tx.execute("update luban.thing set word = 'twice' where id = 2")
        try tx.execute("delete from luban.thing where id = 5")
      }
      #expect(try await words(office, at: before) == ["word 1", "word 2", "word 3", "word 4"])
      #expect(try await words(office, at: between) == ["word 1", "second", "word 4", "word 5"])
      #expect(try await words(office, at: office.now()) == ["word 1", "twice", "word 4"])
      let kept = try await office.database.read { tx in
        try tx.rows(
          "select row_id, batch_id from revision where table_name = 'thing' order by id",
          as: (Int.self, Int?.self))
      }
      #expect(kept.map(\.0) == [2, 3, 2, 5])
      #expect(kept.map(\.1) == [7, 7, nil, nil])
      try await office.database.write { tx in try tx.runScript("drop table luban.thing") }
    }
  }

  /// As the functions of the schema report say it, see `sql/report/10_replaced.sql`.
  private func words(_ office: Office, at time: KnownTime) async throws -> [String] {
    try await office.database.read { tx in
      try tx.rows(
        """
        select word from (
          select r.* from luban.thing r
          where r.recorded_at <= \(time)::timestamptz and not exists (
            select from report.replaced('thing', \(time)::timestamptz) v where (v.workshop_id, v.row_id) = (r.workshop_id, r.id))
          union all
          select r.* from report.first_revision('thing', \(time)::timestamptz) v,
            jsonb_populate_record(null::luban.thing, v.before) r
          where r.recorded_at <= \(time)::timestamptz) known
        order by id
        """, as: String.self)
    }
  }
}
