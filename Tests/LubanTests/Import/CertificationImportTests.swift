import Luban
import Support
import Testing

@Suite("Certifications of instructors through import")
struct CertificationImportTests {
  private func send(
    _ text: String, to office: Office, _ change: (inout ImportRequest) -> Void = { _ in }
  ) async throws -> ImportOutcome {
    try await office.send(text, as: .certifications) {
      $0.day = day("2026-09-01")
      change(&$0)
    }
  }

  /// "course since–until certificate" of each certification of UZ-A/1.
  private func certifications(_ office: Office) async throws -> [String] {
    try await office.instructors.show(instructorCode("UZ-A/1")).certifications.map {
      "\($0.course) \($0.since)–\($0.until?.iso ?? "") \($0.certificate ?? "")"
    }
  }

  @Test("certifications are entered from the day of the line or of the import, and are known the next time")
  func entering() async throws {
    try await withOffice(.classes) { office in
      let file = """
        преподаватель;课程;действует с;证书
        uz-a/1;log-102;01.02.2024;приказ 14-к
        UZ-A/1;LOG-103;;

        """
      let first = try await send(file, to: office) { $0.dates = .dayFirst }
      #expect(first.created == 1 && first.unchanged == 1 && first.refused == 0)
      let expected = ["LOG-101 2020-01-01– ", "LOG-102 2024-02-01– приказ 14-к", "LOG-103 2020-01-01– "]
      #expect(try await certifications(office) == expected)
      let again = try await send(file, to: office) {
        $0.dates = .dayFirst
        $0.day = day("2027-09-01")
        $0.updates = true
      }
      #expect(again.unchanged == 2 && again.differingLines == 0)
      try await office.course("LOG-104")
      let undated = try await send("instructor,course\nUZ-A/1,LOG-104\n", to: office)
      #expect(undated.created == 1)
      #expect(try await certifications(office).last == "LOG-104 2026-09-01– ")
    }
  }

  @Test("one that ends and the next that begins on that day come in by one file, also under a class")
  func renewing() async throws {
    try await withOffice(.classes) { office in
      try await office.taughtClass("LOG-101", from: "2027-02-01", to: "2027-04-01", instructor: "UZ-A/1")
      let file =
        "instructor,course,since,until,certificate\nUZ-A/1,LOG-101,,2027-01-01,\n"
        + "UZ-A/1,LOG-101,2027-01-01,,order 2\n"
      let held = try await send(file, to: office)
      #expect(problems(held) == ["course:certification_is_once_at_a_time@3"])
      #expect(held.differingLines == 1)
      let renewed = try await send(file, to: office) { $0.updates = true }
      #expect(renewed.changed == 1 && renewed.created == 1 && renewed.changedFields == ["until": 1])
      let expected = ["LOG-101 2020-01-01–2027-01-01 ", "LOG-101 2027-01-01– order 2"]
      #expect(try await certifications(office).prefix(2) == expected[...])
      // Long after the first one has ended, the line still means that one.
      let again = try await send(file, to: office) {
        $0.updates = true
        $0.day = day("2027-06-01")
      }
      #expect(again.unchanged == 2 && again.differingLines == 0)
    }
  }

  @Test("a certification is not ended before a class that rests on it, and the class is named")
  func classes() async throws {
    try await withOffice(.classes) { office in
      try await office.taughtClass("LOG-101", from: "2027-02-01", to: "2027-04-01", instructor: "UZ-A/1")
      for (until, isRefused) in [("2027-02-01", true), ("2027-02-02", false)] {
        let outcome = try await send(
          "instructor,course,since,until\nUZ-A/1,LOG-101,2020-01-01,\(until)\n", to: office
        ) {
          $0.updates = true
          $0.isDryRun = true
        }
        #expect(problems(outcome) == (isRefused ? ["until:class_is_taught_by_who_is_certified@2"] : []))
        #expect(
          outcome.problems.allSatisfy { $0.sentence.hasSuffix("(UZ-TAS-LOG-2026A/LOG-101)") },
          "\(outcome.problems)")
      }
    }
  }

  @Test("every line of certifications that breaks rules is told all of them, by column")
  func broken() async throws {
    try await withOffice(.classes) { office in
      try await office.course("LOG-104")
      let outcome = try await send(
        """
        workshop,instructor,course,since,until,certificate
        ,UZ-A/1,LOG-104,2026-01-01,2026-02-01,
        ,UZ-A/1,LOG-104,2026-02-01,,
        ,UZ-A/1,LOG-104,2026-06-01,,
        ,UZ-A/1,LOG-101,2019-01-01,2020-01-02,
        ,UZ-A/1,LOG-102,2026-01-01,2026-01-01,####
        ,UZ-A/9,LOG-999,01/09/2026,2026-13-01,
        UZ-NONE,UZ-A/1,,38412,,

        """, to: office)
      #expect(
        problems(outcome) == [
          "certificate:value_is_not_damaged_by_excel@6", "course:certification_is_for_a_known_course@7,8",
          "course:certification_is_once_at_a_time@4,5", "instructor:line_names_a_known_instructor@7",
          "since:date_is_in_a_named_format@7", "since:value_is_not_damaged_by_excel@8",
          "until:certification_is_in_order@6", "until:date_is_in_the_calendar@7",
          "workshop:line_names_a_workshop@8",
        ])
      #expect(!outcome.isKept)
    }
  }
}
