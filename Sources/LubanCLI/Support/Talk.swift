import Glibc
import Messages
import Tabular

/// Talk goes to stderr, so that stdout holds nothing but data.
///
/// What is said may hold what stands in arguments and files: it can neither command the terminal nor turn
/// around what stands beside it.
enum Talk {
  /// Says something, unless `isQuiet`.
  static func say(_ message: Message, isQuiet: Bool = false) {
    if !isQuiet { write(VisibleText.lines(message.told(in: Speech.catalog)) + "\n", to: STDERR_FILENO) }
  }

  /// Asks something, and stays on the line for the answer.
  static func ask(_ message: Message) {
    write(VisibleText.lines(message.told(in: Speech.catalog)) + " ", to: STDERR_FILENO)
  }

  /// Says what went wrong.
  static func error(_ text: String) {
    let label = ("error:" as Message).told(in: Speech.catalog)
    // The colon of Chinese has its blank in it.
    let gap = Speech.catalog.language == .chinese ? "" : " "
    let prefix = (Terminal.hasColor(STDERR_FILENO) ? "\u{1B}[31m\(label)\u{1B}[0m" : label) + gap
    let said = text.hasPrefix("Error: ") ? String(text.dropFirst(7)) : text
    write(prefix + VisibleText.lines(said) + "\n", to: STDERR_FILENO)
  }

  /// Prints what was done.
  static func print(_ message: Message) throws { try print(message.told(in: Speech.catalog)) }

  /// Prints what was asked for: help, a version.
  @_disfavoredOverload
  static func print(_ text: String) throws {
    let sink = ByteSink.standardOutput()
    try sink.write(VisibleText.lines(text) + "\n")
    try sink.flush()
  }

  /// Writes as it is: what is no talk but a signal to the terminal, or data for another program.
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
