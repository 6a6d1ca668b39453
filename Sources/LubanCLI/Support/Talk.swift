import Glibc

/// Talk goes to stderr, so that stdout holds nothing but data.
enum Talk {
  /// Says something, unless `isQuiet`.
  static func say(_ text: String, isQuiet: Bool = false) {
    if !isQuiet { write(text + "\n", to: STDERR_FILENO) }
  }

  /// Says what went wrong.
  static func error(_ text: String) {
    let prefix = Terminal.hasColor(STDERR_FILENO) ? "\u{1B}[31merror:\u{1B}[0m " : "error: "
    write(
      (text.hasPrefix("Error: ") ? String(text.dropFirst(7)) : text).withPrefix(prefix), to: STDERR_FILENO)
  }

  /// Prints what was asked for: help, a version.
  static func print(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if written < 0 && errno != EINTR { return }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(max(0, written)))
      }
    }
  }
}

extension String {
  fileprivate func withPrefix(_ prefix: String) -> String { prefix + self + "\n" }
}
