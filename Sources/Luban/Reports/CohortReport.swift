import Postgres

/// The columns of the cohort report, and how they add up.
enum CohortReport {
  static let columns: [Column] = [
    Column("cohort", "code of the cohort"),
    Column("workshop", "code of the workshop", isShown: false),
    Column("workshop_name", "name of the workshop", isShown: false),
    Column("country", "host country, ISO 3166-1", isShown: false),
    Column("country_name", "name of the country", isShown: false),
    Column("hosts", "host institutions on that day", isShown: false),
    Column("leads", "Chinese lead institutions on that day", isShown: false),
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
    Column("census_on", "day on which the cohort is fixed for rates", .day, isShown: false),
    Column("census_size", "commenced by the census, less no-shows; empty before it", .number),
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
  ]

  private static let counts = [
    "capacity", "applications", "applied", "waitlisted", "admitted", "enrolled", "suspended", "completed",
    "withdrawn",
    "no_shows", "dismissed", "transferred_out", "refused", "transferred_in", "census_size", "retained",
    "completed_of_census", "women", "gender_known",
  ]

  /// One row a mode: sums of counts; rates from summed numerators and denominators, never averaged.
  static var totals: SQL {
    let values = columns.map { column -> SQL in
      let name = column.name
      if counts.contains(name) { return "sum(\(identifier: name))" }
      switch name {
      case "cohort": return "'total ' || mode"
      case "mode": return "mode"
      case "retention": return rate("retained")
      case "completion": return rate("completed_of_census")
      default: return "null"
      }
    }
    return .joined(values, separator: ", ")
  }

  private static func rate(_ numerator: String) -> SQL {
    """
    case when sum(census_size) >= 10
      then round(100.0 * sum(\(identifier: numerator)) filter (where census_size is not null) /
        sum(census_size), 1) end
    """
  }
}
