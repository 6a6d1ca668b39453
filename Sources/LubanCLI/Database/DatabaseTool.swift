import Glibc
import LocalPostgres
import Luban
import Postgres

/// PostgreSQL's own programs, run on the database that is meant.
struct DatabaseTool {
  private let path: String
  private let connection: String

  /// Finds `psql`, `pg_dump` or `pg_restore`: the private server's own, or for another server the newest
  /// installed.
  init(_ name: String, for options: ConnectionOptions) throws {
    let cluster = try ConnectionOptions.privateCluster()
    path = try cluster.tool(name)
    connection = try (options.namedSettings ?? cluster.ensureRunning()).dsn ?? ""
  }

  /// Becomes the program: it has the terminal, and its exit code is ours.
  func become(_ arguments: [String]) throws -> Never {
    let words = [path, "--dbname=\(connection)"] + arguments
    let pointers = words.map { strdup($0) } + [nil]
    execv(path, pointers)
    throw LubanError.connection("\(path) can't be run: \(String(cString: strerror(errno))).")
  }

  /// Runs the program to its end; what it says on stderr is seen.
  func run(_ arguments: [String]) throws {
    let words = [path, "--dbname=\(connection)"] + arguments
    let pointers = words.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    var child = pid_t()
    let code = posix_spawn(&child, path, nil, nil, pointers, environ)
    guard code == 0 else {
      throw LubanError.connection("\(path) can't be run: \(String(cString: strerror(code))).")
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    guard status == 0 else { throw LubanError.connection("\(path) failed; what it said stands above.") }
  }
}
