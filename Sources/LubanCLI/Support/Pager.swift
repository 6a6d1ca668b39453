import ArgumentParser
import Glibc
import Tabular

/// Whether long text may be shown by a pager.
struct PagingOptions: ParsableArguments {
  @Flag(name: .long, help: "Show it all at once, not by the pager (LUBAN_PAGER, else PAGER, else less).")
  var noPager = false
}

/// The program by which what is longer than the terminal is read, as psql and git have it.
enum Pager {
  /// Writes lines to stdout: on a terminal by the pager, where they are more than fit on it.
  static func show(_ lines: [String], unless isRefused: Bool = false) throws {
    let isLong = Terminal.height(STDOUT_FILENO).map { lines.count >= $0 } ?? false
    if isLong, !isRefused, let command, try show(lines, by: command) { return }
    let sink = ByteSink.standardOutput()
    try sink.write(lines: lines)
    try sink.flush()
  }

  /// The command that was named; an empty one is none, and so is any on a terminal that can do nothing.
  private static var command: String? {
    guard ConnectionOptions.environment("TERM").map({ $0 != "dumb" }) == true else { return nil }
    guard let named = getenv("LUBAN_PAGER") ?? getenv("PAGER") else {
      return isInstalled("less") ? "less" : nil
    }
    let command = String(cString: named)
    return command.allSatisfy(\.isWhitespace) ? nil : command
  }

  private static func isInstalled(_ program: String) -> Bool {
    let folders = ConnectionOptions.environment("PATH")?.split(separator: ":") ?? []
    return folders.contains { access("\($0)/\(program)", X_OK) == 0 }
  }

  /// What a shell answers for a program that is not there.
  private static let notFound: Int32 = 127

  /// Whether the pager was there to show it; to leave it before the end is no error.
  private static func show(_ lines: [String], by command: String) throws -> Bool {
    // It ends by itself what fits, shows styles, and leaves the text on the screen.
    setenv("LESS", "FRX", 0)
    let pipe = try Pipe()
    return try Interruption.leavingKeysToOthers {
      let pager = try RunningTool("the pager", "/bin/sh", ["-c", command], input: pipe.output)
      pipe.closeOutput()
      let sink = ByteSink(descriptor: pipe.input, name: "the pager")
      do throws(WritingError) {
        try sink.write(lines: lines)
        try sink.flush()
      } catch  where error.fault == .closedPipe {}
      pipe.closeInput()
      return try pager.status(isCommitting: true) >> 8 != notFound
    }
  }
}
