import Dispatch
import Glibc
import Postgres
import Synchronization

/// A throw-away PostgreSQL cluster on a socket in /tmp, which dies with the process of the tests.
final class TestServer: Sendable {
  /// The folder of the cluster's socket: libpq's `host`.
  let folder: String
  /// What keeps the cluster alive: its guardian ends it when this end of a pipe is closed, however we die.
  private let lifeline: Int32

  /// The one server of the run.
  static let shared: TestServer = {
    do { return try TestServer() } catch { fatalError("no PostgreSQL for the tests: \(error)") }
  }()

  /// Makes a cluster and starts it.
  ///
  /// - Parameter settings: lines for `postgresql.conf`.
  init(settings: [String] = []) throws {
    var template = Array("/tmp/postgres-tests-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure("mkdtemp: \(errno)") }
    let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    self.folder = folder
    // The guardian reads until end of file, which comes when this process is gone, kill -9 included.
    let conf = (Self.settings + settings).joined(separator: "\n")
    let script = """
      set -e
      bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
      run=
      if [ "$(id -u)" = 0 ]; then
        chown postgres "\(folder)"
        run="setpriv --reuid postgres --regid postgres --init-groups"
      fi
      cd "\(folder)"
      $run "$bin/initdb" --no-sync -A trust -U postgres -E UTF8 --locale C.UTF-8 -D data > initdb.log 2>&1
      printf '%s\\n' "\(conf)" >> data/postgresql.conf
      $run "$bin/postgres" -D data -k "\(folder)" -c listen_addresses= > server.log 2>&1 < /dev/null &
      read -r _ || true
      kill -QUIT $! 2> /dev/null || true
      wait $! || true
      rm -rf "\(folder)"
      """
    lifeline = try Self.spawn(script)
    guard eventually(within: .seconds(30), { ping(self.settings()) == .accepting }) else {
      throw Failure("the server in \(folder) does not answer")
    }
  }

  deinit { close(lifeline) }

  private static let settings = [
    "fsync = off", "max_connections = 60", "shared_buffers = 32MB", "restart_after_crash = on",
  ]

  struct Failure: Error {
    let message: String
    init(_ message: String) { self.message = message }
  }

  /// How to reach the cluster.
  func settings(database: String = "postgres", parameters: [String: String] = [:]) -> ConnectionSettings {
    ConnectionSettings(
      dsn: "host=\(folder) user=postgres dbname=\(database)", parameters: parameters,
      applicationName: "PostgresTests")
  }

  /// A pool on the cluster.
  func database(maxConnections: Int = 4, deadlines: Deadlines = Deadlines()) -> Database {
    Database(maxConnections: maxConnections, deadlines: deadlines) { [settings = settings()] in settings }
  }

  /// Starts a shell whose standard input is a pipe from us, and returns our end.
  private static func spawn(_ script: String) throws -> Int32 {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw Failure("socketpair: \(errno)") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    // A group of its own, so that Ctrl-C at the terminal leaves the guardian to do its work.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    let words = ["sh", "-c", script]
    let arguments = words.map { word in strdup(word) } + [nil]
    defer {
      for argument in arguments { free(argument) }
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
      close(ends[0])
    }
    var child: pid_t = 0
    let code = posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, environ)
    guard code == 0 else { throw Failure("posix_spawn: \(code)") }
    return ends[1]
  }
}

/// Waits, blocking, until a condition holds; `false` if it does not come to hold in time.
func eventually(within limit: Duration, _ condition: () throws -> Bool) rethrows -> Bool {
  let end = ContinuousClock.now + limit
  while try !condition() {
    if ContinuousClock.now > end { return false }
    usleep(10_000)
  }
  return true
}
