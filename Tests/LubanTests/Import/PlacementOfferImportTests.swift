import Luban
import Support
import Testing

@Suite("Offers of places through import")
struct PlacementOfferImportTests {
  private func offers(_ office: Office) async throws -> [String] {
    try await office.csv(
      office.placements.offers(),
      Page(columns: [
        "offer", "partner", "title", "places", "free", "begins_on", "ends_on", "hours", "course",
        "supervisor",
      ])
    ).split(separator: "\n").dropFirst().map(String.init)
  }

  @Test("offers are entered under headers in Russian and Chinese; sent again nothing changes")
  func entering() async throws {
    try await withOffice(.placements) { office in
      let file = """
        код;企业;место практики;мест;начало;окончание;часы;课程;指导人
        r-3;uz-rail;Депо;3;01.09.2025;30.11.2025;160,5;p-1;王师傅

        """
      let first = try await office.send(file, as: .placementOffers) { $0.dates = .dayFirst }
      #expect(first.created == 1 && first.refused == 0)
      #expect(
        try await offers(office).last == "R-3,UZ-RAIL,Депо,3,3,2025-09-01,2025-11-30,160.5,P-1,王师傅")
      let again = try await office.send(file, as: .placementOffers) {
        $0.dates = .dayFirst
        $0.updates = true
      }
      #expect(again.unchanged == 1 && again.created == 0 && again.changed == 0)
    }
  }

  @Test(
    "a known offer is changed with --update only, a blank cell empties nothing, and places taken stay taken")
  func changing() async throws {
    try await withOffice(.placements) { office in
      let file = "offer,places,from,to,hours,supervisor\nR-1,4,,2025-05-15,320,A. Yusupov\nR-2,,,,,\n"
      let held = try await office.send(file, as: .placementOffers)
      #expect(held.unchanged == 2 && held.differingLines == 1)
      let taken = try await office.send(file, as: .placementOffers) { $0.updates = true }
      #expect(taken.changed == 1 && taken.unchanged == 1)
      #expect(taken.changedFields == ["places": 1, "to": 1, "hours": 1, "supervisor": 1])
      #expect(
        try await offers(office).first
          == "R-1,UZ-RAIL,Freight yard,4,3,2025-02-01,2025-05-15,320,P-1,A. Yusupov")
    }
  }

  @Test(
    "an offer that is changed fits the places taken and their days as before, and stays with its enterprise")
  func placements() async throws {
    try await withOffice(.placements) { office in
      try await office.partner("UZ-DEPOT", kind: .enterprise)
      _ = try await office.placements.assign("R-1", students(2), of: "UZ-TAS-LOG-2024A")
      let file =
        "offer,partner,places,from,to\nR-1,UZ-DEPOT,1,2025-02-02,2025-04-29\nR-2,UZ-RAIL,5,2025-03-02,\n"
      let outcome = try await office.send(file, as: .placementOffers) { $0.updates = true }
      #expect(
        problems(outcome) == [
          "from:placement_lies_within_its_offer@2", "partner:placement_offer_code_is_unique@2",
          "places:placement_places_within_the_offer@2", "to:placement_lies_within_its_offer@2",
        ])
      #expect(
        outcome.problems.map(\.sentence).contains {
          $0.hasSuffix("(there are some from 2025-02-01 to 2025-04-30)")
        }, "\(outcome.problems)")
      #expect(outcome.problems.contains { $0.sentence.hasSuffix("(R-1 is of UZ-RAIL)") })
      #expect(outcome.problems.contains { $0.sentence.hasSuffix("(2 of R-1 are taken)") })
      #expect(!outcome.isKept)
    }
  }

  @Test("every line of offers that breaks rules is told all of them, by column")
  func broken() async throws {
    try await withOffice(.placements) { office in
      let outcome = try await office.send(
        """
        workshop,offer,partner,title,places,from,to,hours,course,supervisor
        ,N-1,UZ-RAIL,Right,2,2025-02-01,2025-04-30,300,,
        ,n-1,UZ-RAIL,Again,2,2025-02-01,2025-04-30,300,,
        ,N 2,UZ-COLL,,0,,,,T-1,
        ,,UZ-NONE,No code,2.5,01/02/2025,2025-02-30,many,P-9,#N/A
        UZ-NONE,N-3,,Late,10001,2025-02-01,2025-01-31,0,,
        ,N-4,UZ-RAIL,####,1E+3,45000,2025-04-30,3E+2,,
        ,N-5,UZ-RAIL,Long,1,2025-02-01,2026-04-30,10001,,

        """, as: .placementOffers)
      #expect(
        problems(outcome) == [
          "course:placement_offer_is_for_a_known_course@5",
          "course:placement_offer_is_for_a_placement_course@4",
          "from:date_is_in_a_named_format@5", "from:placement_offer_has_days@4",
          "from:value_is_not_damaged_by_excel@7", "hours:hours_are_a_number@4,5",
          "hours:placement_offer_hours_are_plausible@6,8", "hours:value_is_not_damaged_by_excel@7",
          "offer:code_is_short_and_upper_case@4,5", "offer:placement_offer_code_is_unique@3",
          "partner:placement_offer_is_of_a_partner@5,6", "partner:placement_offer_is_of_an_enterprise@4",
          "places:placement_offer_has_places@4,5,6", "places:value_is_not_damaged_by_excel@7",
          "supervisor:value_is_not_damaged_by_excel@5", "title:placement_offer_has_a_title@4",
          "title:value_is_not_damaged_by_excel@7", "to:date_is_in_the_calendar@5",
          "to:placement_offer_has_days@4", "to:placement_offer_is_in_order@6",
          "workshop:line_names_a_workshop@6",
        ])
      #expect(try await offers(office).count == 2)
    }
  }
}
