import Luban
import Postgres
import Support
import Testing

@Suite("Large files")
struct LargeFileTests {
  private static let count = 100_000

  /// A file of people who do not exist, every hundredth with an e-mail address that is none.
  private func file(_ office: Office) async throws -> String {
    let lines = try await office.csv(office.schema.people(Self.count, seed: 7)).split(
      whereSeparator: \.isNewline)
    return lines.enumerated().map { index, line in
      guard index > 0, index.isMultiple(of: 100) else { return line }
      return Substring(String(line).replacing("@example.org", with: " example.org"))
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
          #expect(outcome.problems.map(\.rule) == ["student_email_has_an_at_sign"])
          #expect((outcome.enrolled, outcome.waitlisted) == (90_000, 9_000))
          let lines = contents(results).split(whereSeparator: \.isNewline)
          #expect(lines.count == Self.count + 1)
          // The number of the last person has five digits, and is all there.
          #expect(lines.contains { $0.contains("S-99000,") })
          let refused = contents(errors)
          #expect(refused.split(whereSeparator: \.isNewline).count == Self.count / 100 + 1)
          let corrected = refused.replacing(" example.org,", with: "@example.org,")
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
