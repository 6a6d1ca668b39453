import Luban
import Support
import Testing

@Suite("Workshops")
struct WorkshopTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }
  private func date(_ text: String) throws -> PartialDate { try #require(PartialDate(text)) }

  @Test("a workshop opens with those who take part in it and dates as precise as they are known")
  func opening() async throws {
    try await withOffice { office in
      try await office.partner("UZ-A")
      try await office.partner("CN-B", country: "CN")
      var new = WorkshopDetails { $0.titles = ["en": "Samarkand", "zh": "撒马尔罕"] }
      new.city = NamedCity("Samarkand", isNew: true)
      new.isLedFromTianjin = false
      new.newRoles = [NamedRole(.lead, "CN-B"), NamedRole(.host, "UZ-A")]
      new.milestones = [
        WorkshopMilestone(.unveiled, try date("2024-09-07"), note: "ceremony"),
        WorkshopMilestone(.signed, try date("2022")),
      ]
      let workshop = try await office.workshops.open("uz-sam", in: "UZ", new)
      #expect(workshop.code == "UZ-SAM" && workshop.status == .preparing && !workshop.isLedFromTianjin)
      #expect(workshop.titles == new.titles && workshop.city == "Samarkand")
      #expect(workshop.roles.map(\.partner) == ["UZ-A", "CN-B"])
      #expect(workshop.roles.map(\.role) == [.host, .lead])
      #expect(workshop.roles.allSatisfy { $0.since == nil && $0.until == nil })
      #expect(workshop.milestones.map(\.kind) == [.signed, .unveiled])
      #expect(workshop.milestones.map(\.date.iso) == ["2022", "2024-09-07"])
      #expect(try await office.workshops.show("UZ-SAM") == workshop)
    }
  }

  @Test("an edit leaves what it does not name, adds milestones, and removes those that were wrong")
  func editing() async throws {
    try await withOffice { office in
      try await office.ground()
      var changes = WorkshopDetails()
      changes.titles = ["zh": "乌兹别克斯坦鲁班工坊"]
      changes.status = .operating
      changes.city = "Tashkent"
      changes.milestones = [WorkshopMilestone(.inOperation, try date("2024-09"))]
      let operating = try await office.workshops.edit("UZ-TAS", changes)
      #expect(operating.status == .operating && operating.city == "Tashkent")
      #expect(operating.titles == ["en": "Uzbekistan Luban Workshop", "zh": "乌兹别克斯坦鲁班工坊"])
      changes = WorkshopDetails()
      changes.droppedMilestones = [WorkshopMilestone(.inOperation, try date("2024-09"))]
      changes.milestones = [WorkshopMilestone(.inOperation, try date("2024-09-07"))]
      changes.cleared = [.city]
      let corrected = try await office.workshops.edit("UZ-TAS", changes)
      #expect(corrected.milestones.map(\.date.iso) == ["2024-09-07"])
      #expect(corrected.city == nil && corrected.status == .operating && corrected.isLedFromTianjin)
      await #expect(
        throws: LubanError.notFound(
          noun: "milestone of UZ-TAS", code: "in_operation=2024-09", nearest: ["in_operation=2024-09-07"])
      ) {
        try await office.workshops.edit("UZ-TAS", changes)
      }
    }
  }

  @Test("a part entered by mistake is removed; the last host is not, while a cohort is open or running")
  func droppedRole() async throws {
    try await withOffice { office in
      for code in ["UZ-A", "UZ-C"] as [PartnerCode] { try await office.partner(code) }
      try await office.ground()
      var changes = WorkshopDetails()
      changes.newRoles = [NamedRole(.host, "UZ-A"), NamedRole(.lead, "UZ-C")]
      changes.day = try day("2026-01-01")
      try await office.workshops.edit("UZ-TAS", changes)
      try await office.cohort()
      changes = WorkshopDetails()
      changes.droppedRoles = [NamedRole(.lead, "UZ-C")]
      #expect(try await office.workshops.edit("UZ-TAS", changes).roles.map(\.partner) == ["UZ-A"])
      await #expect(
        throws: LubanError.notFound(noun: "part in UZ-TAS", code: "lead=UZ-C", nearest: ["host=UZ-A"])
      ) {
        try await office.workshops.edit("UZ-TAS", changes)
      }
      changes.droppedRoles = [NamedRole(.host, "UZ-A")]
      await expectBroken("workshop_keeps_a_host_while_cohorts_run") {
        try await office.workshops.edit("UZ-TAS", changes)
      }
    }
  }

  @Test("one host follows another on a day; the last one stays while cohorts are open or running")
  func hosts() async throws {
    try await withOffice { office in
      for code in ["UZ-A", "UZ-C"] as [PartnerCode] { try await office.partner(code) }
      try await office.ground()
      var changes = WorkshopDetails()
      changes.newRoles = [NamedRole(.host, "UZ-A")]
      changes.day = try day("2026-01-01")
      try await office.workshops.edit("UZ-TAS", changes)
      try await office.cohort()
      changes = WorkshopDetails()
      changes.endedRoles = [NamedRole(.host, "UZ-A")]
      changes.day = try day("2027-01-01")
      await expectBroken("workshop_keeps_a_host_while_cohorts_run") {
        try await office.workshops.edit("UZ-TAS", changes)
      }
      changes.newRoles = [NamedRole(.host, "UZ-C")]
      let workshop = try await office.workshops.edit("UZ-TAS", changes)
      #expect(Set(workshop.roles.map(\.partner)) == ["UZ-A", "UZ-C"])
      #expect(workshop.roles.first { $0.partner == "UZ-A" }?.until == Day("2027-01-01"))
      #expect(workshop.roles.first { $0.partner == "UZ-C" }?.since == Day("2027-01-01"))
      changes.newRoles = []
      changes.endedRoles = [NamedRole(.lead, "UZ-C")]
      await #expect(
        throws: LubanError.notFound(noun: "part in UZ-TAS", code: "lead=UZ-C", nearest: ["host=UZ-C"])
      ) {
        try await office.workshops.edit("UZ-TAS", changes)
      }
    }
  }

  @Test("a suspended partner takes no part")
  func suspended() async throws {
    try await withOffice { office in
      try await office.ground()
      try await office.partner("UZ-A")
      try await office.partners.suspend("UZ-A", on: try day("2026-01-01"), reason: "accreditation")
      var changes = WorkshopDetails()
      changes.newRoles = [NamedRole(.host, "UZ-A")]
      await expectBroken("workshop_role_is_of_a_partner_in_good_standing") {
        try await office.workshops.edit("UZ-TAS", changes)
      }
    }
  }

  @Test("a workshop closes when no cohort is open or running, records the day and ends all parts")
  func closing() async throws {
    try await withOffice { office in
      try await office.partner("UZ-A")
      try await office.partner("UZ-C")
      try await office.cohort()
      try await office.plannedCohort("UZ-TAS-LOG-2030A")
      var changes = WorkshopDetails()
      changes.newRoles = [NamedRole(.host, "UZ-A")]
      changes.day = try day("2026-01-01")
      try await office.workshops.edit("UZ-TAS", changes)
      changes.newRoles = [NamedRole(.host, "UZ-C")]
      changes.day = try day("2031-01-01")
      try await office.workshops.edit("UZ-TAS", changes)
      await expectBroken("workshop_closes_when_no_cohort_runs") {
        try await office.workshops.close("UZ-TAS", on: try day("2026-11-01"))
      }
      try await office.cohorts.cancel("UZ-TAS-LOG-2026A", reason: "moved")
      let closing = try await office.workshops.close("UZ-TAS", on: try day("2026-11-01"), note: "moved")
      #expect(closing.planned == ["UZ-TAS-LOG-2030A"])
      #expect(closing.workshop.status == .closed)
      #expect(
        closing.workshop.milestones == [WorkshopMilestone(.closed, try date("2026-11-01"), note: "moved")])
      #expect(closing.workshop.roles.map(\.partner) == ["UZ-A"])
      #expect(closing.workshop.roles.map(\.until) == [Day("2026-11-01")])
      await expectBroken("workshop_change_is_allowed") {
        try await office.workshops.close("UZ-TAS", on: try day("2026-11-02"))
      }
      await expectBroken("cohort_opens_in_a_living_workshop") {
        try await office.cohorts.open("UZ-TAS-LOG-2030A", override: "a test")
      }
    }
  }

  @Test("a workshop that closes while a cohort opens waits, and is refused")
  func closingWhileOpening() async throws {
    try await withOffice { office in
      try await office.agreement()
      try await office.plannedCohort()
      let closing = try await office.database.write { tx in
        try tx.execute(
          """
          insert into cohort_event (workshop_id, cohort_id, nth, status, effective_on)
          select workshop_id, id, 1, 'open', '2026-05-04' from cohort
          """)
        let closing = Task { try await office.workshops.close("UZ-TAS") }
        try tx.waitUntilSomebodyWaits()
        return closing
      }
      await expectBroken("workshop_closes_when_no_cohort_runs") { try await closing.value }
    }
  }

  @Test("a workshop is shown with its agreements in force, programs, cohorts and counts")
  func showing() async throws {
    try await withOffice { office in
      try await office.agreement(covers: [AgreementScope(workshop: "UZ-TAS", program: "LOG")], expiresOn: nil)
      try await office.agreement("A-0", expiresOn: Day("2024-06-01"))
      try await office.people(3)
      try await office.cohort(capacity: 2)
      _ = try await office.enrollments.enroll(
        students(1, 2), in: "UZ-TAS-LOG-2026A", appliedOn: try day("2026-06-01"))
      let workshop = try await office.workshops.show("UZ-TAS")
      #expect(workshop.agreements.map(\.code) == ["A-1"])
      #expect(workshop.programs.map(\.code) == ["LOG"])
      #expect(workshop.programs.map(\.isCovered) == [true] && workshop.programs.map(\.cohorts) == [1])
      #expect(workshop.cohorts.map(\.code) == ["UZ-TAS-LOG-2026A"])
      #expect(workshop.cohorts.map(\.seatsHeld) == [2] && workshop.cohorts.map(\.completed) == [0])
      #expect(workshop.students == 3)
    }
  }

  @Test("the list is narrowed to a country, a status, a partner, a lead and a text")
  func list() async throws {
    try await withOffice { office in
      try await office.ground()
      try await office.partner("KZ-A", country: "KZ")
      var new = WorkshopDetails { $0.titles = ["en": "Astana", "ru": "Мастерская Лу Баня"] }
      new.status = .operating
      new.isLedFromTianjin = false
      new.newRoles = [NamedRole(.host, "KZ-A")]
      new.milestones = [WorkshopMilestone(.signed, try date("2023-05"))]
      try await office.workshops.open("KZ-AST", in: "KZ", new)
      func codes(_ narrow: (inout WorkshopFilter) -> Void) async throws -> String {
        var filter = WorkshopFilter()
        narrow(&filter)
        return try await office.rows(of: office.workshops.list(filter, on: try day("2026-05-01")))
          .compactMap(\.first).compactMap { $0 }.joined(separator: " ")
      }
      #expect(try await codes { _ in } == "KZ-AST UZ-TAS")
      #expect(try await codes { $0.country = "kz" } == "KZ-AST")
      #expect(try await codes { $0.status = .preparing } == "UZ-TAS")
      #expect(try await codes { $0.partner = "KZ-A" } == "KZ-AST")
      #expect(try await codes { $0.isLedFromTianjin = true } == "UZ-TAS")
      #expect(try await codes { $0.search = "мастерская" } == "KZ-AST")
      let csv = try await office.csv(
        office.workshops.list(on: try day("2026-05-01")), Page(columns: ["code", "hosts", "leads", "signed"]))
      #expect(csv == "code,hosts,leads,signed\nKZ-AST,KZ-A,,2023-05\nUZ-TAS,,,\n")
    }
  }

  @Test(
    "a date of reduced precision is a year, a month or a day of the calendar",
    arguments: [
      ("2022", true), ("2022-11", true), ("2022-02-28", true), ("2022-02-29", false), ("2022-13", false),
      ("22", false), ("2022-11-9", false), ("", false),
    ])
  func partialDates(text: String, isDate: Bool) {
    #expect((PartialDate(text) != nil) == isDate)
  }
}
