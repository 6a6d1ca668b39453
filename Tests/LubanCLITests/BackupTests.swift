import FoundationEssentials
import Glibc
import Support
import Testing

/// What the private database is asked with `luban db`, through the real binary.
@Suite("Backup and restore")
struct BackupTests {
  /// A seeded office with a cohort of 40 seats and 60 students, some of them gone.
  private static let furnish = """
    set -e
    luban seed workshops
    luban cohort plan UZ-TAS-LOG-2026A --workshop UZ-TAS --program LOG --intake 2026-09-01 --capacity 40
    luban cohort open UZ-TAS-LOG-2026A --on 2026-05-01 --override test
    luban seed people --students 60 --seed 7 -o people.csv
    luban enroll import people.csv --cohort UZ-TAS-LOG-2026A --on 2026-06-01 --override test
    luban enrollment withdraw S-00001 S-00002 --cohort UZ-TAS-LOG-2026A --on 2026-10-01 --code work
    """
  private static let report =
    "luban report cohort --as-of 2026-12-01 --format csv && luban report roster --format csv"

  @Test("what was destroyed comes back to the byte, and can be worked on")
  func roundTrip() async throws {
    try await withOwnHome { home in
      let furnished = try home.run(Self.furnish)
      #expect(furnished.exitCode == 0, "\(furnished.talk)")
      let before = try home.run(Self.report)
      #expect(before.output.split(whereSeparator: \.isNewline).count == 63)
      let written = try home.run("luban db backup all.backup")
      #expect(written == .init(output: "Wrote all.backup.\n", talk: "", exitCode: 0))
      #expect(try home.run("stat -c %a all.backup; ls").output == "600\nall.backup\nhome\npeople.csv\n")

      #expect(try home.run("luban db destroy").exitCode == 2)
      #expect(try home.run("luban db destroy --yes").exitCode == 0)
      #expect(try home.run("ls").output == "all.backup\npeople.csv\n")
      #expect(try home.run("luban db status --format json").output.contains("\"state\" : \"absent\""))

      let restored = try home.run("luban db restore all.backup --yes")
      #expect(restored == .init(output: "Restored all.backup.\n", talk: "", exitCode: 0))
      #expect(try home.run(Self.report).output == before.output)
      let doctor = try home.run("luban doctor --deep")
      #expect(doctor.exitCode == 0, "\(doctor.output)")
      let next = try home.run(
        "luban enrollment withdraw S-00003 --cohort UZ-TAS-LOG-2026A --on 2026-10-02 --code work")
      #expect(next.exitCode == 0, "\(next.talk)")
    }
  }

  @Test("over a database that is there it asks, replaces all of it, and leaves other schemas alone")
  func replacement() async throws {
    try await withOwnHome { home in
      #expect(try home.run("luban seed workshops && luban db backup a.backup").exitCode == 0)
      let later = """
        set -e
        luban partner add UZ-NEW --kind school --country UZ --name New
        luban db shell -- -qc "create table public.other as select 7 as n"
        luban db shell -- -qc "create table luban.newer as select id from luban.partner"
        luban db shell -- -qc "create view luban.newest as select code from luban.partner"
        """
      #expect(try home.run(later).exitCode == 0)
      let asked = try home.run("luban db restore a.backup")
      #expect(asked.exitCode == 2)
      #expect(asked.talk.contains("Replace everything in the database by what a.backup holds? Add --yes"))
      #expect(try home.run("luban partner show UZ-NEW").exitCode == 0)
      let restored = try home.run("luban db restore a.backup --yes")
      #expect(restored == .init(output: "Restored a.backup.\n", talk: "", exitCode: 0))
      #expect(try home.run("luban partner show UZ-NEW").exitCode == 3)
      #expect(try home.run("luban db shell -- -Atc 'table other'").output == "7\n")
      #expect(try home.run("luban db migrate --plan").output == "The schema is up to date.\n")
    }
  }

  @Test("a backup of an older schema is restored, and brought up to date by the next use")
  func olderSchema() async throws {
    try await withOwnHome { home in
      // As it was before the newest migration and its functions.
      let older = """
        set -e
        luban seed reference
        luban db shell -- -qc "delete from luban.migration where number = (select max(number) from luban.migration)" \\
          -c "update luban.code_state set code = 'older'"
        luban db backup older.backup
        luban db destroy --yes
        luban seed workshops
        luban db restore older.backup --yes
        """
      let made = try home.run(older)
      #expect(made.exitCode == 0, "\(made.talk)")
      let doctor = try home.run("luban doctor")
      #expect(doctor.exitCode == 5)
      #expect(doctor.output.contains("luban db migrate"))
      #expect(try home.run("luban db migrate --plan").output.hasPrefix("Would apply:\n"))
    }
  }

  @Test("a file that is no backup is refused before anything is asked")
  func noBackup() async throws {
    try await withOwnHome { home in
      _ = try home.run("luban seed reference; printf 'name,birth\\n' > people.csv; : > empty; mkdir folder")
      for file in ["people.csv", "empty", "folder"] {
        let outcome = try home.run("luban db restore \(file)")
        #expect(outcome.exitCode == 6)
        #expect(
          outcome.talk.hasSuffix(
            "error: \(file) is no backup that luban db backup wrote. Nothing was changed.\n"))
      }
      let missing = try home.run("luban db restore nowhere --yes")
      #expect(missing.talk == "error: nowhere can't be read: No such file or directory.\n")
      #expect(missing.exitCode == 6)
      #expect(try home.run("luban doctor").exitCode == 0)
    }
  }

  @Test("a backup damaged in its middle leaves the database as it was")
  func damaged() async throws {
    try await withOwnHome { home in
      let furnished = try home.run("luban seed workshops && luban db backup good.backup")
      #expect(furnished.exitCode == 0, "\(furnished.talk)")
      let before = try home.run("luban workshop list --limit 0 --format csv").output
      _ = try home.run(
        "luban partner add UZ-NEW --kind school --country UZ --name New; head -c -2000 good.backup > cut.backup"
      )
      let outcome = try home.run("luban db restore cut.backup --yes")
      #expect(outcome.exitCode != 0)
      #expect(outcome.talk.contains("The database is as it was."), "\(outcome.talk)")
      #expect(try home.run("luban partner show UZ-NEW").exitCode == 0)
      #expect(try home.run("luban workshop list --limit 0 --format csv").output == before)
    }
  }

  @Test("where it can't be written nothing is left, and what was there before stays")
  func unwritable() async throws {
    try await withOwnHome { home in
      _ = try home.run("luban seed reference; mkdir folder; echo precious > old.backup")
      for (file, reason) in [("nowhere/a.backup", "nowhere"), ("folder", "folder"), ("/proc/a", "/proc/a")] {
        let outcome = try home.run("luban db backup \(file)")
        #expect(outcome.exitCode != 0)
        #expect(outcome.talk.contains(reason), "\(outcome.talk)")
      }
      // pg_dump fails: there is no such database.
      let failed = try home.run(
        "luban db backup old.backup --dsn \"$(luban db where) dbname=nothing\"; cat old.backup; ls")
      #expect(failed.output == "precious\nfolder\nhome\nold.backup\n")
      #expect(failed.talk.contains("pg_dump failed; what it said stands above. old.backup was not written."))
    }
  }

  @Test("on a full disk nothing is left", .enabled(if: Self.mayMount, "needs the right to mount a tmpfs"))
  func fullDisk() async throws {
    try await withOwnHome { home in
      let outcome = try home.run(
        """
        luban seed workshops; mkdir small; mount -t tmpfs -o size=64k tmpfs small
        luban db backup small/a.backup; code=$?; ls -A small; umount small; exit $code
        """)
      #expect(outcome.exitCode == 8)
      #expect(outcome.output == "Seeded workshops.\n")
      #expect(outcome.talk.contains("No space left on device"))
      #expect(outcome.talk.contains("small/a.backup was not written."))
    }
  }

  /// Whether a tmpfs can be mounted here.
  static let mayMount: Bool = {
    let outcome = try? Program.shell(
      "d=$(mktemp -d) && mount -t tmpfs -o size=64k tmpfs $d && umount $d; c=$?; rmdir $d; exit $c", dsn: "")
    return outcome?.exitCode == 0
  }()

  @Test("where, status and shell reach the private database; a stopped server says so")
  func places() async throws {
    try await withOwnHome { home in
      #expect(try home.run("luban db status").output.contains("absent"))
      #expect(try home.run("luban seed reference").exitCode == 0)
      let answer = try home.run("psql \"$(luban db where)\" -Atc 'select count(*) > 200 from luban.country'")
      #expect(answer.output == "t\n", "\(answer.talk)")
      #expect(
        try home.run("luban db shell -- -Atc \"select alpha2 from luban.country where alpha3 = 'UZB'\"")
          == .init(output: "UZ\n", talk: "", exitCode: 0))
      #expect(try home.run("luban db shell -- -c 'select nothing'").exitCode == 1)
      #expect(try home.run("luban db status").output.contains("running"))
      #expect(try home.run("luban db stop").output == "Stopped.\n")
      #expect(try home.run("luban db stop").output == "It was not running.\n")
      #expect(try home.run("luban db status").output.contains("stopped"))
    }
  }

  @Test("psql and pg_dump end when they are told to, and a backup that was stopped leaves no file")
  func toolsStopped() async throws {
    try await withOwnHome { home in
      #expect(try home.run("luban seed reference").exitCode == 0)
      let asks = #"ask() { luban db shell -- -Atc "select count(*) from pg_stat_activity where $1"; }"#
      let shell = try home.run(
        """
        \(asks)
        luban db shell -- -c 'select pg_sleep(3600)' & shell=$!
        until [ "$(ask "query = 'select pg_sleep(3600)'")" = 1 ]; do sleep 0.02; done
        kill -INT $shell; wait $shell
        """)
      #expect(shell.talk.contains("canceling statement"), "\(shell.talk)")
      let backup = try home.run(
        """
        \(asks)
        luban db shell -- -c 'begin; lock table luban.country; select pg_sleep(3600)' > /dev/null 2>&1 & holder=$!
        until [ "$(ask "wait_event = 'PgSleep'")" = 1 ]; do sleep 0.02; done
        luban db backup all.backup & backup=$!
        until [ "$(ask "application_name = 'pg_dump' and wait_event_type = 'Lock'")" = 1 ]; do sleep 0.02; done
        kill -TERM $backup; wait $backup; code=$?
        kill -INT $holder; wait $holder
        ls; exit $code
        """)
      let talk = "pg_dump: terminated by user\nerror: Stopped. Nothing was changed.\n"
      #expect(backup == .init(output: "home\n", talk: talk, exitCode: 130))
    }
  }

  @Test("the password of a DSN reaches PostgreSQL's programs, and stands in no list of processes")
  func password() async throws {
    try await withOwnHome { home in
      #expect(try home.run("luban seed reference").exitCode == 0)
      let shell = #"-- -Atc 'select 1' -c '\! cat /proc/$PPID/cmdline; echo; echo $PGPASSWORD'"#
      let named = try home.run("luban db shell --dsn \"$(luban db where) password='se\\'cret x'\" \(shell)")
      let lines = named.output.split(separator: "\n")
      #expect(lines.first == "1", "\(named.talk)")
      #expect(lines.last == "se'cret x")
      #expect(lines.dropFirst().first?.contains("--dbname=") == true)
      #expect(lines.dropFirst().first?.contains("cret") == false)
    }
  }
}
