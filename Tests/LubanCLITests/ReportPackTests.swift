import Support
import Testing

/// Packs of reports, through the real binary.
@Suite("Packs of reports")
struct ReportPackTests {
  private static let list = """
    cat > term.txt <<'END'
    # What the council gets.
    report overview --by country --output overview.csv   # by country

    luban report cohort --totals --columns "cohort,enrolled,withdrawn" --output 'cohorts.xlsx'
    report roster --cohort UZ-TAS-LOG-2026A --header --lang zh --output roster.json
    report year 2026 --excel --lang ru --output year.csv --as-of 31.12.2026
    report overview --by country --lang zh --output overview.html
    report language --output language.md
    END
    """

  /// As known at a time that stands in a file.
  private static let pack =
    "luban report pack term.txt --as-of 2026-10-01 --known-at \"$(cat then)\" --out"

  private static func withOffice(
    _ body: (@escaping (String) -> Program.Outcome) throws -> Void
  ) async throws {
    try await withShell(copying: try await TourOffice.laid.value) { run in
      #expect(run(list).exitCode == 0)
      try body(run)
    }
  }

  @Test("are the same bytes twice, after other commands, elsewhere, and in another language")
  func bytes() async throws {
    try await Self.withOffice { run in
      let pack = Self.pack
      let first = run("date -u +%FT%T.%NZ > then; \(pack) one")
      #expect(first.output.hasPrefix("Packed 6 reports in one. SHA-256 of its manifest: "), "\(first)")
      #expect(
        run("ls one").output.split(separator: "\n") == [
          "cohorts.xlsx", "language.md", "manifest.json", "overview.csv", "overview.csv.manifest.json",
          "overview.html", "roster.json", "year.csv", "year.csv.manifest.json",
        ])
      let later = run(
        """
        set -e
        for n in $(seq 100); do luban city add "Town $n" --country UZ --quiet; done
        luban enrollment withdraw S-00001 --cohort UZ-TAS-LOG-2026A --on 2026-09-20 --code moved --quiet
        \(pack) two
        export TZ=Asia/Vladivostok LANG=ru_RU.UTF-8 LC_ALL=zh_CN.UTF-8 LUBAN_LANG=ru LUBAN_WORKSHOP=UZ-NONE
        \(pack) three/
        diff -r one two && diff -r one three && echo same
        """)
      #expect(later.output.hasSuffix("same\n"), "\(later)")
      let verified = run("luban report verify one")
      #expect(verified.exitCode == 0)
      #expect(
        verified.output.hasPrefix(
          "cohorts.xlsx: the same.\nlanguage.md: the same.\noverview.csv: the same.\n"), "\(verified)")
      #expect(verified.output.matches(of: #/: the same\./#).count == 8, "\(verified)")
      let corrected = run("luban report verify one --known-at now")
      #expect(corrected.exitCode == 6)
      #expect(
        corrected.output.contains("cohorts.xlsx: UZ-TAS-LOG-2026A, withdrawn: 0 in the file, 1 made anew.\n"),
        "\(corrected)")
      #expect(
        corrected.output.contains(#/overview.html: as known at \S+ the database tells something else.\n/#))
    }
  }

  @Test("stand on one page where they are to, each in its language, which is made again the same")
  func page() async throws {
    try await Self.withOffice { run in
      let pack = Self.pack
      let first = run("echo report attendance >> term.txt; date -u +%FT%T.%NZ > then; \(pack) one.html")
      #expect(first.output.hasPrefix("Packed 7 reports in one.html. SHA-256 of the page: "), "\(first)")
      let page = run("cat one.html").output
      #expect(
        page.matches(of: #/<section id="report-\d" lang="(\w+)">/#).map(\.output.1)
          == ["en", "en", "zh", "ru", "zh", "en", "en"])
      #expect(page.matches(of: #/<li><a href="#report-\d">/#).count == 7 && !page.contains("{{"))
      #expect(
        first.output.contains(run("sed 2d one.html | sha256sum | cut -c1-64").output.dropLast()), "\(first)")
      let later = run(
        """
        luban enrollment withdraw S-00001 --cohort UZ-TAS-LOG-2026A --on 2026-09-20 --code moved --quiet
        export TZ=Asia/Vladivostok LANG=ru_RU.UTF-8 LC_ALL=zh_CN.UTF-8 LUBAN_LANG=ru LUBAN_WORKSHOP=UZ-NONE
        \(pack) two.html > /dev/null && cmp one.html two.html && luban report verify one.html --lang en
        """)
      #expect(later == .init(output: "one.html: the same.\n", talk: "", exitCode: 0))
      let corrected = run("luban report verify one.html --known-at now")
      #expect(
        corrected.exitCode == 6
          && corrected.output.contains(#/^one.html: as known at \S+ the database tells something else.\n$/#),
        "\(corrected)")
      let changed = run("sed -i s/UZ-TAS/UZ-SAM/ one.html; luban report verify one.html --files-only")
      #expect(
        changed
          == .init(output: "one.html: it was changed since it was written.\n", talk: "", exitCode: 6))
      let none = run("echo '<!DOCTYPE html>' > none.html; luban report verify none.html")
      #expect(
        none.exitCode == 11
          && none.talk.hasPrefix("error: none.html is no page of a pack: it does not tell how it was made."))
    }
  }

  @Test("name the files that were changed, removed or added")
  func changed() async throws {
    try await Self.withOffice { run in
      let changed = run(
        """
        luban report pack term.txt --as-of 2026-10-01 --out one > /dev/null
        sed -i s/UZ/KZ/ one/overview.csv; rm one/year.csv; touch one/more.txt
        luban report verify one --files-only --dsn 'host=nowhere'
        """)
      #expect(changed.exitCode == 6)
      #expect(
        changed.output.hasPrefix(
          """
          cohorts.xlsx: the same.
          language.md: the same.
          overview.csv: its bytes are others than when it was packed.
          overview.csv.manifest.json: the same.
          overview.html: the same.
          roster.json: the same.
          year.csv: it is missing, or can't be read.
          year.csv.manifest.json: the same.
          more.txt: it is none of the pack.
          """), "\(changed)")
      let again = run("luban report verify one")
      #expect(again.output.contains("overview.csv: it was changed since it was written.\n"), "\(again)")
      #expect(run("mkdir none; luban report verify none").exitCode == 11)
    }
  }

  @Test(
    "are not begun where a line is wrong, and leave no folder where one fails",
    arguments: [
      ("report nonsense -o b.csv", "There is no command luban report nonsense.", 2),
      ("report overview --nonsense -o b.csv", "There is no option --nonsense.", 2),
      (
        "report overview --by moon -o b.csv",
        "“moon” is no value of --by <cut>. The help lists the 13 there are.", 2
      ),
      ("report overview -o a.csv", "a.csv is the file of another line as well.", 2),
      ("report overview", "This is no command that makes a file of a report.", 2),
      ("report overview -o b.txt", "This is no command that makes a file of a report.", 2),
      ("report overview -o b.pdf", "No PDF is the same bytes twice.", 2),
      ("report overview -o ../b.csv", "../b.csv is no name for a file of a pack.", 2),
      ("report overview --by 'x", "A quote is not closed.", 2),
      ("cohort list -o b.csv", "This is no command that makes a file of a report.", 2),
      ("report overview --columns moon -o b.csv", "There is no column moon.", 3),
      ("report overview --cohort NONE -o b.csv", "There is no cohort NONE.", 3),
    ])
  func refused(line: String, sentence: String, code: Int32) async throws {
    try await Self.withOffice { run in
      _ = run("cat > bad.txt <<'END'\nreport overview -o a.csv\n\(line)\nEND")
      let refused = run("luban report pack bad.txt --out bad")
      #expect(refused.talk.hasPrefix("error: bad.txt, line 2: \(sentence)"), "\(refused.talk)")
      #expect(refused.exitCode == code)
      #expect(run("ls -d bad*").output == "bad.txt\n")
    }
  }

  @Test("leave no folder when they are stopped in the middle, and replace none that is there")
  func stopped() async throws {
    try await Self.withOffice { run in
      let stop = { (signal: String) in
        run(
          #"""
          ask() { psql "$LUBAN_DSN" -Atc "select count(*) from pg_stat_activity where datname = current_database() and $1"; }
          printf 'report roster -o a.csv\nreport culture -o b.csv\n' > two.txt
          psql "$LUBAN_DSN" -qc 'begin; lock table luban.participation; select pg_sleep(3600)' > /dev/null 2>&1 & holder=$!
          until [ "$(ask "wait_event = 'PgSleep'")" = 1 ]; do sleep 0.02; done
          luban report pack two.txt --out stopped & pack=$!
          until [ "$(ask "wait_event_type = 'Lock'")" = 1 ]; do sleep 0.02; done
          ls stopped.part | head -1
          kill -\#(signal) $pack; wait $pack; code=$?
          kill -INT $holder; wait $holder
          ls -d stopped*; exit $code
          """#)
      }
      let asked = stop("TERM")
      #expect(asked.output == "a.csv\n")
      #expect(asked.talk.contains("error: Stopped. Nothing was changed.\n"), "\(asked.talk)")
      #expect(asked.exitCode == 130)
      // Who is killed can remove nothing; the next one takes over what was left.
      #expect(stop("KILL").output == "a.csv\nstopped.part\n")
      let next = run("luban report pack two.txt --out stopped && ls -d stopped*; ls stopped")
      #expect(
        next.output.hasSuffix(
          "stopped\na.csv\na.csv.manifest.json\nb.csv\nb.csv.manifest.json\nmanifest.json\n"), "\(next)")
      let there = run("luban report pack two.txt --out stopped")
      #expect(there.talk == "error: stopped: there is one already; name a new one\n")
      #expect(there.exitCode == 4)
    }
  }

  @Test("are the same bytes on a backup that was restored")
  func restored() async throws {
    try await withOwnHome { home in
      let pack = Self.pack
      let outcome = try home.run(
        """
        set -e
        \(Self.list)
        luban seed workshops
        luban cohort plan UZ-TAS-LOG-2026A --workshop UZ-TAS --program LOG --intake 2026-09-01 --capacity 40
        date -u +%FT%T.%NZ > then
        \(pack) one
        luban db backup all.backup
        luban db destroy --yes
        luban db restore all.backup --yes
        \(pack) two
        diff -r one two
        luban report verify one
        """)
      #expect(outcome.exitCode == 0, "\(outcome)")
      // The same days and rows in a database that was made anew are of another one.
      let other = try home.run("luban db destroy --yes; luban seed workshops; luban report verify one")
      #expect(other.exitCode == 6)
      #expect(other.talk.contains("was made from a database that there is since"), "\(other.talk)")
    }
  }
}
