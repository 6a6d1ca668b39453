import Glibc

extension Command {
  /// Starts the program and returns at once.
  ///
  /// Nothing but the three standard streams reaches the child, whatever our caller left open.
  func spawn() throws(LocalPostgresError) -> Child {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    Self.add(output, as: STDOUT_FILENO, to: &actions)
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    Self.add(input, as: STDIN_FILENO, to: &actions)
    for number in Self.openDescriptors where number > STDERR_FILENO {
      posix_spawn_file_actions_addclose(&actions, number)
    }

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    Self.resetSignals(in: &attributes, newSession: inNewSession)

    let words = self.words
    let arguments = words.map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var identifier = pid_t()
    let code = posix_spawn(&identifier, words[0], &actions, &attributes, arguments, variables)
    guard code == 0 else { throw .system(operation: "run", path: words[0], code: code) }
    return Child(identifier: identifier)
  }

  private static func add(_ stream: Stream, as number: Int32, to actions: inout posix_spawn_file_actions_t) {
    switch stream {
    case .null:
      posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0)
    case .append(let path):
      posix_spawn_file_actions_addopen(&actions, number, path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    case .descriptor(let source):
      posix_spawn_file_actions_adddup2(&actions, source, number)
    }
  }

  /// A caller may ignore or block signals (`nohup`, a script's `trap`): the server needs them all.
  private static func resetSignals(in attributes: inout posix_spawnattr_t, newSession: Bool) {
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | (newSession ? setSession : 0)
    posix_spawnattr_setflags(&attributes, Int16(flags))
  }

  /// POSIX_SPAWN_SETSID, which glibc declares only under _GNU_SOURCE and Swift therefore can't see.
  private static let setSession: Int32 = 0x80

  private static var openDescriptors: [Int32] {
    Folder("/proc/self/fd").names.compactMap { Int32($0) }
  }
}
