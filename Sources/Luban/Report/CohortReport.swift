import Postgres

/// The columns of the cohort report, and how they add up.
enum CohortReport {
  static let columns = Listing.columns(
    """
    cohort (workshop workshop_name country country_name hosts leads program edition program_name mode) \
    intake (planned_end) status capacity applications (applied) waitlisted (admitted) enrolled \
    (suspended) completed withdrawn (no_shows dismissed transferred_out refused transferred_in \
    returned_in census_on) census_size* (retained) retention* (completed_of_census) completion* (women \
    gender_known nationalities nationality_list hours_theory hours_practice hours_language \
    hours_culture practice_share completed_on_time on_time attended_hours held_hours attendance \
    courses_judged courses_passed course_pass language_target language_students language_entry_known \
    language_entry_list language_now_list language_reached language_attainment language_tested \
    language_tested_reached language_attainment_tested language_tests language_tests_passed \
    language_test_pass language_gained language_gain culture_hours placement_hours)
    """)

  private static let counts = [
    "capacity", "applications", "applied", "waitlisted", "admitted", "enrolled", "suspended", "completed",
    "withdrawn", "no_shows", "dismissed", "transferred_out", "refused", "transferred_in", "returned_in",
    "census_size", "retained", "completed_of_census", "women", "gender_known", "completed_on_time",
    "attended_hours", "held_hours",
    "courses_judged", "courses_passed", "language_students", "language_entry_known", "language_reached",
    "language_tested", "language_tested_reached", "language_tests", "language_tests_passed",
    "language_gained", "culture_hours", "placement_hours",
  ]

  /// The names of all columns, in the order of ``totals``.
  static var names: SQL { .joined(columns.map { "\(identifier: $0.name)" }, separator: ", ") }

  /// One row a mode: sums of counts; rates from summed numerators and denominators, never averaged.
  static var totals: SQL {
    let values = columns.map { column -> SQL in
      let name = column.name
      if counts.contains(name) { return "sum(\(identifier: name))" }
      switch name {
      case "cohort": return "format(wording('total {0}'), wording(mode))"
      case "mode": return "mode"
      case "retention": return rate("retained", of: "census_size")
      case "completion": return rate("completed_of_census", of: "census_size")
      case "on_time": return rate("completed_on_time", of: "census_size", where: "completed_on_time")
      case "attendance":
        return "report.attendance_percent(sum(attended_hours), sum(held_hours))"
      case "course_pass": return rate("courses_passed", of: "courses_judged")
      case "language_attainment":
        return rate("language_reached", of: "census_size", where: "language_reached")
      case "language_attainment_tested": return rate("language_tested_reached", of: "language_tested")
      case "language_test_pass": return rate("language_tests_passed", of: "language_tests")
      case "language_gain": return rate("language_gained", of: "language_entry_known")
      default: return "null"
      }
    }
    return .joined(values, separator: ", ")
  }

  /// A rate of sums, over those cohorts for which the condition column says anything.
  private static func rate(_ numerator: String, of denominator: String, where known: String? = nil) -> SQL {
    let condition: SQL = "\(identifier: known ?? denominator) is not null"
    return """
      case when sum(\(identifier: denominator)) filter (where \(fragment: condition)) >= 10
        then round(100.0 * sum(\(identifier: numerator)) filter (where \(fragment: condition)) /
          sum(\(identifier: denominator)) filter (where \(fragment: condition)), 1) end
      """
  }
}
