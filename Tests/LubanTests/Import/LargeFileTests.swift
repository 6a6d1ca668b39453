import Luban
import Postgres
import Support
import Testing

@Suite("Large files")
struct LargeFileTests {
  private static let count = 100_000

  /// A file of people who do not exist, every hundredth with a birth date that is none.
  private func file(_ office: Office) async throws -> String {
    try await office.csv(office.schema.people(Self.count, seed: 7))
      .split(whereSeparator: \.isNewline).enumerated().map { index, line in
        guard index > 0, index.isMultiple(of: 100) else { return String(line) }
        return String(line).replacing(
          /,(19|20)[0-9][0-9]-[0-9][0-9]-[0-9][0-9],/, with: ",1999-02-30,", maxReplacements: 1)
      }.joined(separator: "\n")
  }

  @Test(
    "of 100,000 lines each faulty one is named, the others are seated in their order, and each has its result"
  )
  func everyLine() async throws {
    try await withOffice { office in
      try await office.cohort(capacity: 90_000)
      let text = try await file(office)
      try await withFile("") { errors in
        try await withFile("") { results in
          let outcome = try await office.take(text) {
            $0.skipsInvalid = true
            $0.errorsFile = errors
            $0.resultFile = results
          }
          #expect(outcome.lines == Self.count)
          #expect(outcome.refused == Self.count / 100)
          #expect(outcome.problems.map(\.rule) == ["date_is_in_the_calendar"])
          #expect((outcome.enrolled, outcome.waitlisted) == (90_000, 9_000))
          let lines = contents(results).split(whereSeparator: \.isNewline)
          #expect(lines.count == Self.count + 1)
          // The number of the last person has five digits, and is all there.
          #expect(lines.last { $0.contains("created") }?.contains("S-99000") == true)
          let refused = contents(errors)
          #expect(refused.split(whereSeparator: \.isNewline).count == Self.count / 100 + 1)
          let corrected = refused.replacing("1999-02-30", with: "1999-02-28")
          let second = try await office.take(corrected)
          #expect(second.peopleCreated == Self.count / 100)
        }
      }
      let people = try await office.database.read { try $0.one("select count(*) from student", as: Int.self) }
      #expect(people == Self.count)
      // Six digits are shown whole.
      let more = try await office.take("full_name,birth_date,nationality\nOne More,2005-01-01,UZ\n")
      #expect(more.waitlisted == 1)
      let last = try await office.csv(
        office.enrollments.list(), Page(sort: ["-student"], columns: ["student"]))
      #expect(last.contains("S-100001"))
    }
  }
}
