import LocalPostgres

/// The one PostgreSQL of a test run: made at first use, gone with the process, however it ends.
public enum TestServer {
  private static let cluster: Cluster = {
    do { return try Cluster.throwaway(program: "luban-tests", role: "luban", database: "luban") } catch {
      fatalError("no PostgreSQL for the tests: \(error)")
    }
  }()

  /// How to reach a database of it, as libpq's DSN.
  public static func dsn(_ database: String = "postgres") -> String {
    do {
      // Of a keyword named twice, libpq takes the last.
      return try "\(cluster.connectionSettings.dsn ?? "") dbname=\(database)"
    } catch {
      fatalError("no socket for the tests: \(error)")
    }
  }
}
