import ArgumentParser
import Glibc
import Luban
import Postgres

/// Where the database is, and how long to wait for it.
struct ConnectionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The database, as libpq names it; else LUBAN_DSN, PG* variables, or the private one.", valueName: "dsn"))
  var dsn: String?

  @Option(help: ArgumentHelp("How long a statement may take, as in 30s or 5m.", valueName: "duration"))
  var timeout: Duration?

  @Option(help: ArgumentHelp("For how long to try again when the server goes away.", valueName: "duration"))
  var retryFor: Duration?

  func office() throws -> Office {
    let settings = try connectionSettings()
    let database = Database(
      maxConnections: 2, deadlines: Deadlines(statement: timeout ?? .seconds(60)), settings: settings)
    return Office(database: database, retry: RetryPolicy(for: retryFor ?? .seconds(60)))
  }

  private func connectionSettings() throws -> @Sendable () throws -> ConnectionSettings {
    let named = dsn ?? Self.environment("LUBAN_DSN")
    let settings = ConnectionSettings(dsn: named, parameters: Office.sessionParameters, applicationName: "luban")
    return { settings }
  }

  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
