import Postgres
import Support

/// The server of the run, as this module's tests reach it.
struct TestServer {
  static let shared = TestServer()

  /// How to reach the cluster.
  func settings(database: String = "postgres", parameters: [String: String] = [:]) -> ConnectionSettings {
    ConnectionSettings(
      dsn: Support.TestServer.dsn(database), parameters: parameters, applicationName: "PostgresTests")
  }

  /// A pool on the cluster.
  func database(maxConnections: Int = 4, deadlines: Deadlines = Deadlines()) -> Database {
    Database(maxConnections: maxConnections, deadlines: deadlines) { [settings = settings()] in settings }
  }
}
