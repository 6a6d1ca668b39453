import Luban
import Postgres

/// A database of its own for one test: cloned from a migrated template, dropped afterward.
public struct TestDatabase: Sendable {
  private let name: String
  /// How to reach it.
  public let dsn: String
  /// The office on it.
  public let office: Office

  private static let admin = Database(maxConnections: 2) { ConnectionSettings(dsn: TestServer.dsn()) }

  /// The template, migrated once a run, with the reference data in it.
  private static let template = Task {
    let name = "template_luban"
    _ = try await admin.withoutTransaction { try $0.execute("create database \(identifier: name)") }
    let database = open(TestServer.dsn(name))
    let office = Office(database: database)
    _ = try await office.schema.migrate()
    let rules = try await database.read { tx in
      try tx.rows("select name, sentence from rule", as: (String.self, String.self))
    }
    await database.close()
    // The log has the message of every error, and nothing else of it.
    for setting in ["log_error_verbosity = terse", "log_min_error_statement = panic"] as [SQL] {
      _ = try await admin.withoutTransaction { try $0.execute("alter system set \(fragment: setting)") }
    }
    _ = try await admin.withoutTransaction { try $0.execute("select pg_reload_conf()") }
    BrokenRules.watch(rules, log: try await TestServer.log())
    return name
  }

  private static func open(_ dsn: String) -> Database {
    Database(maxConnections: 8) {
      ConnectionSettings(dsn: dsn, parameters: Office.sessionParameters, applicationName: "tests")
    }
  }

  /// Runs a test on a database of its own.
  public static func with(_ body: (TestDatabase) async throws -> Void) async throws {
    try await Turns.shared.take { try await with(copyOf: try await template.value, body) }
  }

  /// Runs a test on a database in which nothing is, not even a schema.
  public static func withNothing(_ body: (TestDatabase) async throws -> Void) async throws {
    try await Turns.shared.take { try await with(copyOf: "template0", body) }
  }

  /// Runs a test on a copy of this database, to which nobody may be connected meanwhile.
  public func withCopy(_ body: (TestDatabase) async throws -> Void) async throws {
    try await Turns.shared.take { try await Self.with(copyOf: name, body) }
  }

  /// A database that stays for the run, laid out once, for tests that ask for a ``withCopy(_:)`` of it.
  public static func kept(_ lay: (TestDatabase) async throws -> Void) async throws -> TestDatabase {
    let (test, database) = try await copy(of: try await template.value)
    try await lay(test)
    await database.close()
    return test
  }

  private static func with(copyOf template: String, _ body: (TestDatabase) async throws -> Void) async throws
  {
    let (test, database) = try await copy(of: template)
    let outcome: Result<Void, any Error>
    do { outcome = .success(try await body(test)) } catch { outcome = .failure(error) }
    await database.close()
    _ = try await admin.withoutTransaction {
      try $0.execute("drop database \(identifier: test.name) (force)")
    }
    try outcome.get()
  }

  private static func copy(of template: String) async throws -> (TestDatabase, Database) {
    let name = "test_\(UInt64.random(in: .min ... .max))"
    _ = try await admin.withoutTransaction {
      try $0.execute(
        "create database \(identifier: name) template \(identifier: template) strategy file_copy")
    }
    let dsn = TestServer.dsn(name)
    let database = open(dsn)
    return (TestDatabase(name: name, dsn: dsn, office: Office(database: database)), database)
  }
}

/// Runs a test on an office of its own, with schema and reference data and nothing else.
///
/// In the end the doctor looks whether all that is derived agrees with what it comes from.
///
/// - Parameter isWellInTheEnd: false for a test that breaks things on purpose.
public func withOffice(isWellInTheEnd: Bool = true, _ body: (Office) async throws -> Void) async throws {
  try await TestDatabase.with { try await $0.run(isWellInTheEnd: isWellInTheEnd, body) }
}

/// The same with what a ground has, which is laid out once a run for all tests that begin with it.
public func withOffice(
  _ ground: Ground, isWellInTheEnd: Bool = true, _ body: (Office) async throws -> Void
) async throws {
  try await Grounds.shared.laid(ground).withCopy { try await $0.run(isWellInTheEnd: isWellInTheEnd, body) }
}

/// What an office has before a test begins.
public struct Ground: Sendable {
  fileprivate let name: String
  fileprivate let lay: @Sendable (Office) async throws -> Void

  /// A ground, by a name that no other one has.
  public init(_ name: String, _ lay: @escaping @Sendable (Office) async throws -> Void) {
    (self.name, self.lay) = (name, lay)
  }
}

/// The databases of grounds.
private actor Grounds {
  static let shared = Grounds()
  private var all: [String: Task<TestDatabase, any Error>] = [:]

  func laid(_ ground: Ground) async throws -> TestDatabase {
    let laying =
      all[ground.name] ?? Task { try await TestDatabase.kept { try await ground.lay($0.office) } }
    all[ground.name] = laying
    return try await laying.value
  }
}

extension TestDatabase {
  fileprivate func run(isWellInTheEnd: Bool, _ body: (Office) async throws -> Void) async throws {
    try await body(office)
    guard isWellInTheEnd else { return }
    // Two people of one name and birth date break no rule, and tests name people alike on purpose.
    let ill = try await office.schema.examine(isDeep: true).filter {
      !$0.isWell && $0.check != "nobody is likely known twice"
    }
    if !ill.isEmpty { throw Illness(findings: ill) }
  }
}

/// What the doctor found after a test.
public struct Illness: Error {
  /// What is not well.
  public let findings: [Finding]
}

/// Runs a test on an office of its own with the demonstration of 200 students.
///
/// Nothing is looked at in the end: it is for reports, which change nothing, and for what is broken on purpose.
public func withDemonstration(_ body: (Office) async throws -> Void) async throws {
  try await withOffice(.demonstration, isWellInTheEnd: false, body)
}

extension Ground {
  fileprivate static let demonstration = Ground("demonstration") {
    _ = try await $0.schema.demonstrate(students: 200, seed: 3)
  }
}
