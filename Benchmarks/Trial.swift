import FoundationEssentials
import Glibc

/// A command to be timed, as a whole process.
struct Trial {
  /// The program and its arguments.
  let words: [String]
  /// The file it reads as standard input.
  var input = "/dev/null"
  /// The file it writes its standard output to.
  var output = "/dev/null"

  /// The exit code of a run that is one: of an import that leaves lines out it is 7.
  var success: Int32 = 0

  /// What one run took.
  struct Cost {
    /// From start to end, in seconds.
    let seconds: Double
    /// Most memory that the process held, in bytes.
    let peakMemory: Int
  }

  /// Runs it once.
  ///
  /// - Throws: ``BenchmarkError`` if it can't be started or fails, with what it said.
  func run() throws -> Cost {
    var errorPath = Array("/tmp/luban-bench-XXXXXX".utf8CString)
    let errors = mkstemp(&errorPath)
    defer {
      close(errors)
      unlink(errorPath)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    let arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }

    let start = ContinuousClock.now
    var child = pid_t()
    let code = posix_spawnp(&child, words[0], &actions, nil, arguments, environ)
    guard code == 0 else { throw BenchmarkError(message: "\(words[0]): \(String(cString: strerror(code)))") }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0 && errno == EINTR {}
    let elapsed = ContinuousClock.now - start
    guard status == success << 8 else {
      throw BenchmarkError(message: "\(words.joined(separator: " "))\n\(Self.text(of: errors))")
    }
    return Cost(seconds: elapsed / .seconds(1), peakMemory: usage.ru_maxrss << 10)
  }

  /// Runs it once, and gives what it printed.
  func output(in folder: String) throws -> Data {
    var trial = self
    trial.output = "\(folder)/output"
    _ = try trial.run()
    return try Data(contentsOf: URL(filePath: trial.output))
  }

  private static func text(of file: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = pread(file, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
  }
}

/// Why a yardstick could not be laid.
struct BenchmarkError: Error, CustomStringConvertible {
  let message: String
  var description: String { message }
}
