import FoundationEssentials
import Glibc

/// Where benchmarks are run: a private cluster of Luban's own, with its durable settings, and a folder for files.
struct Yard {
  /// The release binary.
  let luban: String
  /// Folder for the files that are read.
  let folder: String
  /// The socket's folder of the server.
  let socket: String
  /// The file that the server logs to.
  let log: String
  /// The real psql; Debian's `psql` on the path is a slower wrapper.
  let psql: String

  /// Makes the cluster and puts the real workshops in.
  init(luban: String) throws {
    self.luban = luban
    var path = Array("/tmp/luban-yard-XXXXXX".utf8CString)
    guard mkdtemp(&path) != nil else { throw BenchmarkError(message: "mkdtemp: \(errno)") }
    chmod(path, 0o755)
    folder = String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    setenv("LUBAN_HOME", "\(folder)/home", 1)
    for name in ["LUBAN_DSN", "PGHOST", "PGDATABASE", "PGSERVICE"] { unsetenv(name) }
    // As Luban's own sessions have it, which psql would otherwise compile for.
    setenv("PGOPTIONS", "-c jit=off", 1)
    _ = try Trial(words: [luban, "seed", "workshops", "--quiet"]).run()
    let status = try Trial(words: [luban, "db", "status", "--format", "json"]).output(in: folder)
    let facts = try JSONDecoder().decode(Status.self, from: status)
    (socket, log) = (facts.socket, facts.log)
    psql = try Self.realPsql(major: facts.version.prefix { $0 != "." })
    try sql("alter system set autovacuum = off", "select pg_reload_conf()", in: "postgres")
  }

  private struct Status: Decodable {
    let socket: String
    let log: String
    let version: String
  }

  private static func realPsql(major: Substring) throws -> String {
    let paths = ["/usr/lib/postgresql/\(major)/bin/psql", "/usr/pgsql-\(major)/bin/psql"]
    guard let found = paths.first(where: { access($0, X_OK) == 0 }) else {
      throw BenchmarkError(message: "psql is in none of \(paths)")
    }
    return found
  }

  /// Ends the server and removes everything.
  func clear() {
    _ = try? Trial(words: [luban, "db", "destroy", "--yes", "--quiet"]).run()
    _ = try? Trial(words: ["rm", "-rf", folder]).run()
  }

  /// A command of Luban's on a database.
  func luban(_ words: String..., on database: String) -> Trial { luban(words, on: database) }

  /// A command of Luban's on a database.
  func luban(_ words: [String], on database: String) -> Trial {
    Trial(words: [luban] + words + ["--dsn", "host=\(socket) user=luban dbname=\(database)"])
  }

  /// psql on a database, with options of its own.
  func psql(_ words: String..., on database: String, input: String = "/dev/null") -> Trial {
    Trial(words: psqlWords(database) + words, input: input)
  }

  /// psql on a database, with options of its own.
  func psql(_ words: [String], on database: String) -> Trial { Trial(words: psqlWords(database) + words) }

  private func psqlWords(_ database: String) -> [String] {
    [psql, "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", socket, "-U", "luban", "-d", database]
  }

  /// Runs statements, each in a transaction of its own.
  func sql(_ statements: String..., in database: String) throws {
    _ = try Trial(words: psqlWords(database) + statements.flatMap { ["-c", $0] }).run()
  }

  /// Runs a script of Benchmarks/sql.
  func script(_ name: String, in database: String, _ variables: [String: String] = [:]) throws {
    let settings = variables.flatMap { ["-v", "\($0.key)=\($0.value)"] }
    _ = try Trial(words: psqlWords(database) + settings + ["-f", Self.path(name)]).run()
  }

  /// One value that a query yields.
  func value(_ query: String, in database: String) throws -> String {
    let output = try Trial(words: psqlWords(database) + ["-At", "-c", query]).output(in: folder)
    return String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// The last statement with a beginning that a command sends to a database, as the server logs it.
  func statement(_ beginning: String, of command: Trial, on database: String) throws -> String {
    try sql("alter database \(database) set log_statement = 'all'", in: "postgres")
    _ = try command.run()
    try sql("alter database \(database) reset log_statement", in: "postgres")
    let text = String(decoding: try Data(contentsOf: URL(filePath: log)), as: UTF8.self)
    let entries = text.replacing("\n\t", with: "\u{1}").split(separator: "\n")
    guard let entry = entries.last(where: { $0.contains(beginning) }),
      let start = entry.firstRange(of: beginning)
    else {
      throw BenchmarkError(message: "no statement \(beginning) in \(log)")
    }
    return (beginning + entry[start.upperBound...]).replacing("\u{1}", with: "\n")
  }

  /// Writes the rows of a script of Benchmarks/sql, which copies to stdout, into a file of the yard.
  func file(_ name: String, from script: String, in database: String, _ variables: [String: String]) throws
    -> String
  {
    let path = "\(folder)/\(name)"
    let settings = variables.flatMap { ["-v", "\($0.key)=\($0.value)"] }
    _ = try Trial(words: psqlWords(database) + settings + ["-o", path, "-f", Self.path(script)]).run()
    return path
  }

  /// Makes a database anew as a copy of another.
  func clone(_ template: String, as name: String) throws {
    try sql(
      "set client_min_messages = warning", "drop database if exists \(name)",
      "create database \(name) template \(template) strategy file_copy", in: "postgres")
  }

  /// Path of a script of Benchmarks/sql.
  static func path(_ name: String) -> String {
    let top = "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/")
    return "\(top)/sql/\(name).sql"
  }
}
