import ArgumentParser
import Glibc
import LocalPostgres
import Luban
import Messages
import Postgres
import Tabular

/// Where the database is, and how long to wait for it.
struct ConnectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The database, as libpq names it; else LUBAN_DSN, PG* variables, or the private one.", valueName: "dsn")
  )
  var dsn: String?

  @Option(
    help: ArgumentHelp(
      "How long a statement may take, as in 30s or 5m; 60s unless given, 10m for files and lists.",
      valueName: "duration"))
  var timeout: Duration?

  @Option(
    help: ArgumentHelp(
      "For how long to try again when the server goes away; 60s unless given.", valueName: "duration"))
  var retryFor: Duration?

  /// The database that was named; `nil` where the private one is meant.
  var namedSettings: ConnectionSettings? { Self.settings(named: dsn) }

  /// The database that the command line names, or else the environment.
  static func settings(named dsn: String?) -> ConnectionSettings? {
    let named = dsn ?? environment("LUBAN_DSN")
    let isInEnvironment = ["PGHOST", "PGHOSTADDR", "PGSERVICE", "PGDATABASE"].contains {
      environment($0) != nil
    }
    guard named != nil || isInEnvironment else { return nil }
    return ConnectionSettings(dsn: named)
  }

  /// The private cluster, whether it is there yet or not.
  static func privateCluster() throws -> Cluster {
    Cluster(at: try Cluster.Location(program: "luban"), role: "luban", database: "luban")
  }

  /// An office on the database meant; nothing is connected before the first use.
  ///
  /// - Parameter reader: the language of who reads the titles and names it tells.
  func office(for reader: Language = .english) -> Office {
    let named = namedSettings
    let patience = retryFor ?? .seconds(60)
    return Office(
      maxConnections: 2, deadlines: Deadlines(statement: timeout ?? .seconds(60)),
      retry: RetryPolicy(for: patience), bulkDeadline: timeout ?? .seconds(600), reader: reader,
      onWait: { Talk.say("Trying again for \(Figures.time(patience)), since \($0.description)") }
    ) { try named ?? Self.privateCluster().ensureRunning() }
  }

  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
