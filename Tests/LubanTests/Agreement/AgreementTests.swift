import Luban
import Support
import Testing

@Suite("Agreements")
struct AgreementTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test("an agreement has its parties and what it covers: a program, or all of a workshop")
  func adding() async throws {
    try await withOffice { office in
      let scopes = [AgreementScope(workshop: "UZ-TAS", program: "LOG"), AgreementScope(workshop: "UZ-TAS")]
      let agreement = try await office.agreement(covers: scopes + scopes)
      #expect(agreement.code == "A-1" && agreement.kind == .jointTraining)
      #expect(agreement.parties.map(\.code) == ["CN-B", "UZ-A"])
      #expect(agreement.parties.map(\.name) == ["Partner CN-B", "Partner UZ-A"])
      #expect(agreement.covers.map(\.description) == ["UZ-TAS", "UZ-TAS:LOG"])
      #expect(agreement.signedOn == Day("2023-12-01") && agreement.effectiveOn == Day("2024-01-01"))
      #expect(agreement.expiresOn == Day("2031-01-01") && agreement.cohorts.isEmpty)
      #expect(try await office.agreements.show("a-1") == agreement)
    }
  }

  @Test("an agreement of one partner with itself is refused")
  func oneParty() async throws {
    try await withOffice { office in
      try await office.partner("UZ-A")
      await expectBroken("agreement_has_two_parties") {
        try await office.agreements.add(
          "A-1", of: ["UZ-A", "uz-a"],
          AgreementDetails { ($0.kind, $0.effectiveOn) = (.memorandum, try day("2026-01-01")) })
      }
    }
  }

  @Test("who is suspended or ended on the day of the signature signs nothing; earlier papers can be entered")
  func standingOfParties() async throws {
    try await withOffice { office in
      try await office.partner("UZ-A")
      try await office.partner("UZ-C")
      try await office.partners.suspend("UZ-C", on: try day("2026-03-01"), reason: "accreditation")
      func sign(_ number: AgreementCode, _ signed: String) async throws -> Agreement {
        try await office.agreements.add(
          number, of: ["UZ-A", "UZ-C"],
          AgreementDetails {
            ($0.kind, $0.signedOn, $0.effectiveOn) = (.equipment, try day(signed), try day("2026-06-01"))
          })
      }
      await expectBroken("agreement_parties_are_in_good_standing") { try await sign("A-1", "2026-03-01") }
      #expect(try await sign("A-1", "2026-02-28").parties.map(\.code) == ["UZ-A", "UZ-C"])
    }
  }

  @Test(
    "a cohort opens from the first day in force to the day before the agreement expires",
    arguments: [
      ("2023-12-31", false), ("2024-01-01", true), ("2026-10-31", true), ("2026-11-01", false),
    ])
  func days(opened: String, isCovered: Bool) async throws {
    try await withOffice { office in
      try await office.agreement(expiresOn: Day("2026-11-01"))
      try await office.plannedCohort()
      if isCovered {
        let cohort = try await office.cohorts.open("UZ-TAS-LOG-2026A", on: try day(opened))
        #expect(cohort.status == .open && cohort.agreementOverride == nil)
      } else {
        await expectBroken("cohort_opens_under_an_agreement") {
          try await office.cohorts.open("UZ-TAS-LOG-2026A", on: try day(opened))
        }
      }
    }
  }

  @Test("who opens a cohort at the wrong time is told for when its agreements were made")
  func otherTimes() async throws {
    try await withOffice { office in
      try await office.agreement(expiresOn: Day("2026-01-01"))
      try await office.agreement("A-2", covers: [])
      try await office.plannedCohort()
      let error = await #expect(throws: LubanError.self) {
        try await office.cohorts.open("UZ-TAS-LOG-2026A", on: try day("2026-05-04"))
      }
      guard case .ruleBroken(let rule) = error else {
        return #expect(Bool(false), "\(String(describing: error))")
      }
      #expect(rule.detail == "UZ-TAS-LOG-2026A on 2026-05-04; A-1 was made for 2024-01-01 to 2026-01-01")
    }
  }

  @Test("an agreement on another program or another workshop opens no cohort")
  func otherScope() async throws {
    try await withOffice { office in
      try await office.ground()
      try await office.programs.add(
        "CAR", edition: "2026",
        ProgramDetails {
          ($0.titles, $0.mode, $0.field, $0.level, $0.months) = (
            ["en": "Cars"], .shortTermTraining, "0716", 4, 3
          )
        })
      try await office.workshops.open("UZ-SAM", in: "UZ", WorkshopDetails { $0.titles = ["en": "Samarkand"] })
      try await office.agreement(covers: [
        AgreementScope(workshop: "UZ-TAS", program: "CAR"), AgreementScope(workshop: "UZ-SAM"),
      ])
      try await office.plannedCohort()
      await expectBroken("cohort_opens_under_an_agreement") {
        try await office.cohorts.open("UZ-TAS-LOG-2026A", on: try day("2026-05-04"))
      }
      try await office.agreement("A-2", covers: [AgreementScope(workshop: "UZ-TAS", program: "LOG")])
      #expect(try await office.cohorts.open("UZ-TAS-LOG-2026A", on: try day("2026-05-04")).status == .open)
    }
  }

  @Test("an edit corrects dates, and lets the agreement cover more or less")
  func editing() async throws {
    try await withOffice { office in
      try await office.agreement(covers: [])
      try await office.plannedCohort()
      await expectBroken("cohort_opens_under_an_agreement") {
        try await office.cohorts.open("UZ-TAS-LOG-2026A", on: try day("2026-05-04"))
      }
      var changes = AgreementDetails()
      changes.covers = [
        AgreementScope(workshop: "UZ-TAS", program: "LOG"), AgreementScope(workshop: "UZ-TAS"),
      ]
      changes.kind = .equipment
      changes.signedOn = Day("2023-12-02")
      changes.effectiveOn = Day("2024-01-02")
      changes.note = "second copy"
      changes.cleared = [.expires]
      let edited = try await office.agreements.edit("A-1", changes)
      #expect(edited.kind == .equipment && edited.signedOn == Day("2023-12-02"))
      #expect(
        edited.effectiveOn == Day("2024-01-02") && edited.expiresOn == nil && edited.note == "second copy")
      #expect(edited.covers.map(\.description) == ["UZ-TAS", "UZ-TAS:LOG"] && edited.parties.count == 2)
      changes = AgreementDetails()
      changes.droppedCovers = [AgreementScope(workshop: "UZ-TAS")]
      let narrower = try await office.agreements.edit("A-1", changes)
      #expect(narrower.covers.map(\.description) == ["UZ-TAS:LOG"] && narrower.note == "second copy")
      await #expect(
        throws: LubanError.notFound(
          noun: "part of what A-1 covers called", code: "UZ-TAS", nearest: ["UZ-TAS:LOG"])
      ) {
        try await office.agreements.edit("A-1", changes)
      }
      #expect(try await office.cohorts.open("UZ-TAS-LOG-2026A", on: try day("2026-05-04")).status == .open)
    }
  }

  @Test("an ended agreement leaves its cohorts running and opens no new one; both are named")
  func ending() async throws {
    try await withOffice { office in
      try await office.agreement()
      for code in ["UZ-TAS-LOG-2026A", "UZ-TAS-LOG-2026B", "UZ-TAS-LOG-2026C"] as [CohortCode] {
        try await office.plannedCohort(code)
      }
      try await office.cohorts.open("UZ-TAS-LOG-2026A", on: try day("2026-05-04"))
      let ending = try await office.agreements.end("A-1", on: try day("2026-07-01"), reason: "replaced")
      #expect(ending.goingOn == ["UZ-TAS-LOG-2026A"])
      #expect(ending.uncovered == ["UZ-TAS-LOG-2026B", "UZ-TAS-LOG-2026C"])
      #expect(ending.agreement.endedOn == Day("2026-07-01") && ending.agreement.endReason == "replaced")
      await expectBroken("cohort_opens_under_an_agreement") {
        try await office.cohorts.open("UZ-TAS-LOG-2026B", on: try day("2026-07-01"))
      }
      #expect(
        try await office.cohorts.start("UZ-TAS-LOG-2026A", on: try day("2026-09-01")).status == .running)
      await expectBroken("agreement_is_ended_once") {
        try await office.agreements.end("A-1", on: try day("2026-08-01"), reason: "again")
      }
    }
  }

  @Test("a cohort that opens while its agreement is being ended waits, and is refused")
  func openingWhileEnding() async throws {
    try await withOffice { office in
      try await office.agreement()
      try await office.plannedCohort()
      let opening = try await office.database.write { tx in
        try tx.execute("update agreement set ended_on = '2026-05-01', end_reason = 'replaced'")
        let opening = Task {
          try await office.cohorts.open("UZ-TAS-LOG-2026A", on: try #require(Day("2026-05-04")))
        }
        try tx.waitUntilSomebodyWaits()
        return opening
      }
      await expectBroken("cohort_opens_under_an_agreement") { try await opening.value }
    }
  }

  @Test("an agreement that ends while a cohort opens under it waits, and names the cohort")
  func endingWhileOpening() async throws {
    try await withOffice { office in
      try await office.agreement()
      try await office.plannedCohort()
      let ending = try await office.database.write { tx in
        try tx.execute(
          """
          insert into cohort_event (workshop_id, cohort_id, nth, status, effective_on)
          select workshop_id, id, 1, 'open', '2026-05-04' from cohort
          """)
        let ending = Task {
          try await office.agreements.end("A-1", on: try #require(Day("2026-05-01")), reason: "replaced")
        }
        try tx.waitUntilSomebodyWaits()
        return ending
      }
      #expect(try await ending.value.goingOn == ["UZ-TAS-LOG-2026A"])
    }
  }

  @Test(
    "a renewal carries kind, parties and scope, begins when the one before expires, and both name each other")
  func renewing() async throws {
    try await withOffice { office in
      let former = try await office.agreement()
      var renewal = AgreementRenewal(code: "A-2")
      renewal.signedOn = Day("2026-11-01")
      renewal.expiresOn = Day("2036-01-01")
      let renewed = try await office.agreements.renew("A-1", as: renewal)
      #expect(renewed.kind == former.kind && renewed.parties == former.parties)
      #expect(renewed.covers == former.covers && renewed.renews == "A-1")
      #expect(renewed.effectiveOn == former.expiresOn && renewed.expiresOn == Day("2036-01-01"))
      #expect(try await office.agreements.show("A-1").renewedBy == "A-2")
      renewal.code = "A-3"
      await expectBroken("agreement_is_renewed_once") {
        try await office.agreements.renew("A-1", as: renewal)
      }
      renewal.covers = [AgreementScope(workshop: "UZ-TAS", program: "LOG")]
      renewal.effectiveOn = Day("2035-01-01")
      renewal.parties = ["UZ-A", "UZ-C"]
      try await office.partner("UZ-C")
      let third = try await office.agreements.renew("A-2", as: renewal)
      #expect(third.parties.map(\.code) == ["UZ-A", "UZ-C"])
      #expect(third.covers.map(\.description) == ["UZ-TAS:LOG"] && third.effectiveOn == Day("2035-01-01"))
    }
  }

  @Test("the renewal of an agreement without end says from when it holds")
  func renewingWithoutEnd() async throws {
    try await withOffice { office in
      try await office.agreement(expiresOn: nil)
      await #expect(throws: LubanError.usage("A-1 does not expire: say from when it is renewed.")) {
        try await office.agreements.renew("A-1", as: AgreementRenewal(code: "A-2"))
      }
      var renewal = AgreementRenewal(code: "A-2")
      renewal.effectiveOn = Day("2023-06-01")
      await expectBroken("agreement_renews_an_earlier_one") {
        try await office.agreements.renew("A-1", as: renewal)
      }
      renewal.effectiveOn = Day("2028-01-01")
      #expect(try await office.agreements.renew("A-1", as: renewal).effectiveOn == Day("2028-01-01"))
    }
  }

  @Test("the list knows on each day what is pending, in force, expiring, expired and ended")
  func list() async throws {
    try await withOffice { office in
      try await office.agreement("A-1", expiresOn: Day("2027-01-01"))
      try await office.agreement("A-2", covers: [], expiresOn: nil)
      try await office.agreement("A-3")
      try await office.agreements.end("A-3", on: try day("2026-07-01"), reason: "replaced")
      func told(_ listing: Listing) async throws -> String {
        try await office.rows(of: listing, Page(columns: ["code", "state"]))
          .map { $0.compactMap { $0 }.joined(separator: " ") }.joined(separator: ", ")
      }
      func states(on: String) async throws -> String { try await told(office.agreements.list(on: day(on))) }
      #expect(try await states(on: "2023-12-31") == "A-1 pending, A-2 pending, A-3 pending")
      #expect(try await states(on: "2026-06-30") == "A-1 in_force, A-2 in_force, A-3 in_force")
      #expect(try await states(on: "2027-01-01") == "A-1 expired, A-2 in_force, A-3 ended")
      #expect(
        try await told(office.agreements.list(isInForce: true, on: day("2027-01-01"))) == "A-2 in_force")
      #expect(
        try await told(office.agreements.list(expiresWithin: 90, on: day("2026-10-03"))) == "A-1 in_force")
      #expect(try await told(office.agreements.list(expiresWithin: 90, on: day("2026-10-02"))) == "")
      #expect(
        try await told(office.agreements.list(expiresWithin: 1, on: day("2026-06-30"))) == "A-3 in_force")
      #expect(
        try await told(office.agreements.list(workshop: "UZ-TAS", on: day("2026-06-30")))
          == "A-1 in_force, A-3 in_force")
      #expect(try await told(office.agreements.list(kind: .memorandum, on: day("2026-06-30"))) == "")
      #expect(
        try await told(office.agreements.list(partner: "CN-B", on: day("2023-01-01")))
          == "A-1 pending, A-2 pending, A-3 pending")
      await #expect(throws: LubanError.notFound(noun: "partner", code: "CN-BB", nearest: ["CN-B"])) {
        try await office.agreements.list(partner: "CN-BB", on: day("2026-06-30"))
      }
    }
  }

  @Test(
    "the number on the paper stands beside the code, as the parties write it, and is found by a part of it")
  func paperNumber() async throws {
    try await withOffice { office in
      try await office.ground()
      for (code, number) in [("LW-1", "津教外[2026]17号"), ("LW-2", "№ 17/2026-МС")] as [(AgreementCode, String)]
      {
        for partner in ["\(code)-A", "\(code)-B"] { try await office.partner(PartnerCode(partner)) }
        let since = try day("2026-01-01")
        let details = AgreementDetails {
          ($0.number, $0.kind, $0.effectiveOn) = (number, .memorandum, since)
        }
        let parties = ["\(code)-A", "\(code)-B"].map { PartnerCode($0) }
        let agreement = try await office.agreements.add(code, of: parties, details)
        #expect(agreement.number == number && agreement.code == code)
      }
      for (part, code) in [("[2026]17", "LW-1"), ("17/2026-мс", "LW-2")] {
        let found = try await office.agreements.list(number: part)
        #expect(try await office.csv(found, Page(columns: ["code"])) == "code\n\(code)\n")
      }
      await expectBroken("agreement_number_is_short") {
        try await office.agreements.edit("LW-1", AgreementDetails { $0.number = "two\nlines" })
      }
      let bare = try await office.agreements.edit("LW-1", AgreementDetails { $0.cleared = [.number] })
      #expect(bare.number == nil)
    }
  }

  @Test(
    "a number that the same parties gave before, however it is written, is told; of other issuers it is not")
  func sameNumber() async throws {
    try await withOffice { office in
      try await office.ground()
      for partner in ["A", "B", "C", "D"] { try await office.partner(PartnerCode(partner)) }
      let since = try day("2026-01-01")
      func sign(_ code: AgreementCode, _ number: String, _ parties: [PartnerCode]) async throws -> [String] {
        let details = AgreementDetails {
          ($0.number, $0.kind, $0.effectiveOn) = (number, .memorandum, since)
        }
        return try await office.agreements.add(code, of: parties, details).sameNumber.map(\.rawValue)
      }
      #expect(try await sign("LW-1", "津教外〔2026〕17号", ["A", "B"]) == [])
      #expect(try await sign("LW-2", "津教外[2026] 17号", ["B", "C"]) == [])
      #expect(try await sign("LW-3", "津教外［2026］17号", ["A", "B", "C"]) == ["LW-1", "LW-2"])
      #expect(try await sign("LW-4", "津教外[2026]18号", ["A", "B"]) == [])
      let other = try await office.agreements.edit("LW-4", AgreementDetails { $0.number = "津教外[2026]17号" })
      #expect(other.sameNumber == ["LW-1", "LW-3"])
    }
  }
}
