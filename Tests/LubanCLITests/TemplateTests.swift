import Luban
import Postgres
import Support
import Testing

/// Every template, filled in and imported as it comes, as CSV and as a workbook.
@Suite("Templates")
struct TemplateTests {
  private struct Case {
    /// The command that takes the form.
    let verb: String
    /// Two lines, as `column=value;…`.
    let rows: [String]
    var said = "2 lines: 2 created."
    var saidAgain = "2 lines: 2 unchanged."

    init(_ verb: String, _ rows: String..., said: String = "2 created", again: String = "2 unchanged") {
      (self.verb, self.rows) = (verb, rows)
      self.said = "2 lines: \(said)."
      saidAgain = "2 lines: \(again)."
    }
  }

  private static let at2024 = "cohort=UZ-TAS-LOG-2024A;student="
  private static let cases: [String: Case] = [
    "cities": Case(
      "city import FILE", "country=UZ;name=Chirchiq;name_zh=奇尔奇克;name_ru=Чирчик",
      "country=Казахстан;name=Taraz;other_names=kk=Тараз"),
    "partners": Case(
      "partner import FILE",
      "partner=UZ-T1;kind=колледж;country=UZ;city=Ташкент;name=One;active_since=2024-01-01",
      "partner=007;kind=企业;country=CN;name_zh=乙;website=https://x.example"),
    "partner_contacts": Case(
      "partner contact import FILE", "partner=UZ-A;name=Каримов Анвар;position=декан;email=a@example.org",
      "partner=UZ-A;name=李伟;phone=+86 22 001"),
    "workshops": Case(
      "workshop import FILE",
      "workshop=UZ-W2;title=Two;country=UZ;city=Tashkent;status=работает;led_from_tianjin=нет",
      "workshop=UZ-W3;title_ru=Три;country=UZ;time_zone=Asia/Samarkand"),
    "workshop_roles": Case(
      "workshop role import FILE --workshop UZ-TAS", "partner=UZ-A;role=颁证机构;since=2024-01-01",
      "partner=UZ-DEPOT;role=enterprise;until=2030-01-01;since=2024-02-01"),
    "courses": Case(
      "course import FILE", "course=T-1;title=One;theory=10;practice=2.5;requires=T-2",
      "course=T-2;kind=文化;title_zh=茶;practice=8;theme=tea;supports=T-1"),
    "modules": Case(
      "module import FILE", "module=M-1;practice=60;level=hsk2010:2", "module=M-2;practice=8;theme=craft"),
    "programs": Case(
      "program import FILE",
      """
      program=TRN;edition=2024;title=Training;mode=师资培训;field=0413;level=5;months=3;stages=school=3@UZ-A;\
      host_certificate=Diploma;host_body=UZ-A
      """,
      "program=TRN;edition=2025;title=Training;mode=teacher_training;field=0413;level=5;months=4"),
    "curricula": Case(
      "program curriculum import FILE", "program=TRN;edition=2024;course=T-1;term=1;weight=2;scale=cis5",
      "program=TRN;course=T-2;term=2;elective_group=E1;group_credits=2"),
    "agreements": Case(
      "agreement import FILE",
      "agreement=T-A;kind=备忘录;parties=UZ-A, UZ-DEPOT;covers=UZ-TAS;effective_on=2024-02-01",
      "agreement=0012;number=№ 17/2026-МС;kind=equipment;parties=UZ-A, UZ-DEPOT;effective_on=2024-02-01;expires_on=2030-02-01"
    ),
    "people": Case(
      "student import FILE --workshop UZ-TAS",
      """
      full_name=Каримова Дилноза Рустамовна;birth_date=2006-03-14;gender=Ж;nationality=Узбекистан;\
      document_kind=Паспорт;document_number=AB0012345;phone=+998 90 123-45-67;email=d@example.org;\
      schooling=3;language_level=hsk2010:2;consent_date=2026-06-01
      """, "full_name=李娜;birth_date=2005-07-01;gender=女;nationality=中国;document_number=0012",
      said: "2 new people"),
    "enrollments": Case(
      "enroll import FILE",
      "number=S-00007;cohort=UZ-TAS-LOG-2026A;applied_on=2026-06-01;enrolled_on=2026-06-02;state=Зачислен",
      """
      family_name=Саидов;given_name=Алишер;birth_date=2005-12-01;nationality=UZB;workshop=UZ-TAS;\
      cohort=UZ-TAS-LOG-2026A;applied_on=2026-06-01;state=applied
      """, said: "1 new person, 1 applied, 1 enrolled"),
    "changes": Case(
      "enrollment import FILE", "\(at2024)S-00004;state=withdrawn;on=2024-11-15;code=moved",
      "\(at2024)S-00003;state=Академический отпуск;on=2024-11-25;reason=ill"),
    "instructors": Case(
      "instructor import FILE --workshop UZ-TAS",
      "instructor=UZ-A/2;full_name=Рахимов Алишер;since=2022-09-01;certified_for=LOG-210",
      "instructor=UZ-A/003;full_name=Юсупова Лола;since=2022-09-01;phone=+998901234567"),
    "certifications": Case(
      "instructor certify-import FILE --workshop UZ-TAS",
      "instructor=UZ-A/1;course=LOG-210;since=2022-09-01;certificate=order 14-k",
      "instructor=UZ-A/2;course=CUL-TEA;since=2023-01-01"),
    "trainings": Case(
      "instructor train-import FILE --workshop UZ-TAS",
      "instructor=UZ-A/1;title=EPIP;from=2022-07-04;to=2022-07-15;hours=80;completed=да",
      "instructor=UZ-A/2;title=EPIP;from=2022-07-04;to=2022-07-15;hours=40.5;completed=no"),
    "sessions": Case(
      "class import FILE",
      "cohort=UZ-TAS-LOG-2024A;course=LOG-210;date=2024-10-01;begins=09:00;ends=10:30;hours=2;room=0204",
      "cohort=UZ-TAS-LOG-2024A;course=LOG-210;date=2024-10-02;begins=9:00;ends=10:30;instructor=UZ-A/2"),
    "attendance": Case(
      "attendance import FILE", "student=S-00002;class=UZ-TAS-LOG-2024A/LOG-210;date=2024-09-02;status=П",
      "\(at2024)S-00003;course=LOG-210;date=2024-09-02;time=09:00;status=absent"),
    "results": Case(
      "result import FILE", "\(at2024)S-00002;course=LOG-210;mark=80;graded_on=2024-11-21",
      "\(at2024)S-00003;course=LOG-210;mark=65,5;graded_on=2024-11-21;graded_by=UZ-A/2"),
    "language": Case(
      "language import FILE --workshop UZ-TAS",
      "student=S-00002;level=hsk2010:1;taken_on=2024-11-21;listening=80;reading=70;score=150;result=Сдал",
      "student=S-00003;level=hsk2010:1;taken_on=2024-11-21;score=130;certificate_number=007;purpose=外部"),
    "holidays": Case(
      "holiday import FILE --workshop UZ-TAS",
      "from=2025-12-25;to=2026-01-08;name=Winter break;teaching=нет", "from=2025-11-05;name=暴雨;teaching=否"),
    "culture_events": Case(
      "culture event-import FILE --workshop UZ-TAS",
      "event=TEA-2;theme=tea;title=Tea;from=2024-11-01;to=2024-11-02;hours=6;place=Hall 2",
      "event=FEST;theme=festivals;title=春节;from=2024-02-10;hours=2.5"),
    "culture": Case(
      "culture import FILE", "\(at2024)S-00002;event=TEA-1", "\(at2024)S-00003;event=TEA-2;hours=3"),
    "placement_offers": Case(
      "placement offer-import FILE --workshop UZ-TAS",
      "offer=YARD;partner=UZ-DEPOT;title=Yard;places=2;from=2024-10-01;to=2024-11-30;hours=80",
      "offer=1-2;partner=UZ-DEPOT;title=Office;places=1;from=2024-10-01;to=2024-11-30;hours=40"),
    "placements": Case(
      "placement import FILE", "\(at2024)S-00002;offer=YARD",
      "\(at2024)S-00003;offer=1-2;from=2024-10-07;to=2024-11-20;supervisor=A. Yusupov"),
    "placement_hours": Case(
      "placement log-import FILE", "\(at2024)S-00002;day=2024-11-04;hours=8;task=Weighing",
      "\(at2024)S-00003;day=2024-11-05;hours=7.5"),
    "placement_evaluations": Case(
      "placement evaluate-import FILE",
      "\(at2024)S-00002;side=Школа;mark=90;scale=percent;evaluated_on=2024-11-30",
      "\(at2024)S-00003;side=enterprise;mark=优秀;scale=zh5;evaluated_on=2024-11-30;comment==good"),
    "reissues": Case(
      "credential reissue-import FILE", "serial=UZ-TAS-2025-00001;on=2025-08-01;reason=misspelled",
      "serial=UZ-TAS-2025-00002;student=S-00001;on=2025-08-01;reason=misspelled"),
    "revocations": Case(
      "credential revoke-import FILE --yes", "serial=UZ-TAS-2025-00003;on=2025-09-01;reason=false papers",
      "serial=UZ-TAS-2025-00004;student=S-00001;on=2025-09-01;reason=false papers", said: "2 changed"),
    "outcomes": Case(
      "outcome import FILE --workshop UZ-TAS",
      "student=S-00001;months=6;status=employed;answered_on=2025-07-01;in_field=да;occupation=4323;satisfaction=4",
      "student=S-00001;months=12;status=升学;answered_on=2025-12-10"),
  ]

  @Test("are taken in as they come, filled in as CSV or as a workbook")
  func imported() async throws {
    try await TestDatabase.with { test in
      try await Self.layOut(test.office)
      let makers = Program.repository + "/Tests/LubanCLITests/Makers"
      // New certificates are revoked, not the former ones.
      let forms = ImportForm.all.map(\.name).filter { $0 != "revocations" } + ["revocations"]
      // What all workshops share is of no batch.
      let shared: Set<String> = [
        "cities", "partners", "partner_contacts", "workshops", "courses", "modules", "programs", "curricula",
        "agreements",
      ]
      for name in forms {
        let one = try #require(Self.cases[name], "no case of \(name)")
        let rows = one.rows.map { "'\($0)'" }.joined(separator: " ")
        var said: [String] = []
        for (file, option) in [("t.csv", "--dry-run"), ("t.xlsx", ""), ("t.csv", "")] {
          let outcome = try Program.shell(
            """
            cd $(mktemp -d) && luban import template \(name) -o \(file) &&
              /usr/bin/python3 \(makers)/fill_template.py \(file) \(rows) &&
              luban \(one.verb.replacing("FILE", with: file)) \(option); rm -r "$PWD"
            """, dsn: test.dsn)
          said.append(outcome.output + outcome.talk)
        }
        #expect(said[0].hasPrefix("Dry run: \(one.said)"), "\(name): \(said[0])")
        #expect(
          said[1].hasPrefix(shared.contains(name) ? "Imported: " : "Batch ") && said[1].contains(one.said),
          "\(name): \(said[1])")
        #expect(said[2].contains(one.saidAgain), "\(name): \(said[2])")
      }
    }
  }

  /// Student 1 completed and has two certificates; 2, 3 and 4 are enrolled, 5 to 8 are known.
  private static func layOut(_ office: Office) async throws {
    let cohort: CohortCode = "UZ-TAS-LOG-2024A"
    try await office.graduation()
    try await office.people(6)
    try await office.cohort("UZ-TAS-LOG-2026A")
    try await office.instructor("UZ-A/1")
    _ = try await office.enrollments.enroll(students(3, 4), in: cohort, appliedOn: day("2024-06-01"))
    _ = try await office.enrollments.change(
      .students(students(1)), in: cohort, to: .completed, on: day("2024-12-01"))
    _ = try await office.credentials.issue(students(1), in: cohort, on: day("2025-01-10"))
  }
}
