import Support
import Testing

/// Closing beside other processes, and by those who see one workshop.
@Suite("Closing at the command line")
struct PeriodTests {
  private static let cohort = """
    set -e; folder=$(mktemp -d); cd $folder
    luban seed workshops --quiet
    for workshop in UZ-TAS EG-CAI; do
      luban cohort plan $workshop-LOG-2024A --workshop $workshop --program LOG --intake 2024-09-01 --capacity 30 \\
        --window-opens 2024-01-01 --quiet
      luban cohort open $workshop-LOG-2024A --on 2024-05-02 --override "pilot year" --quiet
    done
    printf 'name,dob,nationality\\nA One,2005-01-01,UZ\\nB Two,2005-01-02,UZ\\n' \\
      | luban enroll import - --cohort UZ-TAS-LOG-2024A --on 2024-06-01 --quiet
    """

  @Test(
    "an import that another process has under way is not in it, and is told as restated when it has ended")
  func inFlight() async throws {
    try await TestDatabase.with { test in
      let outcome = try Program.shell(
        """
        \(Self.cohort)
        writers() { psql "$LUBAN_DSN" -Atc "select count(*) from pg_locks where locktype = 'advisory'
          and (classid::bigint << 32 | objid::bigint) >> 52 = 1220
          and database = (select oid from pg_database where datname = current_database())"; }
        mkfifo lines
        luban enroll import lines --cohort UZ-TAS-LOG-2024A --on 2024-06-01 --quiet &
        exec 3> lines
        printf 'name,dob,nationality\\nC Three,2005-01-03,UZ\\nD Four,2005-01-04,UZ\\n' >&3
        for turn in $(seq 300); do [ $(writers) -gt 0 ] && break; sleep 0.1; done
        [ $(writers) -gt 0 ] || echo "the import has not begun"
        luban period close 2024 --as-of 2024-12-31 2> told.txt | cut -d: -f1
        grep -c "a command that began then is still running" told.txt
        printf 'E Five,2005-01-05,UZ\\n' >&3
        exec 3>&-; wait $!
        luban period show 2024 --workshop UZ-TAS --format csv --columns report,indicator,value | grep -E '^overview,(students|enrolled),'
        luban report restated 2024 --format csv --columns workshop,indicator,kept,now,by_data,by_definition | grep -E ',(students|enrolled),' | sort -u
        luban report restated 2024 --why --format csv --columns workshop,kind,change,what,rows,batch | grep enrollment
        rm -r $folder
        """, dsn: test.dsn)
      #expect(
        outcome.output.replacing("\r\n", with: "\n") == """
          Closed 2024 as of 2024-12-31
          1
          overview,enrolled,2
          overview,students,2
          UZ-TAS,enrolled,2,5,3,0
          UZ-TAS,students,2,5,3,0
          UZ-TAS,enrollment_event,added,enrolled,3,UZ-TAS/B-0002

          """, "\(outcome.talk)")
    }
  }

  @Test("whoever sees one workshop closes and sees that one, and no other")
  func alone() async throws {
    try await TestDatabase.with { test in
      let outcome = try Program.shell(
        """
        \(Self.cohort)
        owner=$LUBAN_DSN
        psql "$owner" -q <<'END'
        create role registrar_of_one login;
        grant usage on schema luban, report, list to registrar_of_one;
        grant select on all tables in schema luban, report, list to registrar_of_one;
        grant usage on all sequences in schema luban to registrar_of_one;
        grant insert, update on luban.command to registrar_of_one;
        grant insert on luban.closing, luban.closed_figure to registrar_of_one;
        select format('alter table luban.%1$I enable row level security; create policy own on luban.%1$I to registrar_of_one
            using (workshop_id = (select w.id from luban.workshop w where w.code = ''UZ-TAS''))', table_name)
        from information_schema.columns join information_schema.tables using (table_schema, table_name)
        where table_schema = 'luban' and column_name = 'workshop_id' and table_type = 'BASE TABLE' \\gexec
        END
        export LUBAN_DSN="$owner user=registrar_of_one"; set +e
        luban period close 2024 --as-of 2024-12-31 > told.txt 2>&1; echo "all: $?"
        luban period close 2024 --as-of 2024-12-31 --workshop UZ-TAS | cut -d: -f1
        LUBAN_DSN=$owner luban period close 2024 --as-of 2024-12-31 --workshop EG-CAI --quiet
        luban period list --columns year,workshop,closing --format csv
        luban period show 2024 --format csv --columns workshop | sort -u
        luban report restated 2024 --format csv --columns workshop
        LUBAN_DSN=$owner luban period list --columns workshop --format csv
        psql "$owner" -qc 'drop owned by registrar_of_one' -c 'drop role registrar_of_one'; rm -r $folder
        """, dsn: test.dsn)
      #expect(
        outcome.output.replacing("\r\n", with: "\n") == """
          all: 5
          Closed 2024 as of 2024-12-31
          year,workshop,closing
          2024,UZ-TAS,1
          UZ-TAS
          workshop
          workshop
          workshop
          EG-CAI
          UZ-TAS

          """, "\(outcome.talk)")
    }
  }
}
