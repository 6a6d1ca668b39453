import Postgres
import Support
import Testing

/// Databases that begin: several commands at once, and set-ups that are killed.
@Suite("First start")
struct FirstStartTests {
  /// Eight commands of those with which one begins, as processes of their own; the exit code of each, by number.
  private static let eight = """
    run() { n=$1; shift; ( "$@" > $n.out 2> $n.err; echo "$n $?" >> codes ) & }
    : > codes
    run 1 luban workshop list
    run 2 luban seed workshops
    run 3 luban partner add UZ-T3 --kind school --country UZ --name Third
    run 4 luban db migrate
    run 5 luban seed reference
    run 6 luban course list
    run 7 luban partner add UZ-T7 --kind school --country UZ --name Seventh
    run 8 luban seed workshops
    wait
    sort codes | grep -v ' 0$' | while read n code; do echo "$n ended with $code"; cat $n.err; done
    """

  @Test("eight commands at once on a machine where nothing is yet all succeed", arguments: 1...3)
  func eightOnNothing(round: Int) async throws {
    try await withOwnHome { home in
      #expect(try home.run(Self.eight).output == "")
      let after = try home.run(
        """
        luban doctor --deep > /dev/null && luban db migrate && luban db shell -- -Atc "
          select (select count(*) > 200 from luban.country), (select count(*) > 20 from luban.workshop),
            (select count(*) from luban.partner where code::text like 'UZ-T_')"
        """)
      #expect(after == .init(output: "The schema is up to date.\nt|t|2\n", talk: "", exitCode: 0))
    }
  }

  @Test("eight commands at once on an empty database of a server that was named all say what to do, or do it")
  func eightOnServer() async throws {
    try await TestDatabase.withNothing { test in
      let outcome = try Program.shell(
        "for n in 1 2 3 4 5 6 7 8; do (luban db migrate > /dev/null; echo $?) & done; wait", dsn: test.dsn)
      #expect(outcome == .init(output: String(repeating: "0\n", count: 8), talk: "", exitCode: 0))
    }
  }

  /// So many commands of the schema are run before the next one meets its end; a hook of the server counts them.
  private static let trap: SQL = """
    create table public.fate (place bigint, how text);
    create sequence public.nth;
    create function public.meet() returns event_trigger language plpgsql as $$
    declare
      fate public.fate;
    begin
      select * into fate from public.fate;
      if nextval('public.nth') is distinct from fate.place then return; end if;
      if fate.how = 'server' then perform pg_terminate_backend(pg_backend_pid());
      else perform pg_advisory_lock(4711); end if;
    end $$;
    create event trigger meet on ddl_command_end execute function public.meet();
    """

  private static let remains: SQL = """
    select nspname::text from pg_namespace where nspname in ('luban', 'report')
    union all select extname::text from pg_extension where extname <> 'plpgsql'
    """

  /// How many commands of the schema a whole set-up runs.
  private func countCommands() async throws -> Int {
    var count = 0
    try await TestDatabase.withNothing { test in
      try await test.office.database.write { try $0.runScript(Self.trap) }
      #expect(try Program.shell("luban db migrate", dsn: test.dsn).exitCode == 0)
      count = try await test.office.database.read {
        try $0.one("select last_value from public.nth", as: Int.self)
      }
    }
    return count
  }

  @Test(
    "a set-up that is killed in any of its statements leaves the database empty, and the next one makes it whole",
    arguments: ["server", "client"])
  func killed(how: String) async throws {
    let commands = try await countCommands()
    #expect(commands > 200)
    try await TestDatabase.withNothing { test in
      let database = test.office.database
      try await database.write { try $0.runScript(Self.trap) }
      for turn in 1...20 {
        let place = max(1, commands * turn / 20)
        try await database.write { tx in
          try tx.runScript("delete from public.fate; alter sequence public.nth restart")
          try tx.execute("insert into public.fate values (\(place), \(how))")
        }
        let outcome =
          try how == "server"
          ? Program.shell("luban db migrate --retry-for 0s", dsn: test.dsn) : killClient(of: test.dsn)
        #expect(outcome.exitCode == (how == "server" ? 8 : 137), "\(place): \(outcome.talk)")
        let remains = try await database.read { try $0.rows(Self.remains, as: String.self) }
        #expect(remains == [], "after \(place)")
      }
      try await database.write { try $0.runScript("delete from public.fate") }
      #expect(try Program.shell("luban db migrate && luban doctor --deep", dsn: test.dsn).exitCode == 0)
    }
  }

  /// Kills a migrating program while the server is in the midst of its statement, and waits until the server knows.
  private func killClient(of dsn: String) throws -> Program.Outcome {
    try Program.shell(
      """
      ask() { psql "$LUBAN_DSN" -Atqc "$1"; }
      waiting="from pg_stat_activity where datname = current_database() and wait_event = 'advisory'"
      (echo 'select pg_advisory_lock(4711);'; echo 'select 1;'; while [ ! -e release.$$ ]; do sleep 0.02; done) \
        | psql "$LUBAN_DSN" -Atq > /dev/null &
      keeper=$!
      until [ "$(ask "select count(*) from pg_locks where locktype = 'advisory' and objid = 4711 and granted")" = 1 ]
      do sleep 0.02; done
      luban db migrate & migrating=$!
      until [ "$(ask "select count(*) $waiting")" = 1 ]; do sleep 0.02; done
      kill -9 $migrating; wait $migrating; code=$?
      touch release.$$; wait $keeper; rm release.$$
      until [ "$(ask "select count(*) from pg_stat_activity where datname = current_database() and application_name = 'luban'")" = 0 ]
      do sleep 0.02; done
      exit $code
      """, dsn: dsn)
  }

  @Test("where the server ends a session in the midst of a set-up it is done again, and whole")
  func again() async throws {
    try await TestDatabase.withNothing { test in
      try await test.office.database.write { tx in
        try tx.runScript(Self.trap)
        try tx.execute("insert into public.fate values (100, 'server')")
      }
      let outcome = try Program.shell("luban db migrate > /dev/null && luban doctor", dsn: test.dsn)
      #expect(outcome.exitCode == 0, "\(outcome.talk)")
    }
  }

  @Test("a command stopped after the private database was set up says that this was kept")
  func stopped() async throws {
    try await withOwnHome { home in
      let outcome = try home.run(
        """
        luban seed demo --students 20000 & stopping=$!
        until luban db shell -- -Atc 'select 1 from luban.schema_version' 2> /dev/null | grep -q 1; do sleep 0.05; done
        kill -TERM $stopping; wait $stopping
        """)
      #expect(
        outcome
          == .init(
            output: "",
            talk: """
              Setting up the private database …
              error: Stopped. The private database was set up; nothing else was changed.

              """, exitCode: 130))
      #expect(try home.run("luban workshop list --format csv | wc -l").output == "1\n")
    }
  }
}
