import Postgres

/// What a cohort might have done: a kind of file for each import of the learning record.
public enum DemoRecords: String, Sendable, CaseIterable {
  /// Attendance at the sessions of its classes.
  case attendance
  /// Marks in its classes.
  case results
  /// Language tests.
  case language
  /// Who took part in culture events.
  case culture
  /// Who is placed at which enterprise.
  case placements
  /// Hours worked there.
  case placementHours = "placement_hours"
  /// What became of its graduates.
  case outcomes

  /// Columns of the import that a file has, in order.
  var columns: [String] { ["cohort", "student"] + ownColumns }

  private var ownColumns: [String] {
    switch self {
    case .attendance: ["course", "date", "time", "status"]
    case .results: ["course", "mark", "graded_on", "graded_by"]
    case .language:
      [
        "level", "taken_on", "listening", "reading", "writing", "speaking", "translation", "score", "result",
        "certificate_number", "center", "purpose",
      ]
    case .culture: ["event", "hours"]
    case .placements: ["offer", "from", "to"]
    case .placementHours: ["day", "hours", "task"]
    case .outcomes:
      [
        "months", "status", "answered_on", "in_field", "employer", "chinese_funded", "occupation", "job_from",
        "satisfaction",
      ]
    }
  }

  /// Columns that order its lines: no two lines are alike in them.
  var order: [String] {
    switch self {
    case .attendance: ["course", "date", "time", "student"]
    case .results: ["course", "graded_on", "student"]
    case .language: ["taken_on", "level", "student"]
    case .culture: ["event", "student"]
    case .placements: ["offer", "student"]
    case .placementHours: ["day", "student"]
    case .outcomes: ["months", "student"]
    }
  }

  /// The lines of a cohort, of the days from one to another.
  func lines(_ cohort: Transaction.CohortKey, seed: Int, from: Day?, to: Day?) -> SQL {
    let arguments: SQL = """
      \(cohort.workshopID)::int, \(cohort.id)::bigint, \(seed)::int, coalesce(\(from)::date, '-infinity'),
      coalesce(\(to)::date, 'infinity')
      """
    return switch self {
    case .attendance: "select * from pg_temp.demo_attendance(\(fragment: arguments))"
    case .results: "select * from pg_temp.demo_results(\(fragment: arguments))"
    case .language: "select * from pg_temp.demo_language(\(fragment: arguments))"
    case .culture: "select * from pg_temp.demo_culture(\(fragment: arguments))"
    case .placements: "select * from pg_temp.demo_placements(\(fragment: arguments))"
    case .placementHours: "select * from pg_temp.demo_placement_hours(\(fragment: arguments))"
    case .outcomes: "select * from pg_temp.demo_outcomes(\(fragment: arguments))"
    }
  }
}

extension Schema {
  /// What a cohort might have done, in the columns of an import.
  ///
  /// It is of the students, classes, events, offers and completions that are there: the same office and seed
  /// give the same lines on any day.
  ///
  /// - Throws: ``LubanError/notFound(noun:code:nearest:)`` for an unknown cohort.
  public func records(
    _ kind: DemoRecords, of cohort: CohortCode, seed: Int, from: Day? = nil, to: Day? = nil
  ) async throws -> Listing {
    let key = try await Office(database: database).read { tx in try tx.cohortKey(cohort) }
    return Listing(
      columns: kind.columns.map { Column($0, "as in the import") }, order: kind.order,
      by: Embedded.folder("sql/seed/draw"), body: kind.lines(key, seed: seed, from: from, to: to))
  }
}
