import Support
import Testing

/// A role that changes what is a workshop's, and only reads what all share and what triggers keep.
@Suite("Rights of a registrar")
struct RightsTests {
  @Test("who is granted what the how-to says runs a term; triggers lock what is shared and keep the books")
  func term() async throws {
    try await TestDatabase.with { test in
      let outcome = try Program.shell(
        """
        set -e; folder=$(mktemp -d); guide=$PWD/docs/how-to/use-your-own-server.md; cd $folder
        luban seed workshops --quiet
        luban module add CUL-TEA --title zh=茶 --theme tea --hours 20 --quiet
        luban course add LOG-105 --title "By hand" --theory 10 --practice 20 --quiet
        luban program curriculum add LOG LOG-105 --term 1 --quiet
        luban program rule LOG --scale cis5 --quiet
        luban cohort plan UZ-TAS-LOG-2026A --workshop UZ-TAS --program LOG --intake 2026-09-01 --capacity 2 \\
          --window-opens 2026-01-01 --quiet
        psql "$LUBAN_DSN" -qc 'drop role if exists registrar_of_test' 2> told.txt
        sed '1,/^## Roles/d; /^## /,$d' $guide | sed -n '/^```sql/,/^```/{/^```/d;p}' \\
          | sed 's/registrar/registrar_of_test/' > grants.sql
        psql "$LUBAN_DSN" -qf grants.sql
        owner=$LUBAN_DSN; export LUBAN_DSN="$LUBAN_DSN user=registrar_of_test"
        set +e; can() { "$@" > told.txt 2>&1 || { echo "$?: $*"; cat told.txt; }; }
        printf 'name,dob,nationality\\nA One,2005-01-01,UZ\\nB Two,2005-01-02,UZ\\nC Three,2005-01-03,UZ\\n' > people.csv
        can luban cohort open UZ-TAS-LOG-2026A --on 2026-05-02 --override "pilot year"
        can luban enroll import people.csv --cohort UZ-TAS-LOG-2026A --on 2026-06-01
        can luban cohort start UZ-TAS-LOG-2026A --on 2026-09-01
        can luban instructor add UZ-TSTU/117 --workshop UZ-TAS --name "Karimov Olim" --since 2022-09-01 \\
          --certified LOG-105
        can luban class add UZ-TAS-LOG-2026A/LOG-105 --from 2026-09-07 --to 2026-09-20 --instructor UZ-TSTU/117
        can luban class schedule UZ-TAS-LOG-2026A/LOG-105 --weekly "Mon 09:00-10:30"
        can luban attendance take UZ-TAS-LOG-2026A/LOG-105 --on 2026-09-07 --absent S-00001
        can luban attendance correct UZ-TAS-LOG-2026A/LOG-105 S-00001 --on 2026-09-07 --status late --reason "was late"
        can luban result add S-00001 LOG-105 --cohort UZ-TAS-LOG-2026A --mark 4 --on 2026-09-20
        can luban culture add T-1 --workshop UZ-TAS --title "Tea day" --on 2026-10-10 --hours 6 --module CUL-TEA
        can luban culture attend T-1 S-00001 S-00002 --cohort UZ-TAS-LOG-2026A
        can luban culture correct T-1 S-00001 --hours 3 --reason "left at noon"
        can luban enrollment withdraw S-00002 --cohort UZ-TAS-LOG-2026A --on 2026-11-01 --reason work
        can luban student edit S-00001 --email a@b.org
        can luban report cohort --as-of 2026-11-02
        can luban report overview --as-of 2026-11-02
        can luban period close 2026 --as-of 2026-11-02 --workshop UZ-TAS
        can luban doctor --deep
        luban course add NEW --title New --theory 1 --practice 1 2> told.txt; echo "course $?"
        for table in cohort_tally cohort_stretch revision shared_revision attendance_past; do
          psql "$LUBAN_DSN" -Atqc "delete from luban.$table" 2> told.txt; sed 's/.*ERROR: *//' told.txt
        done
        psql "$owner" -qc 'drop owned by registrar_of_test' -c 'drop role registrar_of_test'; rm -r $folder
        """, dsn: test.dsn, folder: Program.repository)
      #expect(
        outcome.output == """
          course 5
          permission denied for table cohort_tally
          permission denied for table cohort_stretch
          permission denied for table revision
          permission denied for table shared_revision
          permission denied for table attendance_past

          """, "\(outcome.talk)")
    }
  }
}
