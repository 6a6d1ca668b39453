import Luban
import Support
import Testing

@Suite("Import of placements")
struct PlacementImportTests {
  private static func send(
    _ text: String, as form: ImportForm, to office: Office, _ change: (inout ImportRequest) -> Void = { _ in }
  ) async throws -> ImportOutcome {
    try await withFile(Array(text.utf8)) { path in
      var request = ImportRequest(path: path, noun: form)
      request.workshop = "UZ-TAS"
      change(&request)
      return try await office.imports.run(request)
    }
  }

  @Test("all that is wrong with assignments is told in one pass, and nothing is written")
  func problemsOfAssignments() async throws {
    try await withOffice { office in
      try await office.cohortWithPlacements()
      let outcome = try await Self.send(
        """
        offer,student,from,to,cohort
        R-9,2,,,
        R-1,1,2027-03-01,,
        R-1,2,1.2.2027,,
        R-1,2,,2027-05-01,
        R-1,4,,,UZ-TAS-LOG-2026A
        R-2,2,,,
        R-2,3,,,
        R-2,2,2027-05-01,,
        R-1,2,2027-03-01,2027-02-28,

        """, as: .placements, to: office)
      #expect(
        problems(outcome) == [
          "from:date_is_in_a_named_format@4", "from:placement_is_of_one_enrolled@6",
          "offer:placement_is_once_at_a_time@3,9", "offer:placement_offer_is_known@2",
          "offer:placement_places_within_the_offer@8", "to:placement_is_in_order@10",
          "to:placement_lies_within_its_offer@5",
        ])
      #expect(!outcome.isKept)
    }
  }

  @Test(
    "assignments are taken in the order of the lines; sent again nothing changes, with --update the days do")
  func assignments() async throws {
    try await withOffice { office in
      try await office.cohortWithPlacements()
      let file = "岗位;full_name;по;руководитель\nr-1;Student 2;;A. Yusupov\nR-2;student 3;30.05.2027;\n"
      let first = try await Self.send(file, as: .placements, to: office) { $0.dates = "dd.mm.yyyy" }
      #expect(first.created == 2 && first.refused == 0)
      let again = try await Self.send(file, as: .placements, to: office) { $0.dates = "dd.mm.yyyy" }
      #expect(again.created == 0 && again.unchanged == 2)
      let moved = try await Self.send("offer,student,to\nR-2,3,2027-06-15\n", as: .placements, to: office) {
        $0.updates = true
      }
      #expect(moved.changed == 1 && moved.changedFields == ["to": 1])
      #expect(try await office.placements.show(.init(students(3)[0])).endsOn.iso == "2027-06-15")
      #expect(try await office.placements.show(.init(students(2)[0])).supervisor == "A. Yusupov")
    }
  }

  @Test("all that is wrong with hours is told in one pass, and nothing is written")
  func problemsOfHours() async throws {
    try await withOffice { office in
      try await office.cohortWithPlacements()
      let outcome = try await Self.send(
        """
        student,day,hours
        1,2027-02-02,25
        1,2027-01-31,8
        1,2027-02-03,8
        1,2027-02-03,8
        1,someday,8
        1,2027-02-04,
        2,2027-02-04,8
        77,2027-02-04,8

        """, as: .placementHours, to: office)
      #expect(
        problems(outcome) == [
          "day:date_is_in_a_named_format@6", "day:placement_day_is_logged_once@5",
          "day:placement_hours_lie_within_it@3,8", "hours:hours_are_a_number@7",
          "hours:placement_hours_fit_a_day@2", "student:line_names_a_known_student@9",
        ])
      #expect(try await office.placementHours() == ["S-00001: 8"])
    }
  }

  @Test("hours are logged by day; known ones are corrected with --update only, and stay as known before")
  func hours() async throws {
    try await withOffice { office in
      try await office.cohortWithPlacements()
      let file = "student,date,часы,task\n1,2027-02-01,\"6,5\",Weighing\n1,2027-02-02,7,\n"
      let first = try await Self.send(file, as: .placementHours, to: office)
      #expect(first.created == 1 && first.unchanged == 1 && first.differingLines == 1)
      let before = try await office.now()
      let second = try await Self.send(file, as: .placementHours, to: office) { $0.updates = true }
      #expect(second.changed == 1 && second.changedFields == ["hours": 1, "task": 1])
      #expect(try await office.placementHours() == ["S-00001: 13.5"])
      #expect(try await office.placementHours(knownAt: before) == ["S-00001: 15"])
    }
  }
}
