import Luban
import Postgres
import Support

extension Ground {
  /// That of ``Luban/Office/cohortWithPlacements()``.
  static let placements = Ground("placements") { try await $0.cohortWithPlacements() }
}

extension Office {
  /// UZ-TAS-LOG-2024A with S-1, S-2 and S-3 enrolled and S-4 who has applied; the enterprise UZ-RAIL with
  /// two places R-1 from 2025-02-01 to 2025-04-30, and one place R-2 from 2025-03-01 to 2025-06-30; S-1 placed
  /// at R-1, with 8 hours on 2025-02-01.
  func cohortWithPlacements() async throws {
    try await cohort("UZ-TAS-LOG-2024A", year: 2024)
    try await people(4)
    let (june, cohort) = (Day("2024-06-01") ?? .today, "UZ-TAS-LOG-2024A" as CohortCode)
    _ = try await enrollments.enroll(Support.students(1, 2, 3), in: cohort, appliedOn: june)
    _ = try await enrollments.enroll(Support.students(4), in: cohort, as: .applied, appliedOn: june)
    try await partner("UZ-RAIL", kind: .enterprise)
    try await partner("UZ-COLL")
    try await course("P-1", kind: .placement)
    try await course("T-1")
    for (code, places, from, to, course) in [
      ("R-1", 2, "2025-02-01", "2025-04-30", "P-1"), ("R-2", 1, "2025-03-01", "2025-06-30", nil),
    ] as [(OfferCode, Int, String, String, CourseCode?)] {
      try await placements.offer(
        code, in: "UZ-TAS",
        PlacementOfferDetails {
          ($0.partner, $0.title, $0.places, $0.beginsOn, $0.endsOn, $0.hours, $0.course) = (
            "UZ-RAIL", "Freight yard", places, Day(from) ?? .today, Day(to) ?? .today, 300, course
          )
        })
    }
    _ = try await placements.assign("R-1", Support.students(1), of: cohort)
    try await placements.log(.init(Support.students(1)[0]), on: Day("2025-02-01") ?? .today, hours: 8)
  }

  /// "student: hours" of the placements of a cohort.
  func placementHours(asOf day: String = "2026-01-01", knownAt: KnownTime? = nil) async throws -> [String] {
    try await database.read { tx in
      try tx.rows(
        """
        select shown_number(s.number) || ': ' || trim_scale(h.hours)
        from report.placement_hours(\(Day(day) ?? .today), coalesce(\(knownAt, as: .timestamptz), now())) h
        join enrollment e on (e.workshop_id, e.id) = (h.workshop_id, h.enrollment_id)
        join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id) order by 1
        """, as: String.self)
    }
  }
}
