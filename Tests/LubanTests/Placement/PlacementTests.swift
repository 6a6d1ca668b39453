import Luban
import Postgres
import Support
import Testing

@Suite("Placements")
struct PlacementTests {
  private static let cohort: CohortCode = "UZ-TAS-LOG-2024A"
  private static func day(_ iso: String) -> Day { Day(iso) ?? .today }
  private static func of(_ number: Int) -> PlacementReference { PlacementReference(students(number)[0]) }

  @Test("places are given in order while there are any, and who is left out is told with every rule")
  func assigning() async throws {
    try await withOffice(.placements) { office in
      let outcome = try await office.placements.assign("R-1", students(1, 4, 2, 3), of: Self.cohort)
      #expect(outcome.placed.map(\.value) == [2] && outcome.free == 0)
      #expect(
        outcome.leftOut.map { $0.rules.map(\.name) } == [
          ["placement_is_once_at_a_time"], ["placement_is_of_one_enrolled"],
          ["placement_places_within_the_offer"],
        ])
      let outside = try await office.placements.assign(
        "R-2", students(3), of: Self.cohort, from: Self.day("2025-02-28"))
      #expect(outside.leftOut.first?.rules.map(\.name) == ["placement_lies_within_its_offer"])
    }
  }

  @Test("two who want the last place at the same time: one is placed, the other refused")
  func lastPlace() async throws {
    try await withOffice(.placements) { office in
      let outcomes = try await withThrowingTaskGroup(of: PlacementAssignment.self) { group in
        for number in [2, 3] {
          group.addTask { try await office.placements.assign("R-2", students(number), of: Self.cohort) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.flatMap(\.placed).count == 1)
      #expect(
        outcomes.flatMap(\.leftOut).flatMap(\.rules).map(\.name) == ["placement_places_within_the_offer"])
      let offers = try await office.csv(office.placements.offers(), Page(columns: ["offer", "free"]))
      #expect(offers == "offer,free\nR-1,1\nR-2,0\n")
    }
  }

  @Test("who is transferred before a placement begins keeps it, and works there as of the new cohort")
  func transferred() async throws {
    try await withOffice(.placements) { office in
      let other = try await office.cohort("UZ-TAS-LOG-2024B", year: 2024)
      _ = try await office.placements.assign(
        "R-2", students(1), of: Self.cohort, from: Self.day("2025-05-01"))
      let outcome = try await office.enrollments.transfer(
        students(1), from: Self.cohort, to: other.code, on: Self.day("2025-03-01"), reason: "moved")
      #expect(outcome.done.count == 1)
      let worked = try await office.placements.log(Self.of(1), on: Self.day("2025-05-02"), hours: 8)
      #expect(worked.worked == 8 && worked.cohort == Self.cohort)
    }
  }

  @Test(
    "a placement that ends before its time frees its place, and the student may go elsewhere on the next day")
  func ending() async throws {
    try await withOffice(.placements) { office in
      let ended = try await office.placements.end(Self.of(1), on: Self.day("2025-02-28"), reason: "closed")
      #expect(ended.endedOn?.iso == "2025-02-28" && ended.endReason == "closed")
      let next = try await office.placements.assign("R-2", students(1), of: Self.cohort)
      #expect(next.placed.count == 1)
      let later = try await office.placements.assign(
        "R-1", students(2, 3), of: Self.cohort, from: Self.day("2025-02-28"))
      #expect(later.placed.count == 2)
      await expectBroken("placement_hours_lie_within_it") {
        try await office.placements.log(
          .init(students(1)[0], offer: "R-1"), on: Self.day("2025-03-01"), hours: 4)
      }
    }
  }

  @Test("hours are logged on the placement of the day, and count until the day asked for")
  func hours() async throws {
    try await withOffice(.placements) { office in
      try await office.placements.end(Self.of(1), on: Self.day("2025-02-28"), reason: "closed")
      _ = try await office.placements.assign("R-2", students(1), of: Self.cohort)
      try await office.placements.log(Self.of(1), on: Self.day("2025-02-02"), hours: 7.5, task: "Weighing")
      let second = try await office.placements.log(Self.of(1), on: Self.day("2025-03-01"), hours: 4)
      #expect(second.offer == "R-2" && second.worked == 4)
      #expect(try await office.placementHours() == ["S-00001: 19.5"])
      #expect(try await office.placementHours(asOf: "2025-02-02") == ["S-00001: 15.5"])
      #expect(try await office.placementHours(asOf: "2025-01-31") == [])
    }
  }

  @Test("corrected hours change the figure, and the figure as known earlier stays what it was")
  func corrections() async throws {
    try await withOffice(.placements) { office in
      let before = try await office.now()
      let placement = try await office.placements.correct(
        Self.of(1), on: Self.day("2025-02-01"), hours: 6, reason: "left at noon")
      #expect(placement.log.first?.note == "left at noon")
      let between = try await office.now()
      try await office.placements.correct(Self.of(1), on: Self.day("2025-02-01"), hours: 0, reason: "was ill")
      // The placement itself goes too, and was there as known before.
      _ = try await office.placements.remove(Self.of(1))
      #expect(try await office.placementHours() == [])
      #expect(try await office.placementHours(knownAt: before) == ["S-00001: 8"])
      #expect(try await office.placementHours(knownAt: between) == ["S-00001: 6"])
    }
  }

  @Test("a mark is read by its scale, in words too, and a second evaluation of a side replaces the first")
  func evaluations() async throws {
    try await withOffice(.placements) { office in
      let first = try await office.placements.evaluate(
        Self.of(1), by: .enterprise, mark: "отлично", scale: "cis5", on: Self.day("2025-04-30"),
        comment: "reliable")
      #expect(first.evaluations.map(\.mark) == ["5"] && first.evaluations.first?.passed == true)
      let second = try await office.placements.evaluate(
        Self.of(1), by: .enterprise, mark: "2", scale: "cis5", on: Self.day("2025-05-01"))
      #expect(second.evaluations.map(\.mark) == ["2"] && second.evaluations.first?.comment == "reliable")
      #expect(second.evaluations.first?.passed == false)
      await expectBroken("evaluation_mark_is_on_its_scale") {
        try await office.placements.evaluate(Self.of(1), by: .school, mark: "101", scale: "percent")
      }
    }
  }

  @Test("sessions of the student's classes during the placement are told, with the hours that overlap")
  func clashes() async throws {
    try await withOffice(.placements) { office in
      try await office.lessons(of: "T-1", in: Self.cohort, on: ["2025-01-29", "2025-02-01", "2025-02-03"])
      let page = Page(columns: ["student", "offer", "day", "course", "begins", "hours", "logged"])
      #expect(
        try await office.csv(office.placements.clashes(), page) == """
          student,offer,day,course,begins,hours,logged
          S-00001,R-1,2025-02-01,T-1,09:00,2,8
          S-00001,R-1,2025-02-03,T-1,09:00,2,

          """)
    }
  }

  @Test("an enrollment that ends ends its placement that day, which gives the place back")
  func enrollmentEnds() async throws {
    try await withOffice(.placements) { office in
      _ = try await office.placements.assign("R-1", students(2), of: Self.cohort)
      _ = try await office.enrollments.change(
        .students(students(1)), in: Self.cohort, to: .withdrawn, on: Self.day("2025-03-01"),
        reason: ChangeReason(code: "work"))
      let placement = try await office.placements.show(Self.of(1))
      #expect(placement.endedOn == Self.day("2025-03-01"))
      #expect(placement.endReason == "the enrollment is withdrawn")
      let outcome = try await office.placements.assign(
        "R-1", students(3), of: Self.cohort, from: Self.day("2025-03-02"))
      #expect(outcome.placed.count == 1 && outcome.free == 0)
    }
  }

  @Test(
    "a departure that is taken back brings the placement back, unless its place was given to another meanwhile"
  )
  func comesBack() async throws {
    try await withOffice(.placements) { office in
      func leave(_ student: Int) async throws {
        _ = try await office.enrollments.change(
          .students(students(student)), in: Self.cohort, to: .withdrawn, on: Self.day("2025-03-01"))
      }
      func comeBack(_ student: Int) async throws {
        _ = try await office.enrollments.correct(
          event: 2, of: students(student)[0], in: Self.cohort, to: nil, reason: "it was her sister")
      }
      try await leave(1)
      try await comeBack(1)
      #expect(try await office.placements.show(Self.of(1)).endedOn == nil)
      _ = try await office.placements.assign("R-1", students(2), of: Self.cohort)
      try await leave(2)
      _ = try await office.placements.assign(
        "R-1", students(3), of: Self.cohort, from: Self.day("2025-03-02"))
      try await comeBack(2)
      #expect(try await office.placements.show(Self.of(2)).endedOn == Self.day("2025-03-01"))
    }
  }
}
