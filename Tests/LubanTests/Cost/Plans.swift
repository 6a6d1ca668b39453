import Luban
import Postgres
import Support
import Synchronization

extension TestDatabase {
  /// Every table that stands in a plan of what the work executes, in functions and triggers too, whether the plan
  /// came to read it or not.
  func tablesAsked(by work: (Office) async throws -> Void) async throws -> Set<String> {
    let seen = Mutex<Set<String>>([])
    let database = Database(maxConnections: 1) { notice in
      for match in notice.message.matches(of: /"Relation Name": "(\w+)"/) {
        seen.withLock { _ = $0.insert(String(match.1)) }
      }
    } settings: {
      ConnectionSettings(dsn: dsn, parameters: Office.sessionParameters)
    }
    let outcome: Result<Void, any Error>
    do {
      try await database.withoutTransaction { session in
        for setting in tellingPlans { try session.execute(setting) }
      }
      outcome = .success(try await work(Office(database: database)))
    } catch {
      outcome = .failure(error)
    }
    await database.close()
    try outcome.get()
    return seen.withLock { $0 }
  }
}

/// The plans of all that is executed come as notices.
private let tellingPlans: [SQL] = [
  "load 'auto_explain'",
  "set auto_explain.log_min_duration = 0",
  "set auto_explain.log_nested_statements = on",
  "set auto_explain.log_format = json",
  "set auto_explain.log_level = notice",
]
