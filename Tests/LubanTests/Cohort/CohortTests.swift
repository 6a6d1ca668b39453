import Luban
import Support
import Testing

@Suite("Cohorts")
struct CohortTests {
  @Test("a planned cohort takes its end from the program and its window from the intake")
  func planning() async throws {
    try await withOffice { office in
      try await office.ground()
      let cohort = try await office.cohorts.plan(
        "uz-tas-log-2027a", at: "UZ-TAS", of: "LOG",
        CohortDetails { ($0.intakeOn, $0.capacity) = (Day("2027-09-01"), 30) })
      #expect(cohort.code == "UZ-TAS-LOG-2027A")
      #expect(cohort.edition == "2026")
      #expect(cohort.plannedEndOn == Day("2029-09-01"))
      #expect(cohort.windowOpensOn == Day("2027-05-04"))
      #expect(cohort.windowClosesOn == Day("2027-10-01"))
      #expect(cohort.status == .planned)
    }
  }

  @Test("a cohort does not open where no agreement covers its program")
  func openingWithoutAgreement() async throws {
    try await withOffice { office in
      try await office.ground()
      try await office.cohorts.plan(
        "UZ-TAS-LOG-2027A", at: "UZ-TAS", of: "LOG",
        CohortDetails { ($0.intakeOn, $0.capacity) = (Day("2027-09-01"), 30) })
      let error = await #expect(throws: LubanError.self) { try await office.cohorts.open("UZ-TAS-LOG-2027A") }
      guard case .ruleBroken(let rule) = error else {
        return #expect(Bool(false), "\(String(describing: error))")
      }
      #expect(rule.name == "cohort_opens_under_an_agreement")
      let opened = try await office.cohorts.open("UZ-TAS-LOG-2027A", override: "pilot year")
      #expect(opened.agreementOverride == "pilot year")
    }
  }

  @Test("a code that nearly matches is suggested")
  func suggestion() async throws {
    try await withOffice { office in
      try await office.cohort("UZ-TAS-LOG-2026A")
      await #expect(
        throws: LubanError.notFound(noun: "cohort", code: "UZ-TAS-LGO-2026A", nearest: ["UZ-TAS-LOG-2026A"])
      ) {
        try await office.cohorts.show("UZ-TAS-LGO-2026A")
      }
    }
  }
}
