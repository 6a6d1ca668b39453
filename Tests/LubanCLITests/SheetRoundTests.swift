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
          *Karimova Dilnoza;2006-03-14 00:00:00;f;UZ;;;*;full_name: W…;

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
          Batch B-000004: 2 lines: 2 new people.
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
          Batch B-000003: 1 line: 1 new person.
          Columns not taken (see luban import template): note

          """), "\(made.output)\(made.talk)")
    }
  }
}
