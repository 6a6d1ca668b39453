import Luban
import Support

extension Ground {
  /// That of ``Luban/Office/cohortWithEvents()``.
  static let events = Ground("events") { try await $0.cohortWithEvents() }
}

extension Office {
  /// UZ-TAS-LOG-2026A with S-1 and S-2 enrolled, S-3 who has applied, S-4 who left on 2026-10-20; the culture
  /// module C-1 of theme tea; E-1 on 2026-10-10 with 6 hours, in which S-1 and S-4 took part, and E-2 from
  /// 2026-11-01 to 2026-11-10 with 40 hours for C-1, before which S-2 left.
  func cohortWithEvents() async throws {
    try await cohort()
    try await people(4)
    let (june, cohort) = (Day("2026-06-01") ?? .today, "UZ-TAS-LOG-2026A" as CohortCode)
    _ = try await enrollments.enroll(Support.students(1, 2, 4), in: cohort, appliedOn: june)
    _ = try await enrollments.enroll(Support.students(3), in: cohort, as: .applied, appliedOn: june)
    try await modules.add(.init(code: "C-1", theme: "tea", hours: 10))
    try await cultureEvents.add(
      "E-1", in: "UZ-TAS",
      CultureEventDetails {
        ($0.theme, $0.title, $0.beginsOn, $0.hours) = (
          "calligraphy", "Calligraphy day", Day("2026-10-10") ?? .today, 6
        )
      })
    try await cultureEvents.add(
      "E-2", in: "UZ-TAS",
      CultureEventDetails {
        ($0.title, $0.beginsOn, $0.endsOn, $0.hours, $0.module) = (
          "Tea month", Day("2026-11-01") ?? .today, Day("2026-11-10"), 40, "C-1"
        )
      })
    _ = try await cultureEvents.attend("E-1", .students(Support.students(1, 4)), of: cohort)
    for (number, day) in [(2, "2026-10-25"), (4, "2026-10-20")] {
      _ = try await enrollments.change(
        .students(Support.students(number)), in: cohort, to: .withdrawn, on: Day(day) ?? .today,
        reason: ChangeReason(code: "work"))
    }
  }

  /// "student: hours" of each who has culture hours.
  func cultureHours(
    asOf day: String = "2027-01-01", knownAt: KnownTime? = nil, in cohort: CohortCode = "UZ-TAS-LOG-2026A"
  ) async throws -> [String] {
    var filter = CultureHoursFilter()
    filter.cohort = cohort
    filter.asOf = Day(day) ?? .today
    filter.knownAt = knownAt
    return try await rows(of: cultureEvents.hours(filter), Page(columns: ["student", "hours"])).filter {
      $0[1] != "0"
    }
    .map { "\($0[0] ?? ""): \($0[1] ?? "")" }
  }
}
