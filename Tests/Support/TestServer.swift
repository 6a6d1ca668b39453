import Glibc
import LocalPostgres

/// The one PostgreSQL of a test run: made at first use, gone with the process, however it ends.
public enum TestServer {
  private static let cluster: Cluster = {
    do {
      return try Cluster.throwaway(program: "luban-tests", role: "luban", database: "luban", in: folder)
    } catch {
      fatalError("no PostgreSQL for the tests: \(error)")
    }
  }()

  /// In memory where there is enough: a database is a thousand files, and every test clones them.
  private static let folder: String = {
    var space = statvfs()
    let isThere = statvfs("/dev/shm", &space) == 0
    return isThere && space.f_bavail * space.f_frsize > 2 << 30 ? "/dev/shm" : "/tmp"
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

  /// The file that the server writes its log to.
  static func log() async throws -> String { try await cluster.status().logFile }
}
