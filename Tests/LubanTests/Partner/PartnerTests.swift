import Luban
import Support
import Testing

@Suite("Partners")
struct PartnerTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test("a partner is a prospect until it is active, and is shown with all that is known of it")
  func adding() async throws {
    try await withOffice { office in
      var new = PartnerDetails {
        ($0.kind, $0.country, $0.names) = (
          .college, "uz", ["en": "Tashkent Logistics College", "ru": "Колледж логистики"]
        )
      }
      new.city = NamedCity("Samarkand", isNew: true)
      new.website = "https://example.org"
      new.note = "visited in May"
      let added = try await office.partners.add("uz-tlc", new)
      #expect(added.code == "UZ-TLC" && added.kind == .college)
      #expect(added.country == "UZ" && added.city == "Samarkand")
      #expect(added.names == new.names && added.otherNames.isEmpty)
      #expect(added.website == new.website && added.note == new.note)
      #expect(added.status == .prospect && added.events.isEmpty)
      let active = try await office.partners.activate("UZ-TLC", on: try day("2026-02-01"))
      #expect(active.status == .active)
      #expect(active.events.map(\.status) == [.active])
      #expect(active.events.map(\.effectiveOn) == [try day("2026-02-01")])
      #expect(try await office.partners.show("UZ-TLC") == active)
    }
  }

  @Test(
    "a country is named by its letters or its name in any language; one that is none is told what is near")
  func country() async throws {
    try await withOffice { office in
      for (n, name) in ["uz", "UZB", "Uzbekistan", "乌兹别克斯坦", "O‘zbekiston"].enumerated() {
        let added = try await office.partners.add(
          PartnerCode("UZ-\(n)"),
          PartnerDetails { ($0.kind, $0.country, $0.names) = (.school, name, ["en": "School \(n)"]) })
        #expect(added.country == "UZ")
      }
      await #expect(throws: LubanError.notFound(noun: "country", code: "Uzbekistn", nearest: [])) {
        try await office.partners.add(
          "UZ-A",
          PartnerDetails { ($0.kind, $0.country, $0.names) = (.school, "Uzbekistn", ["en": "School"]) })
      }
    }
  }

  @Test("a school that is renamed keeps its former name with the day, and is found by both")
  func renaming() async throws {
    try await withOffice { office in
      try await office.partner("UZ-A")
      var changes = PartnerDetails()
      changes.names = ["en": "Transport College", "ru": "Транспортный колледж"]
      changes.renaming = .since(try day("2026-09-01"))
      try await office.partners.edit("UZ-A", changes)
      let names = try await office.database.read { tx in
        try tx.rows(
          """
          select language, name, partner_title(partner_id, '2026-08-31'),
            partner_title(partner_id, '2026-09-01')
          from partner_name where valid_to = 'infinity' order by language
          """, as: (String.self, String.self, String.self, String.self))
      }
      #expect(names.map(\.1) == ["Transport College", "Транспортный колледж"])
      #expect(names.map(\.2) == ["Partner UZ-A", "Partner UZ-A"])
      #expect(names.map(\.3) == ["Transport College", "Transport College"])
      for text in ["TRANSPORT", "partner uz", "транспортныи"] {
        var filter = PartnerFilter()
        filter.search = text
        #expect(try await office.rows(of: office.partners.list(filter)).map(\.first) == ["UZ-A"])
      }
    }
  }

  @Test("a name that was wrong is replaced, and leaves nothing behind")
  func correction() async throws {
    try await withOffice { office in
      try await office.partner("UZ-A")
      var changes = PartnerDetails()
      changes.names = ["en": "Colege"]
      changes.renaming = .correction
      try await office.partners.edit("UZ-A", changes)
      changes.names = ["en": "College", "ru": "Колледж"]
      try await office.partners.edit("UZ-A", changes)
      changes.names = [:]
      changes.droppedNames = ["ru"]
      let partner = try await office.partners.edit("UZ-A", changes)
      #expect(partner.names == ["en": "College"] && partner.otherNames.isEmpty)
      changes.droppedNames = ["en"]
      await expectBroken("partner_has_a_name") { try await office.partners.edit("UZ-A", changes) }
    }
  }

  @Test("an edit leaves what it does not name, and empties what it clears")
  func editing() async throws {
    try await withOffice { office in
      var new = PartnerDetails { ($0.kind, $0.country, $0.names) = (.school, "UZ", ["en": "School"]) }
      new.website = "https://example.org"
      new.note = "remark"
      new.city = NamedCity("Bukhara", isNew: true)
      try await office.partners.add("UZ-A", new)
      var changes = PartnerDetails()
      changes.code = "KZ-A"
      changes.kind = .university
      changes.country = "KZ"
      await expectBroken("partner_city_is_in_its_country") {
        try await office.partners.edit("UZ-A", changes)
      }
      changes.cleared = [.city, .note]
      let partner = try await office.partners.edit("UZ-A", changes)
      #expect(partner.code == "KZ-A" && partner.kind == .university && partner.country == "KZ")
      #expect(partner.city == nil && partner.note == nil && partner.website == new.website)
      #expect(partner.names == ["en": "School"])
    }
  }

  @Test("a contact is numbered, and removed by its number")
  func contacts() async throws {
    try await withOffice { office in
      try await office.partner("UZ-A")
      try await office.partners.addContact(NewContact(name: "Karimov", email: "k@example.org"), to: "UZ-A")
      let two = try await office.partners.addContact(
        NewContact(name: "Aliyeva", position: "rector", phone: "+998 71"), to: "UZ-A")
      #expect(two.contacts.map(\.number) == [1, 2])
      #expect(two.contacts.map(\.name) == ["Karimov", "Aliyeva"])
      #expect(two.contacts[1].position == "rector" && two.contacts[1].phone == "+998 71")
      await expectBroken("contact_is_once_at_a_partner") {
        try await office.partners.addContact(NewContact(name: "Karimov", email: "k@example.org"), to: "UZ-A")
      }
      let one = try await office.partners.removeContact(1, of: "UZ-A")
      #expect(one.contacts.map(\.name) == ["Aliyeva"])
      await #expect(
        throws: LubanError.notFound(noun: "contact of UZ-A with number", code: "1", nearest: ["2"])
      ) {
        try await office.partners.removeContact(1, of: "UZ-A")
      }
    }
  }

  @Test("a suspended partner can be active again, an ended one stays so")
  func standing() async throws {
    try await withOffice { office in
      try await office.partner("UZ-A")
      try await office.partners.suspend("UZ-A", on: try day("2026-01-01"), reason: "no accreditation")
      try await office.partners.activate("UZ-A", on: try day("2026-03-01"), reason: "accredited")
      await expectBroken("partner_events_follow_each_other") {
        try await office.partners.suspend("UZ-A", on: try day("2026-02-01"), reason: "late news")
      }
      let ended = try await office.partners.end("UZ-A", on: try day("2026-04-01"), reason: "merged")
      #expect(ended.status == .ended)
      #expect(ended.events.map(\.status) == [.active, .suspended, .active, .ended])
      #expect(ended.events.map(\.reason) == [nil, "no accreditation", "accredited", "merged"])
      await expectBroken("partner_change_is_allowed") { try await office.partners.activate("UZ-A") }
    }
  }

  @Test("a partnership ends only when nothing hangs on it, and the refusal names all that does")
  func ending() async throws {
    try await withOffice { office in
      try await office.agreement()
      var changes = WorkshopDetails()
      changes.newRoles = [NamedRole(.host, "UZ-A"), NamedRole(.lead, "CN-B")]
      changes.day = try day("2026-01-01")
      try await office.workshops.edit("UZ-TAS", changes)
      try await office.cohort()
      let error = await #expect(throws: LubanError.self) {
        try await office.partners.end("UZ-A", on: try day("2026-10-01"), reason: "closed down")
      }
      guard case .ruleBroken(let rule) = error else {
        return #expect(Bool(false), "\(String(describing: error))")
      }
      #expect(rule.name == "partner_ends_when_nothing_hangs_on_it")
      #expect(rule.detail == "UZ-A: agreement A-1, host of UZ-TAS, cohort UZ-TAS-LOG-2026A")
      try await office.partner("UZ-C")
      changes.newRoles = [NamedRole(.host, "UZ-C")]
      changes.endedRoles = [NamedRole(.host, "UZ-A")]
      changes.day = try day("2026-10-01")
      try await office.workshops.edit("UZ-TAS", changes)
      try await office.agreements.end("A-1", on: try day("2026-10-01"), reason: "host left")
      let ended = try await office.partners.end("UZ-A", on: try day("2026-10-01"), reason: "closed down")
      #expect(ended.status == .ended)
    }
  }

  @Test("a partner is shown with the programs in which it has a stage or awards a certificate")
  func programs() async throws {
    try await withOffice { office in
      try await office.ground()
      try await office.partner("UZ-A")
      var changes = ProgramDetails()
      changes.stages = [ProgramStage(place: "workshop", months: 24, partner: "UZ-A")]
      changes.certificates = [ProgramCertificate(side: .host, title: "Diploma", partner: "UZ-A")]
      try await office.programs.edit("LOG", changes)
      let programs = try await office.partners.show("UZ-A").programs
      #expect(programs.map(\.part) == ["host certificate: Diploma", "stage: workshop"])
      #expect(programs.allSatisfy { $0.program == "LOG" && $0.edition == "2026" })
    }
  }

  @Test("a partner that is being ended signs nothing meanwhile")
  func endingWhileSigning() async throws {
    try await withOffice { office in
      try await office.agreement(expiresOn: Day("2026-06-01"))
      let signing = try await office.database.write { tx in
        try tx.execute(
          """
          insert into partner_event (partner_id, nth, status, effective_on, reason)
          select id, 2, 'ended', '2026-06-01', 'merged' from partner where code = 'UZ-A'
          """)
        let signing = Task {
          try await office.agreements.add(
            "A-2", of: ["UZ-A", "CN-B"],
            AgreementDetails { ($0.kind, $0.effectiveOn) = (.memorandum, Day("2026-06-01")) })
        }
        try tx.waitUntilSomebodyWaits()
        return signing
      }
      await expectBroken("agreement_parties_are_in_good_standing") { try await signing.value }
    }
  }

  @Test("the list is narrowed to a country, a sort, a standing, a workshop and a part in it")
  func list() async throws {
    try await withOffice { office in
      try await office.agreement()
      try await office.partner("UZ-E", kind: .enterprise)
      try await office.partners.add(
        "KZ-P", PartnerDetails { ($0.kind, $0.country, $0.names) = (.college, "KZ", ["en": "Prospect"]) })
      var changes = WorkshopDetails()
      changes.newRoles = [NamedRole(.host, "UZ-A"), NamedRole(.enterprise, "UZ-E")]
      changes.day = try day("2026-01-01")
      try await office.workshops.edit("UZ-TAS", changes)
      func codes(on: String = "2026-05-01", _ narrow: (inout PartnerFilter) -> Void) async throws
        -> String
      {
        var filter = PartnerFilter()
        narrow(&filter)
        let listing = try await office.partners.list(filter, on: try day(on))
        return try await office.rows(of: listing).compactMap(\.first).compactMap { $0 }.joined(separator: " ")
      }
      #expect(try await codes { _ in } == "CN-B KZ-P UZ-A UZ-E")
      #expect(try await codes { $0.country = "uz" } == "UZ-A UZ-E")
      #expect(try await codes { $0.kind = .enterprise } == "UZ-E")
      #expect(try await codes { $0.status = .prospect } == "KZ-P")
      #expect(try await codes { $0.workshop = "UZ-TAS" } == "UZ-A UZ-E")
      #expect(try await codes(on: "2025-12-31") { $0.workshop = "UZ-TAS" } == "")
      #expect(try await codes { $0.role = .host } == "UZ-A")
      let csv = try await office.csv(
        office.partners.list(on: try day("2026-05-01")), Page(columns: ["code", "roles", "agreements"]))
      #expect(
        csv == "code,roles,agreements\nCN-B,,1\nKZ-P,,0\nUZ-A,host of UZ-TAS,1\nUZ-E,enterprise of UZ-TAS,0\n"
      )
    }
  }
}
