import Luban
import Support
import Testing

/// Lines of catalogs that break rules, each told by its line and column.
@Suite("Rules of catalogs through import")
struct CatalogRuleTests {
  private func refused(_ file: String, as form: ImportForm, _ office: Office) async throws -> [String] {
    let outcome = try await office.send(file, as: form) { $0.updates = true }
    #expect(!outcome.isKept)
    return problems(outcome)
  }

  @Test("cities")
  func cities() async throws {
    try await CatalogImportTests.office { office in
      let told = try await refused(
        """
        country,name,name_zh,name_ru,other_names
        XX,Nowhere,,,
        UZ,,,,
        UZ,Toshkent-2,塔什干,,
        UZ,Chirchiq,,,kk
        UZ,Angren,安格连,,
        UZ,Angren-2,安格连,,
        UZ,Angren,,,

        """, as: .cities, office)
      #expect(
        told == [
          "country:city_is_in_a_known_country@2", "name:city_has_a_name@3",
          "name:city_is_once_in_its_country@8", "name_zh:city_name_is_of_one_city_of_its_country@4,7",
          "other_names:titles_are_by_language@5",
        ])
    }
  }

  @Test("what was garbled is refused in its line, whatever is called so; the others are taken")
  func garbled() async throws {
    try await CatalogImportTests.office { office in
      for (form, file, problem) in [
        (
          .partners, "partner,kind,country,name\nUZ-Y1,enterprise,UZ,??????\nUZ-Y2,enterprise,UZ,Good\n",
          "name:partner_name_is_not_blank@2"
        ),
        (
          .partners,
          "partner,kind,country,name\nUZ-Y3,enterprise,UZ,Tехника\nUZ-Y4,enterprise,UZ,ЯндексGo\n",
          "name:partner_name_is_not_blank@2"
        ),
        (
          .courses, "course,title,theory,practice\nC-7,?????? ???,10,20\nC-8,Good,10,20\n",
          "title:titles_are_by_language@2"
        ),
        (
          .courses, "course,title,title_ru,theory,practice\nC-7,Good,ÐšÐ°Ñ€,10,20\nC-9,Good,,10,20\n",
          "title_ru:titles_are_by_language@2"
        ),
        (.cities, "country,name\nUZ,????\nUZ,Good\n", "name:city_has_a_name@2"),
      ] as [(ImportForm, String, String)] {
        let outcome = try await office.send(file, as: form) { $0.skipsInvalid = true }
        #expect(problems(outcome) == [problem])
        #expect(outcome.created == 1, "\(problem)")
      }
    }
  }

  @Test("partners and their contacts")
  func partners() async throws {
    try await CatalogImportTests.office { office in
      let partners = try await refused(
        """
        partner,kind,country,city,name,other_names,active_since,website
        uz_x,school,UZ,,X,,,
        UZ-X1,shop,UZ,Tashkant,X,,,
        UZ-X2,school,ZZ,,X,,,
        UZ-X3,school,UZ,,,,,a b
        UZ-A,,,,,ru=x,2026-02-01,
        UZ-X4,school,UZ,,X,,,
        UZ-X4,school,UZ,,X,,,

        """, as: .partners, office)
      #expect(
        partners == [
          "active_since:events_are_kept@6", "city:partner_city_is_in_its_country@3",
          "country:partner_country_is_known@4", "kind:partner_kind_is_a_word@3",
          "name:partner_has_a_name@5", "other_names:titles_are_by_language@6",
          "partner:code_is_short_and_upper_case@2", "partner:partner_code_is_unique@8",
          "website:partner_website_has_no_blanks@5",
        ])
      let contacts = try await refused(
        """
        partner,name,email,phone
        UZ-NO,Ann,a@b,
        UZ-A,1234,a@b,
        UZ-A,Ann,,
        UZ-A,Ann,noat,
        UZ-A,Ann,,abc
        UZ-A,Ann,a@b,
        UZ-A,Ann,a@b,
        UZ-A,,a@b,

        """, as: .partnerContacts, office)
      #expect(
        contacts == [
          "email:contact_can_be_reached@4", "email:contact_email_has_an_at_sign@5",
          "name:contact_is_once_at_a_partner@8", "name:person_name_has_letters@3,9",
          "partner:contact_is_of_a_partner@2", "phone:contact_phone_is_a_number@6",
        ])
    }
  }

  @Test("the nearest cities are named where none is called so")
  func nearestCities() async throws {
    try await CatalogImportTests.office { office in
      let file = "partner,kind,country,city,name\nUZ-X,school,UZ,Tashkant,X\n"
      let outcome = try await office.send(file, as: .partners)
      #expect(outcome.problems.first?.sentence == "A partner stands in a city of its country. (Tashkent)")
    }
  }

  @Test("workshops and the parts in them")
  func workshops() async throws {
    try await CatalogImportTests.office { office in
      try await office.workshops.edit("UZ-TAS", WorkshopDetails { $0.status = .operating })
      let workshops = try await refused(
        """
        workshop,title,country,city,status,led_from_tianjin,time_zone
        UZ-1,,UZ,,,,
        UZ-2,A,ZZ,,open,perhaps,Asia/Nowhere
        UZ-3,A,UZ,Nowhere,,,
        UZ-TAS,,UZ,,preparing,,
        UZ-4,A,UZ,,,,
        UZ-4,A,UZ,,,,

        """, as: .workshops, office)
      #expect(
        workshops == [
          "city:workshop_city_is_in_its_country@4", "country:workshop_country_is_known@3",
          "led_from_tianjin:answer_is_yes_or_no@3", "status:workshop_change_is_allowed@5",
          "status:workshop_status_is_a_word@3", "time_zone:workshop_time_zone_is_known@3",
          "title:line_has_a_title@2", "workshop:workshop_code_is_unique@7",
        ])
      _ = try await office.workshops.open(
        "UZ-OLD", in: "UZ",
        WorkshopDetails {
          ($0.titles, $0.newRoles, $0.day) = (["en": "Old"], [NamedRole(.host, "UZ-A")], day("2020-01-01"))
        })
      _ = try await office.workshops.close("UZ-OLD", on: day("2025-01-01"))
      try await office.partners.suspend("UZ-B", on: day("2026-01-01"), reason: "x")
      let roles = try await refused(
        """
        workshop,partner,role,since,until
        UZ-TAS,UZ-A,host,2026-03-01,
        UZ-TAS,UZ-A,host,2026-05-01,
        UZ-TAS,UZ-A,king,2026-05-01,
        UZ-TAS,UZ-NO,host,2026-05-01,
        UZ-TAS,CN-A,host,2026-05-02,2026-05-01
        UZ-TAS,UZ-B,host,2026-05-01,
        UZ-OLD,UZ-A,enterprise,2026-05-01,
        UZ-NO,UZ-A,enterprise,2026-05-01,
        UZ-TAS,CN-A,lead,2026-05-01,2026-06-01
        UZ-TAS,CN-A,lead,2026-05-01,2026-07-01

        """, as: .workshopRoles, office)
      #expect(
        roles == [
          "partner:workshop_role_is_of_a_partner_in_good_standing@7",
          "partner:workshop_role_partner_is_known@5", "role:workshop_part_is_a_word@4",
          "since:workshop_role_is_taken_once_at_a_time@3,11", "since:workshop_role_period_is_in_order@6",
          "workshop:line_names_a_workshop@9", "workshop:workshop_role_is_in_a_living_workshop@8",
        ])
    }
  }

  @Test("the last host of a workshop stays as long as its cohorts last")
  func hosts() async throws {
    try await withOffice { office in
      try await office.agreement()
      try await office.workshops.edit(
        "UZ-TAS",
        WorkshopDetails { ($0.newRoles, $0.day) = ([NamedRole(.host, "UZ-A")], day("2020-01-01")) })
      try await office.cohort("UZ-TAS-LOG-2026A")
      let last = "2026-09-01"
      let hosts = try await office.exported(.workshopRoles).filter { $0.contains(",host,") }
      let line = try #require(hosts.first)
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      let file = "workshop,partner,role,since,until\n\(fields[..<4].joined(separator: ",")),\(last)\n"
      #expect(
        try await refused(file, as: .workshopRoles, office)
          == ["until:workshop_keeps_a_host_while_cohorts_run@2"])
      // One that follows in the same file is enough.
      try await office.partner("UZ-NEXT")
      let both = file + "UZ-TAS,UZ-NEXT,host,\(last),\n"
      #expect(try await office.send(both, as: .workshopRoles) { $0.updates = true }.isKept)
    }
  }

  @Test("courses and modules")
  func courses() async throws {
    try await CatalogImportTests.office { office in
      let told = try await refused(
        """
        course,kind,title,theory,credits,requires,supports,level,theme,language
        A1,technical,a,1,,A2,,,,
        A2,,b,1,,A3,,,,
        A3,,c,1,,A1,,,,
        A4,,d,1,x,NO; A5,,,,
        A5,,d,,,A5,,,,
        A6,language,L,1,,,C-1,hsk2010:2,,en
        A7,culture,L,1,,,C-1; A6,,tea,
        A8,culture,L,1,,,A7,,,
        C-1,placement,,,,,,,,
        A9,kind,,x,,,,,,
        B1,language,L,1,,,,hsk:9,,1
        B2,language,L,1,,,B2,,,zh
        B3,language,L,1,,,,,,zh
        B3,language,L,1,,,,,,zh

        """, as: .courses, office)
      #expect(
        told == [
          "course:course_code_is_unique@15", "credits:credits_are_a_number@5",
          "kind:course_keeps_its_kind@10", "kind:course_kind_is_a_word@11",
          "kind:culture_module_has_a_theme@9", "language:language_tag_is_bcp47@12",
          "level:course_level_is_of_its_framework@12", "level:module_level_is_of_its_language@7",
          "requires:course_does_not_require_itself@6", "requires:course_prerequisites_have_no_circle@2,3,4",
          "requires:course_requires_a_known_course@5,6", "supports:course_does_not_support_itself@13",
          "supports:course_supports_a_known_course@8,9,13",
          "supports:modules_support_technical_courses@9", "theory:course_has_hours@6",
          "theory:hours_are_a_number@11", "title:line_has_a_title@11",
        ], "\(told)")
      #expect(
        try await refused("module,practice,theme\nC-1,5,tea\nM-1,5,\n", as: .modules, office)
          == [":course_keeps_its_kind@2", ":language_module_has_a_language@3"])
      #expect(
        try await refused("module,practice,theme,supports\nM-1,5,tea,M-2\nM-2,5,tea,\n", as: .modules, office)
          == ["supports:modules_support_technical_courses@2"])
    }
  }

  @Test("programs and curricula")
  func programs() async throws {
    try await CatalogImportTests.office { office in
      let programs = try await refused(
        """
        program,edition,title,mode,field,level,months,minimum_age,minimum_schooling,entry_level,requires,industry,stages,\
        host_certificate,host_body
        RAIL,2027,Rail,deg,9998,15,0,1,33,hsk2010:99,NOPE,rail,workshop; depot=0@NO,,UZ-A
        B,1,B,degree education,1041,5,1,,,,B,,,D,NO
        RAIL,2028,Rail,degree education,1041,5,12,,,,,tram,,,
        C,1,,degree education,1041,5,x,,,,,,,,
        D,1,D,degree education,1041,5,12,,,,,,,,
        D,1,D,degree education,1041,5,12,,,,,,,,

        """, as: .programs, office)
      #expect(
        programs == [
          "edition:program_edition_is_once@7", "entry_level:program_entry_level_is_of_its_framework@2",
          "field:program_field_is_isced@2", "host_body:program_certificate_body_is_known@3",
          "host_certificate:program_certificate_has_a_title@2", "industry:program_serves_one_industry@4",
          "level:program_level_is_isced@2", "minimum_age:program_minimum_age_is_plausible@2",
          "minimum_schooling:program_schooling_is_isced@2", "mode:program_mode_is_a_word@2",
          "months:program_lasts_a_month_or_more@2,5", "requires:program_does_not_require_itself@3",
          "requires:program_requires_a_known_program@2", "stages:program_stage_has_a_place@2",
          "stages:program_stage_lasts_a_month_or_more@2", "stages:program_stage_partner_is_known@2",
          "title:line_has_a_title@5",
        ])
      try await office.courses.retire("C-3", on: day("2026-01-01"), reason: "old")
      let curricula = try await refused(
        """
        program,edition,course,term,elective_group,group_credits,weight,scale
        NO,,C-1,1,,,,
        LOG,99,C-1,1,,,,
        LOG,,NO,x,E9,,,cis9
        LOG,,C-3,31,"E1,E2",0,0,
        LOG,,C-1,2,E1,7,x,
        LOG,,C-2,2,E1,8,,
        LOG,,C-2,2,,,,
        LOG,,C-2,2,,,,

        """, as: .curricula, office)
      #expect(
        curricula == [
          "course:curriculum_course_is_known@4", "course:curriculum_has_a_course_once@8,9",
          "course:retired_course_enters_no_curriculum@5", "edition:curriculum_is_of_an_edition@3",
          "elective_group:code_is_short_and_upper_case@5",
          "elective_group:curriculum_group_is_of_its_edition@4",
          "group_credits:elective_group_asks_for_credits@5",
          "group_credits:elective_group_is_once_in_its_edition@6",
          "program:program_edition_is_of_a_program@2",
          "scale:curriculum_scale_is_known@4", "term:curriculum_term_is_counted_from_one@4,5",
          "weight:curriculum_weight_is_plausible@5,6",
        ])
    }
  }

  @Test("an edition that a cohort was opened on, and its courses, stay as they are")
  func frozen() async throws {
    try await withOffice(.graduation) { office in
      #expect(
        try await refused(
          "program,edition,months,industry\nLOG,2026,25,rail\n", as: .programs, office)
          == ["edition:edition_in_use_is_frozen@2"])
      #expect(
        try await office.send("program,edition,industry\nLOG,2026,rail\n", as: .programs) {
          $0.updates = true
        }
        .changedFields == ["industry": 1])
      try await office.course("NEW")
      #expect(
        try await refused("program,course,term\nLOG,NEW,2\nLOG,LOG-210,9\n", as: .curricula, office)
          == ["program:edition_in_use_is_frozen@2,3"])
      #expect(
        try await refused("course,theory\nLOG-210,99\n", as: .courses, office)
          == ["course:taught_course_keeps_its_hours@2"])
    }
  }

  @Test("agreements")
  func agreements() async throws {
    try await CatalogImportTests.office { office in
      let sent = """
        agreement,kind,parties,effective_on,ended_on,end_reason,renews
        LW-1,memorandum,UZ-A; CN-A,2020-01-01,2021-01-01,x,
        LW-2,memorandum,UZ-A; CN-A,2022-01-01,,,LW-1

        """
      #expect(try await office.send(sent, as: .agreements).created == 2)
      try await office.partners.suspend("UZ-B", on: day("2026-01-01"), reason: "x")
      try await office.partner("UZ-GONE")
      try await office.partners.end("UZ-GONE", on: day("2026-01-01"), reason: "x")
      let told = try await refused(
        """
        agreement,number,kind,parties,covers,effective_on,expires_on,ended_on,end_reason,renews
        LW-1,,,UZ-A; UZ-B,,,,2021-02-01,,
        B1, ,x,UZ-A,ZZ; UZ-TAS:NO,,,,,LW-1
        B2,,memorandum,NO; UZ-A,,2020-01-01,2019-01-01,,why,LW-2
        B3,,memorandum,CN-A; UZ-A,,2020-01-01,,,,B3
        B4,,memorandum,CN-A; UZ-A,,2020-01-01,2021-01-01,2019-01-01,x,NO
        B5,,memorandum,CN-A; UZ-B,,2026-02-01,,,,
        B6,,memorandum,CN-A; UZ-GONE,,2025-02-01,,,,
        B7,,memorandum,CN-A; UZ-A,,2025-02-01,,2025-03-01,x,
        B7,,memorandum,CN-A; UZ-A,,2025-02-01,,2025-03-01,x,

        """, as: .agreements, office)
      #expect(
        told
          == [
            "agreement:agreement_code_is_unique@10", "covers:agreement_covers_a_known_program@3",
            "covers:agreement_covers_a_known_workshop@3", "effective_on:agreement_has_a_first_day@3",
            "ended_on:agreement_ends_after_it_begins@6",
            "expires_on:agreement_expires_after_it_begins@4",
            "ended_on:agreement_end_has_a_reason@4", "ended_on:agreement_is_ended_once@2",
            "kind:agreement_kind_is_a_word@3", "parties:agreement_has_two_parties@3",
            "parties:agreement_keeps_its_parties@2", "parties:agreement_outlasts_no_partnership@8",
            "parties:agreement_parties_are_in_good_standing@7", "parties:agreement_party_is_known@4",
            "renews:agreement_does_not_renew_itself@5", "renews:agreement_is_renewed_once@3",
            "renews:agreement_renews_a_known_one@6", "renews:agreement_renews_an_earlier_one@4",
          ].sorted(), "\(told)")
    }
  }
}
