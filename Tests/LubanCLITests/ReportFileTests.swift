import Support
import Testing

/// What files of reports say they are, and whether they come back, through the real binary.
@Suite("Files of reports")
struct ReportFileTests {
  /// A report of the tour's office, in which a withdrawal shows.
  private static let report =
    "luban report cohort --cohort UZ-TAS-LOG-2026A --as-of 2026-10-01 --columns cohort,enrolled,withdrawn"
  private static let withdrawal =
    "luban enrollment withdraw S-00001 --cohort UZ-TAS-LOG-2026A --on 2026-09-20 --code moved --quiet"

  private static func withOffice(
    _ body: (@escaping (String) -> Program.Outcome) throws -> Void
  ) async throws {
    try await withShell(copying: try await TourOffice.laid.value, body)
  }

  @Test("of every form they have a manifest, by which they are made again the same")
  func forms() async throws {
    try await Self.withOffice { run in
      for (options, file) in [
        ("--output a.csv", "a.csv"), ("--output a.json", "a.json"), ("--output a.jsonl", "a.jsonl"),
        ("--output a.xlsx", "a.xlsx"), ("--header --output b.csv", "b.csv"),
        ("--header --output b.json", "b.json"), ("--header --output b.jsonl", "b.jsonl"),
        ("--lang ru --output r.xlsx", "r.xlsx"), ("--lang ru --excel --output r.csv", "r.csv"),
        ("--lang zh --excel --header --delimiter tab --output z.csv", "z.csv"),
        ("--format csv --header > stdout.csv", "stdout.csv"), ("--output a.html", "a.html"),
        ("--lang zh --output z.html", "z.html"), ("--lang ru --output a.md", "a.md"),
        ("--format html > stdout.html", "stdout.html"),
      ] {
        let written = run("\(Self.report) \(options)")
        #expect(written.exitCode == 0, "\(written.talk)")
        #expect(
          run("luban report again \(file)") == .init(output: "\(file): the same.\n", talk: "", exitCode: 0))
      }
      #expect(
        run("ls | grep manifest").output == """
          a.csv.manifest.json
          a.json.manifest.json
          a.jsonl.manifest.json
          r.csv.manifest.json

          """)
      #expect(run("cat a.csv").output == "cohort,enrolled,withdrawn\r\nUZ-TAS-LOG-2026A,3,0\r\n")
      #expect(
        run("sha256sum a.csv").output.prefix(64)
          == run("grep -o '\"sha256\" : \"[0-9a-f]*' a.csv.manifest.json | tail -c 65").output.dropLast())
      // A page is the same but for the line that nobody sees.
      #expect(
        run("sed 2d a.html | sha256sum").output.prefix(64)
          == run("sed -n 2p a.html").output.firstMatch(of: #/"sha256":"(\w+)"/#)?.output.1 ?? "")
      #expect(run("head -1 a.md").output.hasPrefix("<!-- luban-manifest {"))
      // Without its lines it is the file that has them beside it.
      #expect(run("grep -v '^#' b.csv | cmp - a.csv; head -1 b.csv").output == "# report: cohort\r\n")
      #expect(run("sed '1d;$d' b.json | cmp - a.json; tail -n +2 b.jsonl | cmp - a.jsonl").output == "")
      #expect(
        run("python3 -c 'import json; print(json.load(open(\"b.json\"))[\"rows\"][0][\"enrolled\"])'").output
          == "3\n")
      let sheets = run(
        #"""
        python3 -c '
        import hashlib, zipfile
        book = zipfile.ZipFile("r.xlsx")
        told = book.read("xl/worksheets/sheet2.xml").decode()
        print(hashlib.sha256(book.read("xl/worksheets/sheet1.xml")).hexdigest() in told, "known_at" in told)
        '
        """#)
      #expect(sheets.output == "True True\n", "\(sheets.talk)")
    }
  }

  @Test(
    "of every report come back, with whatever options it has, also where it has no rows",
    arguments: [
      "cohort --program LOG --country UZ --totals --limit 1 --after UZ-TAS-LOG-2022A",
      "cohort --cohort UZ-TAS-LOG-2022A --who enrolled", "language --by country --who reached",
      "year --by country --who degree_students", "cohort --intake 2031-01-01.. --format jsonl",
      "cohort --intake ..2031-01-01 --format json",
      "roster --cohort UZ-TAS-LOG-2026A --mode degree-education",
      "overview --by workshop --by intake-year --mode degree-education --sort -enrolled,cohorts",
      "language --by program --framework hsk2010", "attendance --totals --sister-cities",
      "outcomes --by country --sco --excel --lang ru", "program --program LOG --delimiter pipe",
      "partner --since 2025-09-01 --columns all", "year 2025 --by country --totals --header",
      "culture --by program --by intake-year --workshop UZ-TAS",
    ])
  func reports(line: String) async throws {
    try await Self.withOffice { run in
      let form = line.contains("--format") ? "" : "--format csv"
      let written = run("luban report \(line) \(form) --as-of 2026-10-01 --output file")
      #expect(written.exitCode == 0, "\(written.talk)")
      let again = run("luban report again file")
      #expect(again == .init(output: "file: the same.\n", talk: "", exitCode: 0))
    }
  }

  @Test(
    "say all in their command: the workshop of the environment, the day, the time, columns by their names")
  func command() async throws {
    try await Self.withOffice { run in
      let written = run(
        """
        LUBAN_WORKSHOP=UZ-TAS luban report cohort --intake 1.9.2026.. --sort -cohort --who Зачислено --lang ru \
          --known-at 2099-01-01 -o who.csv
        sed 's/20[0-9-]*T[0-9:.]*Z/TIME/; s/as-of 20[0-9-]*/as-of DAY/' who.csv.manifest.json | grep -E '"(command|filters)'
        """)
      #expect(
        written.output == """
            "command" : "luban report cohort --workshop UZ-TAS --intake 2026-09-01.. --as-of DAY --known-at TIME \
          --who enrolled --format csv --sort=-cohort",
            "filters" : "--workshop UZ-TAS --intake 2026-09-01.. --who enrolled",

          """, "\(written)")
      #expect(run("LUBAN_WORKSHOP=CN-NONE luban report again who.csv").output == "who.csv: the same.\n")
    }
  }

  @Test(
    "come back after a correction, which --known-at tells; what psql changed is told, and what was typed in")
  func corrections() async throws {
    try await Self.withOffice { run in
      #expect(
        run("\(Self.report) -o a.csv; \(Self.report) -o a.xlsx; \(Self.withdrawal); sleep 0.6").exitCode == 0)
      #expect(run("luban report again a.csv").output == "a.csv: the same.\n")
      for file in ["a.csv", "a.xlsx"] {
        let corrected = run("luban report again \(file) --known-at now")
        #expect(corrected.exitCode == 6)
        #expect(corrected.output.hasPrefix("\(file): as known at 2"), "\(corrected)")
        #expect(
          corrected.output.hasSuffix(
            """
            the database tells something else.
            \(file): UZ-TAS-LOG-2026A, enrolled: 3 in the file, 2 made anew.
            \(file): UZ-TAS-LOG-2026A, withdrawn: 0 in the file, 1 made anew.

            """), "\(corrected)")
      }
      let underneath = run(
        #"""
        luban report cohort --cohort UZ-TAS-LOG-2026A --as-of 2026-10-01 --columns cohort,capacity -o c.csv
        psql "$LUBAN_DSN" -qc "set session_replication_role = replica" \
          -c "update luban.cohort_stretch set capacity = 31"
        luban report again c.csv
        """#)
      #expect(
        underneath.output == """
          c.csv: the database tells something else than when it was written.
          c.csv: UZ-TAS-LOG-2026A, capacity: 4 in the file, 31 made anew.

          """, "\(underneath)")
      #expect(underneath.exitCode == 6)
      #expect(
        run("sed -i 's/,3,/,4,/' a.csv; luban report again a.csv").output.hasPrefix(
          "a.csv: it was changed since it was written.\n"))
      #expect(
        run("sed -i s/2026-10-01/2026-10-02/ a.csv.manifest.json; luban report again a.csv").exitCode == 6)
      #expect(run("rm a.csv.manifest.json; luban report again a.csv").exitCode == 11)
      #expect(run("echo 1 > n.csv; luban report again n.csv").exitCode == 11)
    }
  }

  @Test("of another database, or of a command that this version does not know, are refused in words")
  func refusals() async throws {
    try await Self.withOffice { run in
      #expect(run("\(Self.report) -o a.csv").exitCode == 0)
      let newer = run("sed -i 's/--as-of/--moon 1 --as-of/' a.csv.manifest.json; luban report again a.csv")
      #expect(
        newer.talk == """
          error: a.csv, made by luban 0.1.0: There is no option --moon.
          luban report cohort --help tells more.

          """)
      #expect(newer.exitCode == 2)
      let other = run(
        #"""
        \#(Self.report) -o a.csv
        psql "$LUBAN_DSN" -qc "update luban.migration set applied_at = '2020-01-01' where number = 1"
        luban report again a.csv
        """#)
      #expect(other.talk.contains("error: a.csv was made from a database that there is since "))
      #expect(other.talk.hasSuffix("; this one there is since 2020-01-01T00:00:00Z.\n"), "\(other.talk)")
      #expect(other.exitCode == 6)
      #expect(run("\(Self.report) --header").exitCode == 2)
    }
  }
}
