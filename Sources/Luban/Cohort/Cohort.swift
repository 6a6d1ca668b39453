import Postgres

/// An intake of one program edition at one workshop.
public struct Cohort: Sendable, Hashable, Codable {
  /// Its code, as in `UZ-TAS-LOG-2026A`.
  public let code: CohortCode
  /// Its workshop.
  public let workshop: WorkshopCode
  /// Its program.
  public let program: ProgramCode
  /// The edition of the program.
  public let edition: String
  /// Where it stands.
  public let status: CohortStatus
  /// The day from which it stands there; empty while it is planned.
  public let statusSince: Day?
  /// First day of teaching.
  public let intakeOn: Day
  /// Planned last day.
  public let plannedEndOn: Day
  /// First day on which one may apply.
  public let windowOpensOn: Day
  /// Last day on which one may apply.
  public let windowClosesOn: Day
  /// Seats.
  public let capacity: Int
  /// Seats held by admitted, enrolled and suspended.
  public let seatsHeld: Int
  /// How many wait for a seat.
  public let waiting: Int
  /// Languages of instruction.
  public let languages: [String]
  /// Days after the intake on which the cohort is fixed for rates.
  public let censusDay: Int
  /// Why it was opened though no agreement covered it.
  public let agreementOverride: String?
  /// Dates, seats and census from day to day, the newest last, as known now.
  public let stretches: [CohortStretch]
}

/// Dates, seats and census of a cohort from a day on, until the next stretch.
public struct CohortStretch: Sendable, Hashable, Codable {
  /// Its first day; `nil` for how the cohort began.
  public let since: Day?
  /// First day of teaching.
  public let intakeOn: Day
  /// Planned last day.
  public let plannedEndOn: Day
  /// Seats.
  public let capacity: Int
  /// Days after the intake on which the cohort is fixed for rates.
  public let censusDay: Int
}

/// Life of a cohort, in its order.
public enum CohortStatus: String, Sendable, Hashable, Codable, CaseIterable, SQLEncodable, SQLDecodable {
  case planned, open, running, finished, cancelled
  /// The database's own enum.
  public static var sqlType: SQLType { .unknown }
}

/// What may be said of a cohort; a new one has an intake and seats.
public struct CohortDetails: Details {
  /// First day of teaching.
  public var intakeOn: Day?
  /// Planned last day; of a new one by the program's months where `nil`.
  public var plannedEndOn: Day?
  /// First day of the application window; of a new one 120 days before the intake where `nil`.
  public var windowOpensOn: Day?
  /// Last day of the window; of a new one 30 days after the intake where `nil`.
  public var windowClosesOn: Day?
  /// Seats; more of them give a seat to those who wait.
  public var capacity: Int?
  /// Languages of instruction, BCP 47.
  public var languages: [String]?
  /// Days after the intake on which the cohort is fixed for rates; of a new one 30 where `nil`.
  public var censusDay: Int?
  /// The day since which dates, seats and census are so; `nil` of a new one, and where they were wrong.
  ///
  /// What was wrong is corrected over all days of the stretch that holds now.
  public var since: Day?

  /// Nothing said yet.
  public init() {}
}
