import Glibc
import LocalPostgres
import Luban
import Postgres

/// PostgreSQL's own programs, run on the database that is meant.
struct DatabaseTool {
  let name: String
  private let path: String
  private let connection: String

  /// Finds `psql` or `pg_dump`: the private server's own, or for another server the newest installed.
  init(_ name: String, for options: ConnectionOptions) throws {
    let cluster = try ConnectionOptions.privateCluster()
    let (dsn, password) = try (options.namedSettings ?? cluster.ensureRunning()).partingPassword()
    connection = "--dbname=" + dsn
    // Arguments are read by anybody on the machine, the environment by nobody else.
    if let password { setenv("PGPASSWORD", password, 1) }
    path = try cluster.tool(name)
    self.name = name
  }

  /// Becomes the program: it has the terminal, and its exit code is ours.
  func become(_ arguments: [String]) throws -> Never {
    for number in Self.signals { signal(number, SIG_DFL) }
    // Our thread is one of a pool, on which signals are blocked, and the program would inherit that.
    var none = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, nil)
    let pointers = ([path, connection] + arguments).map { strdup($0) } + [nil]
    execv(path, pointers)
    throw LubanError.connection("\(path) can't be run: \(String(cString: strerror(errno))).")
  }

  /// Starts the program on the database; what it says on stderr is seen.
  func start(_ arguments: [String], input: Int32? = nil, output: Int32? = nil) throws -> RunningTool {
    try RunningTool(name, path, [connection] + arguments, input: input, output: output)
  }

  /// Starts a program that reads a file and needs no database.
  static func start(
    _ name: String, _ arguments: [String], output: Int32? = nil, errors: Int32? = nil
  ) throws -> RunningTool {
    let path = try ConnectionOptions.privateCluster().tool(name)
    return try RunningTool(name, path, arguments, output: output, errors: errors)
  }

  /// What Luban takes from its own hands, and its children are to have as usual.
  fileprivate static let signals = [SIGINT, SIGTERM, SIGHUP, SIGPIPE]
}

/// A program at work: one of PostgreSQL's, or a browser.
struct RunningTool {
  private let name: String
  private let process: pid_t

  init(
    _ name: String, _ path: String, _ arguments: [String], input: Int32? = nil, output: Int32? = nil,
    errors: Int32? = nil, others: [(ours: Int32, theirs: Int32)] = []
  ) throws {
    self.name = name
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (ours, theirs) in [(input, STDIN_FILENO), (output, STDOUT_FILENO), (errors, STDERR_FILENO)] {
      if let ours { posix_spawn_file_actions_adddup2(&actions, ours, theirs) }
    }
    for (ours, theirs) in others { posix_spawn_file_actions_adddup2(&actions, ours, theirs) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in DatabaseTool.signals { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // As in `become`: the thread that starts it blocks them all.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    let words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    let code = posix_spawn(&child, path, &actions, &attributes, words, environ)
    guard code == 0 else {
      throw LubanError.connection("\(path) can't be run: \(String(cString: strerror(code))).")
    }
    process = child
  }

  /// Waits for the end of the program; stopped by Ctrl-C, it is stopped too.
  ///
  /// - Parameter isCommitting: whether it is past the point where it could be stopped, so that Ctrl-C
  ///   changes nothing.
  /// - Returns: its status as the system tells it.
  func status(isCommitting: Bool = false) throws -> Int32 {
    var status: Int32 = 0
    var isStopped = false
    while waitpid(process, &status, WNOHANG) == 0 {
      if Task.isCancelled, !isStopped, !isCommitting {
        kill(process, SIGTERM)
        isStopped = true
      }
      usleep(5_000)
    }
    if Task.isCancelled, !isCommitting { throw CancellationError() }
    return status
  }

  /// Waits likewise, and tells whether it did what it was to do.
  func hasSucceeded(isCommitting: Bool = false) throws -> Bool { try status(isCommitting: isCommitting) == 0 }

  /// Waits for the end of the program, and throws where it failed.
  func finish(_ consequence: String, isCommitting: Bool = false) throws {
    guard try hasSucceeded(isCommitting: isCommitting) else {
      throw LubanError.connection("\(name) failed; what it said stands above. \(consequence)")
    }
  }
}
