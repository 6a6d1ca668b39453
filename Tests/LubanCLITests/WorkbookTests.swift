import FoundationEssentials
import Support
import Testing

/// Workbooks through the real binary, from each of the programs that write them.
@Suite("Workbooks on the command line")
struct WorkbookTests {
  @Test(
    "are taken in from every writer, from a file and from a pipe, as the same people",
    arguments: [
      ("openpyxl.xlsx", "Students"), ("xlsxwriter.xlsx", "Список 1"), ("people.xlsx", "Students"),
      ("people.ods", "Students"),
    ])
  func people(file: String, sheet: String) async throws {
    try await withWorkbooks { run in
      let taken = run("luban student import \(file) --workshop UZ-TAS")
      #expect(taken.output == "Batch UZ-TAS/B-0001: 3 lines: 3 new people.\n", "\(taken.talk)")
      let again = run("cat \(file) | luban student import - --workshop UZ-TAS")
      #expect(again.output == "Batch UZ-TAS/B-0002: 3 lines: 3 unchanged.\n", "\(again.talk)")
      let list = run(
        "luban student list --columns name,birth_date,gender,nationality --sort student --format csv")
      #expect(
        list.output == """
          name,birth_date,gender,nationality\r
          Каримова Дилноза,2006-03-14,female,UZ\r
          Саидов Алишер,2005-12-01,male,UZ\r
          "O‘Brien, ""Bo"" Ann-Marie",2004-02-29,female,IE\r

          """)
      let batch = run("luban import show UZ-TAS/B-0001").output
      let digest = run("sha256sum \(file)").output.prefix(64)
      #expect(batch.contains("\"sheet\": \"\(sheet)\"") && batch.contains(digest), "\(batch)")
    }
  }

  @Test("have their faults told by sheet and cell, and their refused rows come back by a file for Excel")
  func faults() async throws {
    try await withWorkbooks { run in
      let taken = run("luban student import faulty.xlsx --workshop UZ-TAS --errors e.csv --result r.csv")
      #expect(
        taken.output == """
          Nothing was written: 4 lines: 3 refused.

          lines  where         column           value                 rule
          ─────  ────────────  ───────────────  ────────────────────  ──────────────────────────────────────────────────────────────────────────────────────────────────────────
              1  'Group 1'!F4  F                                      Every cell with a value stands in a column that has a name.
              1  'Group 1'!B5  birth_date       soon                  A date is written in full: 2008-03-14, 2008/3/14, 14.03.2008, 14 March 2008, 14 марта 2008, 2008年3月14日.
              1  'Group 1'!D6  document_number  1.23456789012346E+17  A value is as it was typed, not as Excel damaged it (serial numbers, 1.23E+11, ####).

          F: Name the column in the header, or clear the cell.
          birth_date: Write the date in one of these forms.
          document_number: Format the column as text in Excel and save again.
          The refused lines are in e.csv. Take the others first, with --skip-invalid, then send that file corrected; or correct them in your own file, and send all of it.

          """, "\(taken.output)")
      #expect(taken.talk.contains("\nNote: row above the header, left out: 1 ('Group 1'!1, Group 1).\n"))
      #expect(taken.exitCode == 6)
      #expect(run("head -c 3 e.csv | od -An -tx1").output == " ef bb bf\n")
      let told = run("luban student import faulty.xlsx --workshop UZ-TAS --format json").output
      #expect(told.contains("\"'Group 1'!D6\"") && told.contains("cell_stands_below_a_header"))
      let mended = run(
        "sed -i 's/soon/2005-05-05/; s/1.23456789012346E+17/AB9/; s/,stray,/,/' e.csv; cat e.csv")
      let back = run("luban student import e.csv --workshop UZ-TAS")
      #expect(
        back.output == "Batch UZ-TAS/B-0001: 3 lines: 3 new people.\n", "\(mended.output)\(back.output)")
    }
  }

  @Test("that can't be read end with the exit code of such files, and the words for it")
  func unreadable() async throws {
    try await withWorkbooks { run in
      for (file, options, words) in [
        (
          "openpyxl.xlsx", "--sheet No",
          "there is no sheet “No”, but “Students”, “Words”; name one with --sheet"
        ),
        ("openpyxl.xlsx", "--encoding gbk", "a workbook, which has no encoding; leave --encoding out"),
        ("cut.xlsx", "", "the workbook is damaged (it has no directory; it may be cut off)"),
      ] {
        let refused = run("luban student import \(file) --workshop UZ-TAS \(options)")
        #expect(refused.exitCode == 11 && refused.talk.contains(words), "\(refused.talk)")
      }
    }
  }

  @Test("are written by every listing, template, sheet, result and errors file, and read again as they are")
  func written() async throws {
    try await withWorkbooks { run in
      #expect(
        run("luban student import people.xlsx --workshop UZ-TAS --result result.xlsx --quiet").exitCode == 0)
      #expect(run("luban student export --workshop UZ-TAS -o out.xlsx && head -c 2 out.xlsx").output == "PK")
      let again = run("luban student import out.xlsx --workshop UZ-TAS")
      #expect(again.output == "Batch UZ-TAS/B-0002: 3 lines: 3 unchanged.\n", "\(again.output)\(again.talk)")
      let cells = """
        /usr/bin/python3 -c 'import openpyxl,sys; s = openpyxl.load_workbook(sys.argv[1]).active
        for r in s.iter_rows(values_only=True): print(*r, sep=";")'
        """
      #expect(
        run("luban student list --columns student,name,birth_date -o l.xlsx; \(cells) l.xlsx").output == """
          Student;Name;Birth date
          UZ-TAS/S-00001;Каримова Дилноза;2006-03-14 00:00:00
          UZ-TAS/S-00002;Саидов Алишер;2005-12-01 00:00:00
          UZ-TAS/S-00003;O‘Brien, "Bo" Ann-Marie;2004-02-29 00:00:00

          """)
      #expect(run("\(cells) result.xlsx | head -2").output.contains("2;created;S-00001"))
      #expect(
        run("luban import template people -o t.xlsx; \(cells) t.xlsx").output.hasPrefix("number;full_name;"))
      let pipe = run("luban workshop list --format xlsx | cat > w.xlsx; \(cells) w.xlsx")
      #expect(pipe.output.contains("UZ-TAS"), "\(pipe.output)\(pipe.talk)")
      #expect(run("luban student import faulty.xlsx --workshop UZ-TAS --errors e.xlsx").exitCode == 6)
      #expect(
        run("\(cells) e.xlsx | tail -1").output.hasPrefix(
          "Di;2005-01-05 00:00:00;UZ;1.23456789012346E+17;passport: "))
      let back = run("luban student import e.xlsx --workshop UZ-TAS")
      #expect(back.output.contains("3 lines: 3 refused"), "\(back.output)")
    }
  }

  @Test("are named by the ending of the file, which must not promise another form")
  func endings() async throws {
    try await withWorkbooks { run in
      for (options, words) in [
        ("-o x.htm", "There is no form htm:"), ("-o x.ods", "There is no form ods"),
        ("-o x.xlsx --format csv", "x.xlsx names the form xlsx, --format another"),
        ("-o x.csv --format json", "x.csv names the form csv"), ("-o x.xlsx --excel", "--excel goes with"),
      ] {
        let refused = run("luban workshop list \(options)")
        #expect(refused.exitCode == 2 && refused.talk.contains(words), "\(refused.talk)")
      }
      #expect(run("luban workshop list -o x.jsonl; head -c 2 x.jsonl; ls x.*").output == "{\"x.jsonl\n")
      #expect(run("luban workshop list -o x.JSON; head -c 1 x.JSON").output == "[")
      #expect(run("luban student import people.xlsx --workshop UZ-TAS --result r.json").exitCode == 2)
      let terminal = run("script -qec 'luban workshop list --format xlsx' /dev/null < /dev/null")
      #expect(terminal.output.contains("A workbook is nothing for a terminal") || terminal.exitCode == 127)
    }
  }
}
