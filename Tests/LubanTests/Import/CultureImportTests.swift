import Luban
import Support
import Testing

@Suite("Import of culture events")
struct CultureImportTests {
  @Test("all that is wrong is told in one pass, and nothing is written")
  func problemsOfLines() async throws {
    try await withOffice(.events) { office in
      let outcome = try await office.send(
        """
        event,student,cohort,hours
        E-1,S-00001,,6.5
        E-9,S-00001,,1
        E-1,S-00002,,zero
        E-1,S-00002,,0
        E-2,S-00002,,1
        E-1,S-00003,UZ-TAS-LOG-2026A,1
        E-2,S-00001,,40
        E-2,S-00001,,4
        ,S-00001,,4
        E-1,S-00002,,1.2E+1
        E-1,S-00077,,1

        """, as: .culture)
      #expect(
        problems(outcome)
          == [
            "event:culture_event_is_known@3,10", "event:participation_is_of_one_enrolled@6,7",
            "hours:hours_are_a_number@4", "hours:participation_fits_its_event@2",
            "hours:participation_has_hours@5",
            "hours:value_is_not_damaged_by_excel@11", "student:line_names_a_known_student@12",
            "student:participation_is_once@9",
          ])
      #expect(!outcome.isKept)
      #expect(try await office.cultureHours() == ["S-00001: 6", "S-00004: 6"])
    }
  }

  @Test("a word for nothing is not all the hours", arguments: ["-", "—", "нет", "无", "N/A", "yo‘q"])
  func nothing(word: String) async throws {
    try await withOffice(.events) { office in
      let outcome = try await office.send("event,student,hours\nE-2,S-00001,\(word)\n", as: .culture)
      #expect(problems(outcome) == ["hours:hours_are_a_number@2"])
    }
  }

  @Test(
    "names and documents lead to the student, no hours mean all, a comma is a point; sent again nothing changes"
  )
  func taking() async throws {
    try await withOffice(.events) { office in
      let file = "событие;full_name;часы\ne-1;student 2;2,5\nE-2;Student 1;\n"
      let first = try await office.send(file, as: .culture)
      #expect(first.created == 2 && first.refused == 0)
      #expect(try await office.cultureHours() == ["S-00001: 46", "S-00002: 2.5", "S-00004: 6"])
      let again = try await office.send(file, as: .culture) { $0.updates = true }
      #expect(again.created == 0 && again.changed == 0 && again.unchanged == 2)
    }
  }

  @Test("known hours are corrected with --update only, and the reason names the file")
  func updating() async throws {
    try await withOffice(.events) { office in
      let file = "event,student,hours\nE-1,S-00001,5\n"
      let left = try await office.send(file, as: .culture)
      #expect(left.unchanged == 1 && left.differingLines == 1)
      let before = try await office.now()
      let taken = try await office.send(file, as: .culture) { $0.updates = true }
      #expect(taken.changed == 1 && taken.changedFields == ["hours": 1])
      #expect(try await office.cultureHours() == ["S-00001: 5", "S-00004: 6"])
      #expect(try await office.cultureHours(knownAt: before) == ["S-00001: 6", "S-00004: 6"])
      #expect(
        try await office.cultureEvents.show("E-1").participants.first?.note?.hasPrefix("corrected by ")
          == true)
    }
  }

  @Test("of two cohorts that in which the student was enrolled during the event is meant")
  func cohortOfTheDay() async throws {
    try await withOffice(.events) { office in
      try await office.cohort("UZ-TAS-LOG-2026B")
      _ = try await office.enrollments.transfer(
        students(1), from: "UZ-TAS-LOG-2026A", to: "UZ-TAS-LOG-2026B", on: Day("2026-10-30") ?? .today,
        reason: "x")
      let outcome = try await office.send("event,student\nE-2,S-00001\n", as: .culture)
      #expect(outcome.created == 1)
      #expect(try await office.cultureEvents.show("E-2").participants.map(\.cohort) == ["UZ-TAS-LOG-2026B"])
    }
  }
}
