import Testing

@testable import Tabular

@Suite("The nearest name")
struct NearestTests {
  @Test(
    "forgives one slip in every three letters",
    arguments: [
      ("enrol", "enroll"), ("enorll", "enroll"), ("studnets", "students"), ("Cohort", "cohort"),
      ("family-nmae", "family_name"), ("студнеты", "студенты"), ("列表", "列示"),
    ])
  func near(name: String, expected: String) {
    #expect(nearest(name, in: ["enroll", "students", "cohort", "family_name", "студенты", "列示"]) == expected)
  }

  @Test("is none when nothing is near", arguments: ["x", "", "report", "stu", "studxxxx"])
  func far(name: String) {
    #expect(nearest(name, in: ["enroll", "students", "cohort", "y"]) == nil)
  }

  @Test("is the nearest, and the first of equals")
  func best() {
    #expect(nearest("notes", in: ["votes", "note", "notes "]) == "notes ")
    #expect(nearest("rows", in: ["cows", "bows"]) == "cows")
  }

  @Test("counts a swap of neighbors as one edit")
  func distance() {
    #expect(editDistance(Array("ab"), Array("ba")) == 1)
    #expect(editDistance(Array("kitten"), Array("sitting")) == 3)
    #expect(editDistance(Array(""), Array("abc")) == 3)
    #expect(editDistance(Array("ca"), Array("abc")) == 3)
  }

  @Test("of several names the misspelled ones stand first, then those that hold the word")
  func several() {
    let columns = ["language_target", "enrolled", "language_now_list", "languages", "row", "role", "roles"]
    #expect(nearest("enroled", in: columns, atMost: 3) == ["enrolled"])
    #expect(nearest("role", in: columns, atMost: 3) == ["role", "roles"])
    #expect(
      nearest("language", in: columns, atMost: 3) == ["languages", "language_target", "language_now_list"])
    #expect(nearest("language", in: columns, atMost: 1) == ["languages"])
    #expect(nearest("xyzzy", in: columns, atMost: 3) == [] && nearest("r", in: columns, atMost: 3) == [])
  }
}
