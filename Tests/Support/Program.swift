import Dispatch
import FoundationEssentials
import Glibc

/// The real binary, run as a user would.
public struct Program: Sendable {
  /// What came of a run.
  public struct Outcome: Sendable, Equatable {
    /// All of standard output.
    public let output: String
    /// All of standard error.
    public let talk: String
    /// The exit code; 128 and the number of a signal.
    public let exitCode: Int32

    /// What should come.
    public init(output: String, talk: String, exitCode: Int32) {
      self.output = output
      self.talk = talk
      self.exitCode = exitCode
    }
  }

  /// Top of the repository.
  public static let repository: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// Folder of the binary under test: LUBAN_BINARIES, or that of the debug build.
  public static let binaries: String = {
    if let named = getenv("LUBAN_BINARIES") { return String(cString: named) }
    return repository + "/.build/debug"
  }()

  /// Runs a line of shell with `luban` on its path and the given database, for a reader of a language.
  public static func shell(
    _ line: String, dsn: String, folder: String = "/tmp", language: String = ""
  ) throws -> Outcome {
    var paths = (
      out: Array("/tmp/luban-out-XXXXXX".utf8CString), err: Array("/tmp/luban-err-XXXXXX".utf8CString)
    )
    let files = (out: mkstemp(&paths.out), err: mkstemp(&paths.err))
    // Not for the other children that tests start meanwhile.
    for file in [files.out, files.err] { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
    defer { for file in [files.out, files.err] { close(file) } }
    unlink(paths.out)
    unlink(paths.err)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, files.out, 1)
    posix_spawn_file_actions_adddup2(&actions, files.err, 2)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // A thread of the pool blocks all signals, and a shell that never hears of the end of its children waits for ever.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let words = ["sh", "-c", "cd '\(folder)' && \(line)"]
    let settings = [
      "PATH=\(binaries):/usr/local/bin:/usr/bin:/bin", "LUBAN_DSN=\(dsn)", "LANG=C.UTF-8", "TZ=UTC",
      "HOME=/tmp", "LUBAN_LANG=\(language)",
    ]
    let arguments = words.map { strdup($0) } + [nil]
    let environment = settings.map { strdup($0) } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, environment)
    guard code == 0 else { throw ProgramError(message: "posix_spawn: \(code)") }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    let exitCode = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
    return Outcome(output: contents(files.out), talk: contents(files.err), exitCode: exitCode)
  }

  private static func contents(_ file: Int32) -> String {
    lseek(file, 0, SEEK_SET)
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(file, &chunk, chunk.count)
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Why the binary could not be run.
public struct ProgramError: Error {
  let message: String
}
