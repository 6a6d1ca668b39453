import Luban
import Postgres
import Support
import Testing

/// Random numbers that come again with the same seed.
struct SeededStory: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}

@Suite("Random stories")
struct RandomStoryTests {
  private static let cohorts: [CohortCode] = ["UZ-TAS-A", "UZ-TAS-B", "UZ-TAS-C"]
  private static let capacity = 3

  /// The story's day, later with each step.
  private func day(_ step: Int) throws -> Day {
    let month = 9 + step / 28
    return try #require(
      Day("2026-\(month < 10 ? "0" : "")\(month)-\(step % 28 < 9 ? "0" : "")\(step % 28 + 1)"))
  }

  private func states(_ office: Office) async throws -> [String: EnrollmentState] {
    let rows = try await office.database.read { tx in
      try tx.rows(
        """
        select c.code || ' ' || s.number, e.state from enrollment e
        join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
        join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
        """, as: (String.self, EnrollmentState.self))
    }
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.0, $0.1) })
  }

  /// One command, whatever comes of it.
  private func act(_ office: Office, step: Int, _ random: inout SeededStory) async throws -> String {
    let student = Int.random(in: 1...8, using: &random)
    let cohort = Self.cohorts[Int.random(in: 0..<3, using: &random)]
    let other = Self.cohorts[Int.random(in: 0..<3, using: &random)]
    let today = try day(step)
    let enrollments = office.enrollments
    let what: String
    do {
      switch Int.random(in: 0..<13, using: &random) {
      case 0, 1, 2:
        what = "enroll \(student) \(cohort)"
        _ = try await enrollments.enroll(students(student), in: cohort, appliedOn: today)
      case 3:
        what = "apply \(student) \(cohort)"
        _ = try await enrollments.enroll(students(student), in: cohort, as: .applied, appliedOn: today)
      case 4:
        what = "transfer \(student) \(cohort) \(other)"
        _ = try await enrollments.transfer(students(student), from: cohort, to: other, on: today, reason: "x")
      case 5:
        let nth = Int.random(in: 1...4, using: &random)
        what = "void \(nth) \(student) \(cohort)"
        _ = try await enrollments.correct(
          event: nth, of: students(student)[0], in: cohort, to: nil, reason: "x")
      case 10, 11:
        what = "return \(student) \(cohort) \(other)"
        _ = try await enrollments.takeBack(students(student), whoLeft: cohort, into: other, on: today)
      case 12:
        let nth = Int.random(in: 1...4, using: &random)
        let earlier = try day(max(0, step - Int.random(in: 0...9, using: &random)))
        what = "move \(nth) \(student) \(cohort) \(earlier)"
        _ = try await enrollments.correct(
          event: nth, of: students(student)[0], in: cohort, to: earlier, reason: "x")
      case 6:
        let seats = Int.random(in: 1...5, using: &random)
        what = "capacity \(cohort) \(seats)"
        var changes = CohortDetails()
        changes.capacity = seats
        _ = try await office.cohorts.edit(cohort, changes)
      default:
        let states: [EnrollmentState] = [
          .withdrawn, .suspended, .enrolled, .completed, .dismissed, .waitlisted, .admitted, .rejected,
          .declined,
        ]
        let state = states[Int.random(in: 0..<states.count, using: &random)]
        what = "\(state) \(student) \(cohort)"
        _ = try await enrollments.change(.students(students(student)), in: cohort, to: state, on: today)
      }
    } catch is LubanError { return "\(step): refused" }
    return "\(step): \(what)"
  }

  @Test("whatever is done in whatever order, seats, places, states and report agree", arguments: 0..<4)
  func story(nth: Int) async throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("random story: seed \(seed)")
    var random = SeededStory(seed: seed)
    try await withOffice { office in
      for cohort in Self.cohorts {
        try await office.cohort(
          cohort, capacity: Self.capacity, intakeOn: cohort == "UZ-TAS-C" ? "2028-08-01" : "2026-09-01",
          plannedEndOn: cohort == "UZ-TAS-C" ? "2030-01-01" : "2028-07-01")
      }
      try await office.people(8)
      var told: [String] = []
      for step in 0..<60 {
        told.append(try await act(office, step: step, &random))
        let ill = try await office.schema.examine(isDeep: true).filter { !$0.isWell }
        #expect(ill == [], "seed \(seed)\n\(told.joined(separator: "\n"))")
        if !ill.isEmpty { return }
      }
      // A model of its own: seats from states, one seat of A and B, which overlap.
      let states = try await states(office)
      let seated = Set(states.filter { [.admitted, .enrolled, .suspended].contains($0.value) }.keys)
      for cohort in Self.cohorts {
        let shown = try await office.cohorts.show(cohort)
        #expect(shown.seatsHeld == seated.count { $0.hasPrefix(cohort.rawValue) }, "seed \(seed)")
        #expect(shown.seatsHeld <= shown.capacity, "seed \(seed)")
      }
      for student in 1...8 {
        #expect(
          !(seated.contains("UZ-TAS-A \(student)") && seated.contains("UZ-TAS-B \(student)")), "seed \(seed)")
      }
      // As of the day after the last step equals as of a day long after.
      var scope = ReportScope()
      scope.asOf = try day(60)
      let soon = try await office.csv(
        office.reports.cohorts(scope), Page(columns: ["cohort", "enrolled", "waitlisted", "withdrawn"]))
      scope.asOf = try #require(Day("2026-12-31"))
      let late = try await office.csv(
        office.reports.cohorts(scope), Page(columns: ["cohort", "enrolled", "waitlisted", "withdrawn"]))
      #expect(soon == late, "seed \(seed)")
    }
  }
}
