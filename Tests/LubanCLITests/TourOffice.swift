import Support
import Testing

/// The office that the examples of the help are about, laid out with the commands a user would take.
enum TourOffice {
  /// It, for the whole run.
  static let laid = Task {
    try await TestDatabase.kept { office in
      let laying = try Program.shell(script, dsn: office.dsn)
      try #require(laying.exitCode == 0, "\(laying.output)\n\(laying.talk)")
    }
  }

  /// Runs a test on a copy of it.
  static func with(_ body: (TestDatabase) async throws -> Void) async throws {
    try await laid.value.withCopy(body)
  }

  /// What is run, in this order.
  private static let script = """
    set -e
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    cd "$folder"
    luban seed workshops
    luban partner add UZ-RAIL --kind enterprise --country UZ --name "Example Railways" \
      --active --on 2020-01-01
    luban agreement add LW-2022-01 --kind joint-training --party UZ-TSTU --party CN-TJMC --covers UZ-TAS \
      --signed 2022-01-10 --effective 2022-02-01 --expires 2032-02-01
    luban course add LOG-105 --title "Loading by hand" --theory 10 --practice 20
    luban course add LOG-110 --title "Introduction to logistics" --theory 48 --practice 16
    luban course add LOG-210 --title "Warehouse management" --theory 40 --practice 80
    luban course add LOG-310 --title "Cold stores" --theory 20 --practice 20 --credits 3
    luban agreement add LW-2022-02 --kind credit-recognition --party UZ-TSTU --party CN-TJMC \
      --signed 2022-01-10 --effective 2022-02-01 --expires 2032-02-01
    luban program curriculum add LOG LOG-105 --term 1 --scale cis5
    luban program curriculum add LOG LOG-110 --term 1 --scale cis5
    luban program edit LOG --certificate "host=Diploma in Logistics@UZ-TSTU"
    luban program rule LOG
    for code in 2022A:2022-09-01 2023A:2023-09-01 2026A:2026-09-01 2026B:2026-09-01; do
      luban cohort plan UZ-TAS-LOG-${code%:*} --workshop UZ-TAS --program LOG \
        --intake ${code#*:} --capacity 30
      luban cohort open UZ-TAS-LOG-${code%:*} --on ${code%%[AB]*}-05-10
    done
    cat > students.csv <<'END'
    full_name,latin_name,birth_date,gender,nationality,email
    Каримова Нигора,KARIMOVA NIGORA,2006-03-14,female,UZ,nigora@example.org
    Ҷӯраев Ҷамшед,JURAEV JAMSHED,2006-05-01,male,TJ,
    王丽,WANG LI,2006-07-02,female,CN,
    Qodirov Jasur,QODIROV JASUR,2006-01-20,male,UZ,
    Байжанов Ерлан,BAIZHANOV YERLAN,2005-11-30,male,KZ,
    محمد علی,MUHAMMAD ALI,2004-08-08,male,AF,
    Orazow Merdan,ORAZOW MERDAN,2006-09-09,male,TM,
    Иванова Анна,IVANOVA ANNA,2005-12-24,female,RU,
    Тошматов Бобур,TOSHMATOV BOBUR,2006-02-02,male,UZ,
    END
    luban student import students.csv --workshop UZ-TAS
    luban enroll S-00001 S-00004 S-00005 --cohort UZ-TAS-LOG-2026A --applied 2026-06-01
    luban enroll S-00002 S-00003 --cohort UZ-TAS-LOG-2026A --applied 2026-06-01 --as applied
    luban enroll S-00006 --cohort UZ-TAS-LOG-2022A --applied 2022-06-01
    luban cohort edit UZ-TAS-LOG-2026A --capacity 4
    luban instructor add UZ-TSTU/117 --workshop UZ-TAS --name "Каримов Олим" --since 2022-07-01 \
      --certified LOG-105 --certified LOG-110
    luban class add UZ-TAS-LOG-2026A/LOG-110 --from 2026-09-07 --to 2026-12-18 --instructor UZ-TSTU/117
    luban class schedule UZ-TAS-LOG-2026A/LOG-110 --weekly "Wed 09:00-10:30"
    luban cohort start UZ-TAS-LOG-2022A --on 2022-09-01
    luban cohort start UZ-TAS-LOG-2023A --on 2023-09-01
    luban class add UZ-TAS-LOG-2022A/LOG-105 --from 2022-09-05 --to 2023-01-31
    luban class add UZ-TAS-LOG-2022A/LOG-110 --from 2022-09-05 --to 2023-01-31
    luban class schedule UZ-TAS-LOG-2022A/LOG-105 --weekly "Mon 09:00-10:30" --hours 2
    luban enroll S-00008 S-00009 --cohort UZ-TAS-LOG-2022A --applied 2022-06-01
    for student in S-00008 S-00009; do
      for course in LOG-105 LOG-110; do
        luban result add $student $course --cohort UZ-TAS-LOG-2022A --mark 5 --on 2023-01-25
      done
    done
    luban enrollment complete S-00009 --cohort UZ-TAS-LOG-2022A --on 2025-07-01
    """
}
