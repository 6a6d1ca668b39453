import Postgres
import Support
import Testing

@testable import Luban

/// What an office has beside students, by file: rows that are right, sent again, changed, and told as a file.
@Suite("Catalogs through import")
struct CatalogImportTests {
  /// A file that is taken, as it is exported, and a change of it that is taken over by `--update`.
  private struct Case: Sendable, CustomStringConvertible {
    let form: ImportForm
    let file: String
    /// The rows there are then, as CSV; a part of each is enough.
    let rows: [String]
    /// What stands in the file, and what in the changed one.
    let change: (from: String, to: String)
    /// The columns in which that differs.
    let fields: [String: Int]

    var description: String { form.name }

    init(
      _ form: ImportForm, _ file: String, rows: String..., change: (String, String), fields: [String: Int]
    ) {
      (self.form, self.file, self.rows, self.change, self.fields) = (form, file, rows, change, fields)
    }
  }

  private static let cases: [Case] = [
    Case(
      .cities,
      "国家,name,name_zh,название на русском,other_names\n乌兹别克斯坦,Chirchiq,奇尔奇克,Чирчик,kk=Шыршық; fr=Tchirtchik\n",
      rows: "UZ,Chirchiq,奇尔奇克,Чирчик,fr=Tchirtchik; kk=Шыршық", change: ("奇尔奇克", "齐尔齐克"),
      fields: ["name_zh": 1]),
    Case(
      .partners,
      """
      код,вид,страна,город,name,name_zh,name_ru,other_names,active_since,сайт,примечание
      uz-tlc,колледж,Узбекистан,塔什干,Tashkent Logistics College,,Колледж логистики,uz=Kollej,01.03.2026,https://x.example,новый
      UZ-BODY,颁证机构,UZ,,,颁证中心,,,,,

      """,
      rows: "UZ-BODY,awarding_body,UZ,,,颁证中心,,,,prospect,,,,,",
      """
      UZ-TLC,college,UZ,Tashkent,Tashkent Logistics College,,Колледж логистики,uz=Kollej,2026-03-01,\
      active,,,https://x.example,новый,
      """, change: ("новый", "старый"), fields: ["note": 1]),
    Case(
      .partnerContacts,
      """
      partner,姓名,职务,email,phone
      UZ-A,李伟,院长,liwei@example.org,
      UZ-A,李伟,,,+86 22 1234
      UZ-B,Rahimova Lola,dean,lola@example.org,+998 71 1

      """,
      rows: "UZ-A,李伟,,,+86 22 1234", "UZ-A,李伟,院长,liwei@example.org,",
      "UZ-B,Rahimova Lola,dean,lola@example.org,+998 71 1", change: ("dean", "rector"),
      fields: ["position": 1]),
    Case(
      .workshops,
      """
      workshop,title,title_zh,title_ru,other_titles,country,city,status,led_from_tianjin,time_zone,note
      UZ-SAM,Samarkand,撒马尔罕鲁班工坊,,uz=Samarqand,UZ,Ташкент,работает,нет,Asia/Samarkand,

      """,
      rows: "UZ-SAM,Samarkand,撒马尔罕鲁班工坊,,uz=Samarqand,UZ,Tashkent,operating,no,Asia/Samarkand,,",
      "UZ-TAS,Uzbekistan Luban Workshop,,,,UZ,,preparing,yes,Asia/Samarkand,,",
      change: ("Samarkand,撒", "Samarqand,撒"),
      fields: ["title": 1]),
    Case(
      .workshopRoles,
      """
      partner,role,since,until
      UZ-A,принимающая сторона,,
      CN-A,中方牵头,2026-01-01,2027-01-01

      """, rows: "UZ-TAS,CN-A,lead,2026-01-01,2027-01-01", "UZ-TAS,UZ-A,host,,",
      change: ("2027-01-01", "2028-01-01"), fields: ["until": 1]),
    Case(
      .courses,
      """
      course,kind,title,title_zh,theory,practice,credits,level,theme,requires,supports
      LOG-420,,Customs,报关,16,"16,5",2,,,LOG-410;log-410,
      LOG-410,技术,Freight,,32,,,,,ZH-2,
      ZH-2,языковой модуль,,汉语二级,60,60,,hsk2010:2,,,"LOG-410, LOG-420"
      TEA,culture,Tea,,,10,,,tea,,

      """,
      rows: "LOG-410,technical,Freight,,,,32,0,,,,,ZH-2,,,,",
      "LOG-420,technical,Customs,报关,,,16,16.5,2,,,,LOG-410,,,,",
      "TEA,culture,Tea,,,,0,10,,,,tea,,,,,",
      "ZH-2,language,,汉语二级,,,60,60,,zh,hsk2010:2,,,LOG-410; LOG-420,,,",
      change: ("LOG-410;log-410", "TEA"), fields: ["requires": 1]),
    Case(
      .modules, "module,practice,level,theme\nZH-3,120,hsk2010:3,\nINK,20,,calligraphy\n",
      rows: "INK,Calligraphy,,,,0,20,,,,calligraphy,,,,,",
      #"ZH-3,"Chinese, HSK 2.0 (2010) level 3",,,,0,120,,zh,hsk2010:3,,,,,,"#,
      change: ("INK,20", "INK,24"), fields: ["practice": 1]),
    Case(
      .programs,
      """
      program,edition,title,mode,field,level,months,minimum_age,minimum_schooling,entry_level,requires,industry,stages,\
      host_certificate,host_body,chinese_certificate,chinese_body
      RAIL,2026,Rail,学历教育,1041,5,36,16,3,hsk2010:1,BASE,rail,workshop=30; depot at home=6@UZ-A,Diploma,UZ-A,结业证书,CN-A
      BASE,2026,Base,short-term training,1041,3,6,,,,,,,,,,

      """,
      rows: "BASE,2026,Base,,,,short_term_training,1041,3,6,,,,,,,,,,",
      "LOG,2026,Logistics,,,,degree_education,0413,5,24,16,,,,,,,,,",
      """
      RAIL,2026,Rail,,,,degree_education,1041,5,36,16,3,hsk2010:1,BASE,rail,workshop=30; depot at home=6@UZ-A,\
      Diploma,UZ-A,结业证书,CN-A
      """, change: ("workshop=30", "workshop=24; factory=6"), fields: ["stages": 1]),
    Case(
      .curricula,
      """
      program,edition,course,term,elective_group,group_credits,weight,scale
      LOG,2026,C-1,1,,,2,
      LOG,,C-2,2,e1,2,,cis5
      LOG,,C-3,2,E1,,,

      """, rows: "LOG,2026,C-1,1,,,2,", "LOG,2026,C-2,2,E1,2,1,cis5", "LOG,2026,C-3,2,E1,2,1,",
      change: ("e1,2", "e1,4"), fields: ["group_credits": 1]),
    Case(
      .agreements,
      """
      agreement,number,kind,parties,covers,signed_on,effective_on,expires_on,ended_on,end_reason,renews
      LW-2,津教外[2026]17号,联合培养,UZ-A; CN-A,UZ-TAS:LOG,2026-01-10,2026-02-01,2031-02-01,,,LW-1
      LW-1,,меморандум,"CN-A,UZ-A",uz-tas,,2020-02-01,,2024-01-01,replaced,

      """,
      rows: "LW-1,,memorandum,CN-A; UZ-A,UZ-TAS,,2020-02-01,,2024-01-01,replaced,,",
      "LW-2,津教外[2026]17号,joint_training,CN-A; UZ-A,UZ-TAS:LOG,2026-01-10,2026-02-01,2031-02-01,,,LW-1,",
      change: ("UZ-TAS:LOG", "UZ-TAS"), fields: ["covers": 1]),
  ]

  /// Partners UZ-A, UZ-B and CN-A, and courses C-1, C-2 and C-3.
  static func office(_ body: (Office) async throws -> Void) async throws {
    try await withOffice { office in
      try await office.ground()
      for code in ["UZ-A", "UZ-B", "CN-A"] { try await office.partner(PartnerCode(code)) }
      for code in ["C-1", "C-2", "C-3"] { try await office.course(CourseCode(code)) }
      try await body(office)
    }
  }

  @Test("a file is taken; again nothing changes, and --update takes over what differs", arguments: cases)
  private func taken(_ one: Case) async throws {
    try await Self.office { office in
      let lines = one.file.split(separator: "\n").count - 1
      let taken = try await office.send(one.file, as: one.form)
      #expect(problems(taken) == [] && taken.created == lines && taken.isKept)
      let rows = try await office.exported(one.form)
      #expect(one.rows.filter { !rows.contains($0) } == [], "\(rows)")
      #expect(rows == rows.sorted() || one.form.name == "cities")
      let again = try await office.send(one.file, as: one.form) { $0.updates = true }
      #expect(again.unchanged == lines && again.differingLines == 0, "\(again.changedFields)")
      let other = one.file.replacing(one.change.from, with: one.change.to)
      #expect(try await office.send(other, as: one.form).differingLines == 1)
      #expect(try await office.exported(one.form) == rows)
      let changed = try await office.send(other, as: one.form) { $0.updates = true }
      #expect(changed.changed == 1 && changed.changedFields == one.fields, "\(problems(changed))")
      #expect(try await office.send(other, as: one.form) { $0.updates = true }.unchanged == lines)
      #expect(try await office.exported(one.form) != rows)
    }
  }

  @Test("a name that differs was wrong, unless a day says since when it is another one")
  func renamed() async throws {
    try await Self.office { office in
      let file = "partner,kind,country,name\nUZ-A,college,UZ,First\n"
      _ = try await office.send(file, as: .partners) { $0.updates = true }
      #expect(try await office.partners.show("UZ-A").otherNames == [])
      _ = try await office.send(file.replacing("First", with: "Second"), as: .partners) {
        ($0.updates, $0.params["renamed_on"]) = (true, "2026-02-01")
      }
      let partner = try await office.partners.show("UZ-A")
      #expect(partner.names.main == "Second" && partner.otherNames.map(\.name) == ["First"])
      #expect(partner.otherNames.first?.until == day("2026-02-01"))
    }
  }

  @Test("where a partnership stands is told by its last line; what was recorded of it stays")
  func standing() async throws {
    try await Self.office { office in
      let header = "partner,kind,country,name,active_since,status,status_since,status_reason\n"
      let file =
        header
          + """
          UZ-P,school,UZ,P,,,,
          UZ-S,school,UZ,S,2025-01-01,暂停,2026-01-01,audit
          UZ-E,school,UZ,E,,ended,2026-01-01,closed
          UZ-N,school,UZ,N,,активен,,

          """.replacing("активен", with: "действует")
      #expect(try await office.send(file, as: .partners).created == 4)
      #expect(try await office.partners.show("UZ-S").events.map(\.status) == [.active, .suspended])
      #expect(try await office.partners.show("UZ-E").events.map(\.status) == [.ended])
      #expect(try await office.partners.show("UZ-N").status == .active)
      #expect(try await office.send(file, as: .partners) { $0.updates = true }.unchanged == 4)
      let next =
        header + """
          UZ-P,,,,2026-02-01,,,
          UZ-S,,,,,active,,
          UZ-E,,,,,active,,
          UZ-N,,,,2024-01-01,,,
          UZ-A,,,,,suspended,,
          UZ-B,,,,,suspended,2019-01-01,x
          UZ-X,school,UZ,X,,suspended,2026-01-01,x
          CN-A,,,,,,2026-02-01,

          """
      let outcome = try await office.send(next, as: .partners) {
        ($0.updates, $0.skipsInvalid) = (true, true)
      }
      #expect(
        problems(outcome) == [
          "active_since:events_are_kept@5", "status:partner_change_is_allowed@4,8",
          "status_reason:partner_event_says_why@6", "status_since:events_are_kept@9",
          "status_since:partner_events_follow_each_other@7",
        ])
      #expect(outcome.changed == 2)
      #expect(try await office.partners.show("UZ-S").events.map(\.status) == [.active, .suspended, .active])
      #expect(try await office.partners.show("UZ-P").status == .active)
    }
  }

  /// What is noted of a file that is tried, and all right.
  private func notes(_ office: Office, _ text: String, as form: ImportForm) async throws -> [String] {
    let outcome = try await office.send(text, as: form) { $0.isDryRun = true }
    #expect(outcome.refused == 0, "\(problems(outcome))")
    return outcome.notesByLine
  }

  @Test(
    "whoever hosts, signs or awards by a file and is no active partner is told; so is a number given twice")
  func notes() async throws {
    try await Self.office { office in
      let partners =
        "partner,kind,country,name,active_since,status,status_since,status_reason\n"
        + "UZ-P,school,UZ,P,,,,\nUZ-S,school,UZ,S,2025-01-01,suspended,2026-01-01,audit\n"
      let entered = try await office.send(partners, as: .partners)
      #expect(entered.created == 2)
      #expect(
        try await notes(
          office,
          "partner,role,until\nUZ-P,host,\nUZ-A,lead,\nUZ-P,lead,2027-01-01\n", as: .workshopRoles)
          == ["2 the partner is only a prospect: UZ-P"])
      #expect(
        try await notes(
          office,
          """
          program,edition,title,mode,field,level,months,stages,host_certificate,host_body
          NEW,2026,New,degree_education,0413,5,36,yard=36@UZ-P,Diploma,UZ-S
          OLD,2026,Old,degree_education,0413,5,36,yard=36@UZ-A,Diploma,UZ-A

          """, as: .programs) == [
            "2 the partner is only a prospect: UZ-P", "2 the partner is suspended: UZ-S",
          ])
      #expect(
        try await notes(
          office,
          """
          agreement,number,kind,parties,effective_on
          X-1,№ 1,memorandum,UZ-A; UZ-P,2026-01-01
          X-2,№1,equipment,UZ-P; UZ-A; CN-A,2026-06-01
          X-3,№ 1,memorandum,UZ-B; CN-A,2026-01-01

          """, as: .agreements) == [
            "2 the partner is only a prospect: UZ-P", "3 the partner is only a prospect: UZ-P",
            "2 the same parties have another agreement of this number: № 1: X-2",
            "3 the same parties have another agreement of this number: №1: X-1",
          ])
    }
  }

  @Test("a partnership on which something hangs does not end by a file, and a course is retired once")
  func endings() async throws {
    try await Self.office { office in
      _ = try await office.send("partner,role\nUZ-A,host\n", as: .workshopRoles)
      let end = "partner,kind,country,status,status_reason\nUZ-A,,,ended,x\n"
      let ended = try await office.send(end, as: .partners) { $0.updates = true }
      #expect(problems(ended) == ["status:partner_ends_when_nothing_hangs_on_it@2"])
      let retire = "course,retired_on,retire_reason\nC-1,2026-01-01,old\nC-2,2026-01-01,\n"
      let refused = try await office.send(retire, as: .courses) {
        ($0.updates, $0.skipsInvalid) = (true, true)
      }
      #expect(problems(refused) == ["retire_reason:course_retirement_has_a_reason@3"])
      #expect(try await office.courses.show("C-1").retireReason == "old")
      let again = try await office.send(retire.replacing("01-01,old", with: "02-01,old"), as: .courses) {
        $0.updates = true
      }
      #expect(problems(again).contains("retired_on:course_is_retired_once@2"))
    }
  }
}

extension Office {
  /// The rows of a form as it is exported, as lines of CSV.
  func exported(_ form: ImportForm) async throws -> [String] {
    let query = try #require(form.export)
    return try await read { tx in
      var text = ""
      try tx.copyOut("copy (\(fragment: query)) to stdout (format csv)") {
        text += String(decoding: $0, as: UTF8.self)
      }
      return text.split(separator: "\n").map(String.init)
    }
  }
}
