import Support
import Testing

/// Sheets that go out to be filled in or corrected, and come back, as spreadsheet programs leave them.
@Suite("Sheets that come back")
struct SheetRoundTests {
  private static let lines = """
    full_name,birth_date,gender,nationality,document_number,note
    Anna One,2005-01-02,f,UZ,AC1234567,
    Boris Two,soon,m,UZ,0012,"a ""q"" b"
    Cyril Three,2005-01-04,q,Utopia,AC1234569,
    ,2005-01-05,m,UZ,,
    Dora Four,2005-01-06
    Eva Five,2005-01-07,f,UZ,AC1234571,y,extra
    Karimova Dilnoza,2006-03-14,f,UZ,,
    """

  @Test("of refused lines mark each faulty cell, say why, and are taken in when corrected")
  func refused() async throws {
    try await withWorkbooks { run in
      #expect(run("luban student import people.xlsx --workshop UZ-TAS --quiet").exitCode == 0)
      let made = run(
        """
        cat > new.csv <<'END'
        \(Self.lines)
        END
        luban student import new.csv --workshop UZ-TAS --errors e.xlsx --skip-invalid
        """)
      #expect(made.output.contains("7 lines: 1 new person, 6 refused."), "\(made.output)\(made.talk)")
      let shown = run("/usr/bin/python3 show.py e.xlsx | sed -E 's/([a-z_]+: [A-Z]|Every)[^;]*/\\1…/'")
      #expect(
        shown.output == """
          sheets Luban Words
          list C2:C1048576 female|male|other\u{20}
          list D2:D1048576 AD|AE|AF|AG …
          list G2:G1048576 new\u{20}
          full_name;birth_date;gender;nationality;document_number;note;same_as;luban_problem;
          Boris Two;*soon;m;UZ;0012;a "q" b;;birth_date: A…;
          Cyril Three;2005-01-04 00:00:00;*q;*Utopia;AC1234569;;;gender: G…;
          *;2005-01-05 00:00:00;m;UZ;;;;full_name: A…;
          Dora Four;2005-01-06 00:00:00;;;;;;Every…;
          Eva Five;2005-01-07 00:00:00;f;UZ;AC1234571;y;;Every…;extra
          *Karimova Dilnoza;2006-03-14 00:00:00;f;UZ;;;*;full_name: W…; in a file, write new in the column same_as.;

          """, "\(shown.output)\(shown.talk)")
      // Not all is corrected yet: what is wrong now stands in place of what was.
      let half = run(
        """
        /usr/bin/python3 fill.py e.xlsx B2=2005-01-03 C3=ж D3=KZ A4='Feruza Six' G7=new
        luban student import e.xlsx --workshop UZ-TAS --errors f.xlsx --skip-invalid
        /usr/bin/python3 show.py f.xlsx | tail -n +5
        """)
      #expect(half.output.contains("6 lines: 4 new people, 2 refused."), "\(half.output)\(half.talk)")
      #expect(
        half.output.hasSuffix(
          """
          full_name;birth_date;gender;nationality;document_number;note;same_as;luban_problem;
          Dora Four;2005-01-06 00:00:00;;*;;;;nationality: A new person has a nationality. Fill the column \
          nationality.;
          Eva Five;2005-01-07 00:00:00;f;UZ;AC1234571;y;;I: Every cell with a value stands in a column that \
          has a name. Name the column in the header, or clear the cell.;*extra

          """), "\(half.output)")
      let rest = run(
        """
        /usr/bin/python3 fill.py f.xlsx D2=uz I3=; luban student import f.xlsx --workshop UZ-TAS
        luban student list --workshop UZ-TAS --columns name,birth_date,gender,nationality --format csv
        """)
      #expect(
        rest.output == """
          Batch UZ-TAS/B-0004: 2 lines: 2 new people.
          Columns not taken (see luban import template): note
          name,birth_date,gender,nationality\r
          Каримова Дилноза,2006-03-14,female,UZ\r
          Саидов Алишер,2005-12-01,male,UZ\r
          "O‘Brien, ""Bo"" Ann-Marie",2004-02-29,female,IE\r
          Anna One,2005-01-02,female,UZ\r
          Boris Two,2005-01-03,male,UZ\r
          Cyril Three,2005-01-04,female,KZ\r
          Feruza Six,2005-01-05,male,UZ\r
          Karimova Dilnoza,2006-03-14,female,UZ\r
          Dora Four,2005-01-06,,UZ\r
          Eva Five,2005-01-07,female,UZ\r

          """, "\(rest.output)\(rest.talk)")
    }
  }

  @Test("as CSV have the reasons of the last import only, and are taken in when corrected")
  func refusedAsText() async throws {
    try await withWorkbooks { run in
      let made = run(
        """
        cat > new.csv <<'END'
        \(Self.lines)
        END
        luban student import new.csv --workshop UZ-TAS --errors e.csv --skip-invalid --quiet
        sed -i 's/soon/2005-01-03/; s/,q,Utopia/,м,KZ/; s/^,/Feruza Six,/; s/,extra,/,/; s/^\\(Dora[^"]*\\)/\\1zz,UZ,,,/' e.csv
        luban student import e.csv --workshop UZ-TAS --errors f.csv --skip-invalid; cat f.csv
        sed -i 's/zz//' f.csv; luban student import f.csv --workshop UZ-TAS
        """)
      #expect(
        made.output.hasSuffix(
          """
          full_name,birth_date,gender,nationality,document_number,note,luban_problem\r
          Dora Four,2005-01-06,zz,UZ,,,"gender: Gender is female, male or other. Write f, m or o, ж or м, 女 or \
          男."\r
          Batch UZ-TAS/B-0003: 1 line: 1 new person.
          Columns not taken (see luban import template): note

          """), "\(made.output)\(made.talk)")
    }
  }

  @Test(
    "are taken in under every language, in whichever they were made",
    arguments: [("zh", "ru"), ("ru", "en"), ("en", "zh")])
  func languages(made: String, taken: String) async throws {
    try await withShell(copying: TourOffice.laid.value) { run in
      let sheets = run(
        """
        export LUBAN_LANG=\(made); class=UZ-TAS-LOG-2022A/LOG-105
        luban attendance take $class --on 2022-09-05 --absent S-00006 --quiet
        luban attendance sheet $class --from 2022-09-05 --to 2022-09-20 -o a.xlsx --quiet
        luban attendance sheet $class --from 2022-09-05 --to 2022-09-20 -o a.csv --quiet
        luban result sheet UZ-TAS-LOG-2022A/LOG-110 -o m.xlsx 2> /dev/null
        /usr/bin/python3 fill.py a.xlsx F2=迟 G2=п; /usr/bin/python3 fill.py m.xlsx G2=4 H2=2023-01-26
        export LUBAN_LANG=\(taken)
        luban attendance import a.xlsx --quiet && luban attendance import a.csv --quiet \\
          && luban result import m.xlsx --quiet
        """)
      #expect(sheets.exitCode == 0, "\(sheets.output)\(sheets.talk)")
      let shown = run(
        """
        luban attendance list --student S-00006 --class UZ-TAS-LOG-2022A/LOG-105 --to 2022-09-20 \\
          --columns date,status --format csv
        luban result list --student S-00006 --course LOG-110 --columns mark --format csv
        """)
      #expect(
        shown.output == """
          date,status\r
          2022-09-05,absent\r
          2022-09-12,late\r
          2022-09-19,present\r
          mark\r
          4\r

          """, "\(shown.talk)\(sheets.talk)")
    }
  }

  @Test(
    "of refused lines are taken in under every language, in whichever they were made",
    arguments: [("zh", "ru"), ("ru", "zh"), ("ru", "en"), ("en", "zh")])
  func refused(made: String, taken: String) async throws {
    try await withWorkbooks { run in
      let outcome = run(
        """
        export LUBAN_LANG=\(made)
        luban import template people --output t.xlsx; luban import template people --excel --delimiter comma > t.csv
        /usr/bin/python3 fill.py t.xlsx B2='Anna One' H2=2005-01-02 I2=q J2=Utopia
        luban student import t.xlsx --workshop UZ-TAS --errors e.xlsx > /dev/null 2>&1
        /usr/bin/python3 fill.py e.xlsx I2=ж J2=узбекистан
        export LUBAN_LANG=\(taken)
        luban student import e.xlsx --workshop UZ-TAS --errors f.xlsx
        printf ',Boris Two,,,,,,2005-01-03,м,UZ,,,,,,,,,\\r\\n' >> t.csv
        luban student import t.csv --workshop UZ-TAS
        luban student list --columns name,gender,nationality --format csv
        """)
      #expect(
        outcome.output.hasSuffix(
          """
          name,gender,nationality\r
          Anna One,female,UZ\r
          Boris Two,male,UZ\r

          """), "\(outcome.output)\(outcome.talk)")
    }
  }

  @Test("of attendance and marks are filled in by a teacher, with what changed here meanwhile as conflicts")
  func teacher() async throws {
    try await withShell(copying: TourOffice.laid.value) { run in
      let attendance = run(
        """
        show() { /usr/bin/python3 show.py $1; }; class=UZ-TAS-LOG-2022A/LOG-105
        luban attendance sheet $class --from 2022-09-05 --to 2022-09-20 -o a.xlsx 2> /dev/null
        show a.xlsx | sed 's/A-[A-Z0-9]*/CODE/'
        luban attendance take $class --on 2022-09-05 --absent S-00006 > /dev/null
        /usr/bin/python3 fill.py a.xlsx E2=П E4=н F2=PRESENT F3=迟 F4=+ G2=Н/Б G3=Болен
        luban attendance import a.xlsx --errors e.xlsx | head -1; show e.xlsx | cut -d';' -f 2,5-8 | sed 's/ What.*/ …/'
        /usr/bin/python3 fill.py e.xlsx E2= E3= && luban attendance import e.xlsx --errors none.xlsx
        luban attendance import a.xlsx --skip-invalid --quiet | head -1
        luban attendance show $class --from 2022-09-05 --to 2022-09-20 --format csv
        """)
      #expect(
        attendance.output == """
          sheets Luban Words
          list E2:E1048576 F2:F1048576 G2:G1048576 present|late|excused|absent\u{20}
          sheet;student;full_name;latin_name;2022-09-05;2022-09-12;2022-09-19
          CODE;S-00006;محمد علی;MUHAMMAD ALI;;;
          CODE;S-00008;Иванова Анна;IVANOVA ANNA;;;
          CODE;S-00009;Тошматов Бобур;TOSHMATOV BOBUR;;;
          Nothing was written: 3 lines, 7 cells: 2 refused.
          sheets Luban Words
          list E2:E1048576 F2:F1048576 G2:G1048576 present|late|excused|absent\u{20}
          student;2022-09-05;2022-09-12;2022-09-19;luban_problem
          S-00006;*П;PRESENT;Н/Б;2022-09-05: …
          S-00009;*н;+;;2022-09-05: …
          Batch UZ-TAS/B-0002: 2 lines, 3 cells: 3 created.
          Batch UZ-TAS/B-0003: 3 lines, 7 cells: 2 created, 3 unchanged, 2 refused.
          student,full_name,latin_name,2022-09-05,2022-09-12,2022-09-19\r
          S-00006,محمد علی,MUHAMMAD ALI,absent,present,absent\r
          S-00008,Иванова Анна,IVANOVA ANNA,present,late,excused\r
          S-00009,Тошматов Бобур,TOSHMATOV BOBUR,present,present,\r

          """, "\(attendance.talk)")
      let marks = run(
        """
        show() { /usr/bin/python3 show.py $1; }; class=UZ-TAS-LOG-2022A/LOG-110; luban result sheet $class -o m.xlsx; show m.xlsx
        luban result correct S-00008 LOG-110 --cohort UZ-TAS-LOG-2022A --mark 3 --reason "added up wrongly" --quiet
        /usr/bin/python3 fill.py m.xlsx G2=ОТЛ. H2=2023-01-26 G3=ХОРОШО
        luban result import m.xlsx --errors e.xlsx --skip-invalid | head -1; show e.xlsx | sed 's/: A .*/: …/'
        /usr/bin/python3 fill.py e.xlsx G2=УДОВЛ && luban result import e.xlsx
        luban result list --cohort UZ-TAS-LOG-2022A --course LOG-110 --columns student,mark,graded_on --format csv
        """)
      #expect(
        marks.output == """
          sheets Luban Words
          list G2:G1048576 5|4|3|2\u{20}
          sheet;cohort;course;student;full_name;latin_name;mark;graded_on
          M-UZ-TAS-2;UZ-TAS-LOG-2022A;LOG-110;S-00006;محمد علی;MUHAMMAD ALI;;
          M-UZ-TAS-2;UZ-TAS-LOG-2022A;LOG-110;S-00008;Иванова Анна;IVANOVA ANNA;5;2023-01-25 00:00:00
          Batch UZ-TAS/B-0004: 2 lines: 1 created, 1 refused.
          sheets Luban
          sheet;cohort;course;student;full_name;latin_name;mark;graded_on;luban_problem
          M-UZ-TAS-2;UZ-TAS-LOG-2022A;LOG-110;S-00008;Иванова Анна;IVANOVA ANNA;*ХОРОШО;2023-01-25 00:00:00;mark: …
          Batch UZ-TAS/B-0005: 1 line: 1 unchanged.
          student,mark,graded_on\r
          S-00006,5,2023-01-26\r
          S-00008,3,2023-01-25\r
          S-00009,5,2023-01-25\r

          """, "\(marks.talk)")
      let semicolons = run(
        """
        printf 'Номер студента;Предмет;Оценка;Дата\\nS-00006;LOG-105;ХОР.;2023-01-25\\nS-00008;LOG-105;ОТЛИЧНО;2023-01-25\\n' > l.csv
        luban result import l.csv --cohort UZ-TAS-LOG-2022A
        luban attendance sheet UZ-TAS-LOG-2022A/LOG-105 --from 2022-09-26 --to 2022-09-26 --delimiter semicolon \
          -o s.csv --quiet; sed -i '2s/;\\r*$/;П/; 3s/;\\r*$/;Н/' s.csv; luban attendance import s.csv
        """)
      #expect(
        semicolons.output == """
          Batch UZ-TAS/B-0006: 2 lines: 1 created, 1 unchanged.
          Batch UZ-TAS/B-0007: 3 lines, 2 cells: 2 created.

          """, "\(semicolons.talk)")
    }
  }
}
