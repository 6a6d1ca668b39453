import FoundationEssentials
import Luban
import Postgres
import Support
import Testing

/// Servers that are full, that can only be read, that do not let one, and a pooler before one.
@Suite("States of the server")
struct ServerStateTests {
  /// Runs a program as the account of the server, which is not root's.
  private static let asServer =
    #"PATH=$PATH:/usr/sbin; as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }"#

  @Test("what a role may not do is told at once, with the role, and is no fault of Luban's own")
  func forbidden() async throws {
    try await TestDatabase.with { test in
      let outcome = try Program.shell(
        """
        psql "$LUBAN_DSN" -qc 'drop role if exists guest_of_test' -c 'create role guest_of_test login'
        export LUBAN_DSN="$LUBAN_DSN user=guest_of_test"
        luban workshop list; echo $?
        psql "\(test.dsn)" -qc 'grant usage on schema luban, report, list to guest_of_test' \\
          -c 'grant select on all tables in schema luban, list to guest_of_test'
        luban workshop list --format csv --columns code; echo $?
        luban partner add UZ-T --kind school --country UZ --name T; echo $?
        luban db migrate --plan; luban doctor > /dev/null; echo $?
        psql "\(test.dsn)" -qc 'drop owned by guest_of_test' -c 'drop role guest_of_test'
        """, dsn: test.dsn)
      #expect(outcome.output == "5\ncode\r\n0\n5\nThe schema is up to date.\n0\n")
      let told = outcome.talk.split(separator: "\n").filter { $0.hasPrefix("error: ") }
      #expect(
        told == [
          "error: The role guest_of_test may not do this: permission denied for schema luban. Nothing was changed. "
            + "Have it granted by whoever set the database up.",
          "error: The role guest_of_test may not do this: permission denied for table partner. Nothing was changed. "
            + "Have it granted by whoever set the database up.",
        ])
    }
  }

  @Test("where no connection is left it is tried again for as long as was said, and then told")
  func full() async throws {
    try await TestDatabase.with { test in
      let outcome = try Program.shell(
        """
        psql "$LUBAN_DSN" -qc 'drop role if exists one_of_test' -c 'create role one_of_test login connection limit 1' \\
          -c 'grant usage on schema luban, report, list to one_of_test' \\
          -c 'grant select on all tables in schema luban, list to one_of_test'
        mine="$LUBAN_DSN user=one_of_test"
        sessions() { psql "$LUBAN_DSN" -Atqc "select count(*) from pg_stat_activity where usename = 'one_of_test'"; }
        psql "$mine" -qc 'select pg_sleep(3600)' > /dev/null 2>&1 & holder=$!
        until [ "$(sessions)" = 1 ]; do sleep 0.02; done
        luban workshop list --dsn "$mine" --retry-for 1s; echo $?
        luban workshop list --dsn "$mine" --format csv --columns code & waiting=$!
        sleep 0.5
        psql "$LUBAN_DSN" -qc "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'one_of_test'" > /dev/null
        wait $holder; wait $waiting; echo $?
        psql "$LUBAN_DSN" -qc 'drop owned by one_of_test' -c 'drop role one_of_test'
        """, dsn: test.dsn)
      #expect(outcome.output == "8\ncode\r\n0\n")
      #expect(outcome.talk.contains("error: The server has no connection left: "), "\(outcome.talk)")
      #expect(outcome.talk.contains("too many connections for role \"one_of_test\""))
    }
  }

  @Test(
    "a standby answers what reads; what writes waits until it is the primary, and is told if it is not in time"
  )
  func standby() async throws {
    try await withOwnHome { home in
      let made = try home.run(
        """
        set -e
        \(Self.asServer)
        luban seed workshops
        dsn=$(luban db where)
        mkdir "$PWD/second"; chmod 700 "$PWD/second"; [ "$(id -u)" != 0 ] || chown postgres "$PWD/second"
        folder=$PWD/second
        bin=$(psql "$dsn" -Atc "select setting from pg_config where name = 'BINDIR'")
        as $bin/pg_basebackup -d "$dsn" -D $folder/data -R -c fast -X stream
        as $bin/pg_ctl -D $folder/data -l $folder/log -w -o "-c unix_socket_directories='$folder' -c port=5433" start
        """)
      try #require(made.exitCode == 0, "\(made.talk)")
      let outcome = try home.run(
        """
        \(Self.asServer)
        dsn=$(luban db where); bin=$(psql "$dsn" -Atc "select setting from pg_config where name = 'BINDIR'")
        second="host=$PWD/second port=5433 user=luban dbname=luban"
        luban workshop list --dsn "$second" --format csv --limit 0 | wc -l
        luban report cohort --dsn "$second" --format csv | wc -l
        luban doctor --dsn "$second" | grep -c 'a standby: nothing can be written here'
        luban partner add UZ-A --kind school --country UZ --name A --dsn "$second" --retry-for 1s; echo $?
        luban db migrate --dsn "$second" --retry-for 1s; echo $?
        luban partner add UZ-B --kind school --country UZ --name B --dsn "$second" > /dev/null & writing=$!
        sleep 0.5; as $bin/pg_ctl -D $PWD/second/data -w promote > /dev/null
        wait $writing; echo $?
        psql "$second" -Atc "select code from luban.partner where code::text in ('UZ-A', 'UZ-B')"
        as $bin/pg_ctl -D $PWD/second/data -m immediate stop > /dev/null
        """)
      #expect(outcome.output == "30\n1\n1\n8\n8\n0\nUZ-B\n", "\(outcome.talk)")
      let told = outcome.talk.split(separator: "\n").filter { $0.hasPrefix("error: ") }
      #expect(told.count == 2)
      #expect(told.allSatisfy { $0.hasPrefix("error: The server that answered can only be read") })
    }
  }

  /// Whether the pooler is installed.
  private static let hasPooler: Bool =
    (try? Program.shell("PATH=$PATH:/usr/sbin command -v pgbouncer", dsn: ""))?.exitCode == 0

  @Test(
    "behind pgbouncer in transaction mode all goes as without, and no setting of Luban's is left to others",
    .enabled(if: Self.hasPooler, "needs pgbouncer"))
  func pooler() async throws {
    try await TestDatabase.with { test in
      try await withPooler(before: test.dsn) { pooled in
        let office = Office(dsn: pooled)
        let settings = try await office.database.write { tx in
          try ["lock_timeout", "search_path", "work_mem", "timezone"].map {
            try tx.one("select current_setting(\($0))", as: String.self)
          }
        }
        await office.close()
        #expect(settings == ["10s", "luban, pg_temp", "32MB", "UTC"])
        let outcome = try Program.shell(
          """
          set -e
          luban seed workshops
          luban cohort plan UZ-TAS-LOG-2026A --workshop UZ-TAS --program LOG --intake 2026-09-01 --capacity 40
          luban cohort open UZ-TAS-LOG-2026A --on 2026-05-01 --override test
          luban seed people --students 60 --seed 7 -o $$.csv
          luban enroll import $$.csv --cohort UZ-TAS-LOG-2026A --on 2026-06-01 --override test > /dev/null
          rm $$.csv
          luban report cohort --as-of 2026-11-01 --format csv | wc -l
          (luban partner add UZ-A --kind school --country UZ --name A > /dev/null; echo $?) &
          (luban student list --limit 0 --format csv | wc -l) &
          wait
          luban doctor --deep > /dev/null
          psql "$LUBAN_DSN" -Atc 'show lock_timeout' -c 'show search_path' -c 'show work_mem'
          """, dsn: pooled)
        #expect(outcome.exitCode == 0, "\(outcome.talk)")
        #expect(outcome.output.hasSuffix("0\n\"$user\", public\n4MB\n"), "\(outcome.output)")
        #expect(!outcome.talk.contains("error"), "\(outcome.talk)")
      }
    }
  }

  /// A pooler with one session of the server, which all share.
  private func withPooler(before dsn: String, _ body: (String) async throws -> Void) async throws {
    let made = try Program.shell(
      """
      \(Self.asServer)
      folder=$(mktemp -d); chmod 700 $folder; [ "$(id -u)" != 0 ] || chown postgres $folder
      field() { psql "$LUBAN_DSN" -Atc "$1"; }
      cat > $folder/pgbouncer.ini <<END
      [databases]
      pooled = host=$(field 'show unix_socket_directories' | tr -d '"') port=5432 dbname=$(field 'select current_database()') user=luban pool_size=1
      [pgbouncer]
      listen_addr =
      listen_port = 6432
      unix_socket_dir = $folder
      auth_type = any
      pool_mode = transaction
      logfile = $folder/log
      pidfile = $folder/pid
      END
      as pgbouncer -q -d $folder/pgbouncer.ini >&2
      for turn in 1 2 3 4 5 6 7 8 9; do
        psql "host=$folder port=6432 dbname=pooled user=luban" -Atc 'select 1' > /dev/null 2>&1 && break; sleep 0.2
      done
      echo $folder
      """, dsn: dsn)
    let folder = made.output.split(separator: "\n").last.map(String.init) ?? ""
    try #require(made.exitCode == 0 && !folder.isEmpty, "\(made.talk)")
    let outcome: Result<Void, any Error>
    do {
      outcome = .success(try await body("host=\(folder) port=6432 dbname=pooled user=luban"))
    } catch { outcome = .failure(error) }
    _ = try Program.shell("kill $(cat \(folder)/pid); rm -rf \(folder)", dsn: "")
    try outcome.get()
  }
}
