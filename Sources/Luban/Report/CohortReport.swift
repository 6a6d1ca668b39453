import Postgres

/// The columns of the cohort report, and how they add up.
enum CohortReport {
  static let columns: [Column] = [
    Column("cohort", "code of the cohort"),
    Column("workshop", "code of the workshop", isShown: false),
    Column("workshop_name", "name of the workshop", isShown: false),
    Column("country", "host country, ISO 3166-1", isShown: false),
    Column("country_name", "name of the country", isShown: false),
    Column("hosts", "hosts on that day", isShown: false),
    Column("leads", "Chinese leads on that day", isShown: false),
    Column("program", "code of the program", isShown: false),
    Column("edition", "edition of the program", isShown: false),
    Column("program_name", "name of the program", isShown: false),
    Column("mode", "degree education, short-term training or teacher training", isShown: false),
    Column("intake", "first day of teaching", .day),
    Column("planned_end", "planned last day", .day, isShown: false),
    Column("status", "status of the cohort on that day"),
    Column("capacity", "seats", .number),
    Column("applications", "all enrollments; the ten states that follow add up to it", .number),
    Column("applied", "applied, not decided", .number, isShown: false),
    Column("waitlisted", "wait for a seat", .number),
    Column("admitted", "admitted, not yet enrolled", .number, isShown: false),
    Column("enrolled", "in training", .number),
    Column("suspended", "on leave", .number, isShown: false),
    Column("completed", "completed the program", .number),
    Column("withdrawn", "withdrew, no-shows not among them", .number),
    Column("no_shows", "left before the census and never attended", .number, isShown: false),
    Column("dismissed", "dismissed, no-shows not among them", .number, isShown: false),
    Column("transferred_out", "went on in another cohort", .number, isShown: false),
    Column("refused", "rejected, or declined their place", .number, isShown: false),
    Column("transferred_in", "of the applications, came from another cohort", .number, isShown: false),
    Column(
      "returned_in", "of the applications, came back after they had left another cohort", .number,
      isShown: false),
    Column("census_on", "day on which the cohort is fixed for rates", .day, isShown: false),
    Column(
      "census_size",
      "commenced by the census, less no-shows and those gone to another cohort; empty before it",
      .number),
    Column("retained", "of these, in training or completed", .number, isShown: false),
    Column("retention", "retained / census size, %; empty below 10", .number),
    Column("completed_of_census", "of these, completed", .number, isShown: false),
    Column("completion", "completed / census size, % (EQAVET 4); empty below 10", .number),
    Column("women", "women who commenced", .number, isShown: false),
    Column("gender_known", "commenced, gender known", .number, isShown: false),
    Column("nationalities", "nationalities of those who commenced", .number, isShown: false),
    Column("nationality_list", "these, with numbers", isShown: false),
    Column("hours_theory", "hours of theory in technical courses and placements", .number, isShown: false),
    Column("hours_practice", "hours of practice in these", .number, isShown: false),
    Column("hours_language", "hours of language modules", .number, isShown: false),
    Column("hours_culture", "hours of culture modules", .number, isShown: false),
    Column("practice_share", "practice / (theory + practice), %", .number, isShown: false),
    Column(
      "completed_on_time", "of the census, completed by the planned end; empty before it", .number,
      isShown: false),
    Column("on_time", "completed on time / census size, %; empty below 10", .number, isShown: false),
    Column("attended_hours", "hours attended, over all students and classes", .number, isShown: false),
    Column("held_hours", "hours held for them while enrolled", .number, isShown: false),
    Column("attendance", "attended / held, %", .number, isShown: false),
    Column("courses_judged", "courses passed, failed or left without a mark", .number, isShown: false),
    Column("courses_passed", "of these, passed", .number, isShown: false),
    Column("course_pass", "passed / judged, %; empty below 10", .number, isShown: false),
    Column("language_target", "level the program leads to", isShown: false),
    Column(
      "language_students", "in training or completed, where there is a target", .number, isShown: false),
    Column("language_entry_known", "of these, level at entry known", .number, isShown: false),
    Column("language_entry_list", "levels at entry, with numbers", isShown: false),
    Column("language_now_list", "levels on that day, with numbers", isShown: false),
    Column(
      "language_reached", "of the census, reached the target; empty before it", .number, isShown: false),
    Column("language_attainment", "reached / census size, %; empty below 10", .number, isShown: false),
    Column("language_tested", "of the census, tested since applying", .number, isShown: false),
    Column("language_tested_reached", "of these, reached the target", .number, isShown: false),
    Column(
      "language_attainment_tested", "tested who reached / tested, %; empty below 10", .number,
      isShown: false),
    Column("language_tests", "tests that these took", .number, isShown: false),
    Column("language_tests_passed", "of these tests, passed", .number, isShown: false),
    Column("language_test_pass", "tests passed / taken, %; empty below 10", .number, isShown: false),
    Column("language_gained", "rose by a level or more since entry", .number, isShown: false),
    Column("language_gain", "gained / entry known, %; empty below 10", .number, isShown: false),
    Column("culture_hours", "hours of culture, over all students", .number, isShown: false),
    Column("placement_hours", "hours of placement, over all students", .number, isShown: false),
  ]

  private static let counts = [
    "capacity", "applications", "applied", "waitlisted", "admitted", "enrolled", "suspended", "completed",
    "withdrawn", "no_shows", "dismissed", "transferred_out", "refused", "transferred_in", "returned_in",
    "census_size", "retained", "completed_of_census", "women", "gender_known", "completed_on_time",
    "attended_hours", "held_hours",
    "courses_judged", "courses_passed", "language_students", "language_entry_known", "language_reached",
    "language_tested", "language_tested_reached", "language_tests", "language_tests_passed",
    "language_gained", "culture_hours", "placement_hours",
  ]

  /// One row a mode: sums of counts; rates from summed numerators and denominators, never averaged.
  static var totals: SQL {
    let values = columns.map { column -> SQL in
      let name = column.name
      if counts.contains(name) { return "sum(\(identifier: name))" }
      switch name {
      case "cohort": return "'total ' || mode"
      case "mode": return "mode"
      case "retention": return rate("retained", of: "census_size")
      case "completion": return rate("completed_of_census", of: "census_size")
      case "on_time": return rate("completed_on_time", of: "census_size", where: "completed_on_time")
      case "attendance":
        return "round(100 * sum(attended_hours) / nullif(sum(held_hours), 0), 1)"
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
