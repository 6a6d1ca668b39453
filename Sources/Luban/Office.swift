import Postgres

/// The door to everything Luban does: one service a noun, on one database.
///
///     let office = Office(database: database)
///     let cohort = try await office.cohorts.show("UZ-TAS-LOG-2026A")
///
/// All of it may be used from many tasks at once. Errors are ``LubanError``, but for `CancellationError`.
public struct Office: Sendable {
  /// The database, for what has no service of its own.
  public let database: Database

  /// For how long a command rides over a server that fails over.
  public let retry: RetryPolicy

  /// How long the server may take over a statement of bulk work: an import, an export, a report.
  public let bulkDeadline: Duration

  let gate: SchemaGate

  /// An office on a database whose schema has been migrated.
  ///
  /// - Parameters:
  ///   - database: one whose transactions have `luban` first in their search path; see ``sessionParameters``.
  ///   - retry: for how long a transaction is run again when the server goes away under it.
  ///   - bulkDeadline: how long a statement of bulk work may take.
  public init(
    database: Database, retry: RetryPolicy = RetryPolicy(for: .seconds(60)),
    bulkDeadline: Duration = .seconds(600)
  ) {
    self.database = database
    self.bulkDeadline = bulkDeadline
    self.retry = retry
    gate = SchemaGate()
  }

  /// What every transaction on the database sets for itself.
  ///
  /// The temporary schema is named last, so that nobody's temporary table can stand in for one of Luban's.
  public static let sessionParameters = [
    "search_path": "luban,pg_temp", "timezone": "UTC", "lock_timeout": "10s",
    "idle_in_transaction_session_timeout": "10min", "jit": "off", "work_mem": "32MB",
  ]

  /// Cities.
  public var cities: Cities { Cities(office: self) }
  /// Partners.
  public var partners: Partners { Partners(office: self) }
  /// What partners signed.
  public var agreements: Agreements { Agreements(office: self) }
  /// Luban Workshops.
  public var workshops: Workshops { Workshops(office: self) }
  /// Programs, their editions and curricula.
  public var programs: Programs { Programs(office: self) }
  /// Courses, with the language and culture modules among them.
  public var courses: Courses { Courses(office: self) }
  /// The language and culture modules among the courses.
  public var modules: Modules { Modules(office: self) }
  /// Cohorts.
  public var cohorts: Cohorts { Cohorts(office: self) }
  /// Instructors.
  public var instructors: Instructors { Instructors(office: self) }
  /// Classes.
  public var classes: Classes { Classes(office: self) }
  /// Sessions of classes.
  public var sessions: Sessions { Sessions(office: self) }
  /// Days without teaching.
  public var holidays: Holidays { Holidays(office: self) }
  /// Students.
  public var students: Students { Students(office: self) }
  /// Enrollments.
  public var enrollments: Enrollments { Enrollments(office: self) }
  /// How far students are in what their program asks, and who is at risk.
  public var completions: Completions { Completions(office: self) }
  /// What graduates are awarded.
  public var credentials: Credentials { Credentials(office: self) }
  /// What proves certificates to those who have only the paper.
  public var signatures: Signatures { Signatures(office: self) }
  /// Language tests, and the levels shown by them.
  public var languageCertificates: LanguageCertificates { LanguageCertificates(office: self) }
  /// Attendance.
  public var attendance: Attendances { Attendances(office: self) }
  /// Culture events, and who took part in them.
  public var cultureEvents: CultureEvents { CultureEvents(office: self) }
  /// Grading scales.
  public var scales: Scales { Scales(office: self) }
  /// Results: attempts at courses.
  public var results: Results { Results(office: self) }
  /// Where graduates are after 6, 12 and 36 months.
  public var outcomes: Outcomes { Outcomes(office: self) }
  /// Placements at enterprises.
  public var placements: Placements { Placements(office: self) }
  /// Bulk imports.
  public var imports: Imports { Imports(office: self) }
  /// All that is entered beside students, in one workbook.
  public var book: OfficeBook { OfficeBook(office: self) }
  /// Reports.
  public var reports: Reports { Reports(office: self) }
  /// Periods that are closed: what the reports said then.
  public var periods: Periods { Periods(office: self) }
  /// The schema: migrations and seeds.
  public var schema: Schema { Schema(office: self) }
}

extension Office {
  /// Reads in one transaction that sees one state of the database.
  func read<Value: Sendable>(_ body: @Sendable (Transaction) throws -> Value) async throws -> Value {
    try await gated {
      try await database.read(retry: retry) { try gate.passing($0, body) }
    }
  }

  /// Writes in one transaction, of which no report tells until it has ended.
  ///
  /// - Parameter body: may run again though it was committed; see ``perform(_:_:)``.
  func write<Value: Sendable>(_ body: @Sendable (Transaction) throws -> Value) async throws -> Value {
    try await gated {
      try await database.write(retry: retry, idempotent: true) { tx in
        // It travels with the begin: reports look for it a moment after that.
        try tx.ahead("select luban.begin_writing()")
        return try gate.passing(tx, body)
      }
    }
  }

  /// Says what is wrong with the schema where a transaction failed by that.
  private func gated<Value: Sendable>(_ work: () async throws -> Value) async throws -> Value {
    try await translatingErrors {
      do { return try await work() } catch let error as PostgresError where gate.isShut(by: error) {
        try await database.read(retry: retry) { try gate.check($0) }
        throw error
      }
    }
  }
}
