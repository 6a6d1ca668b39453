import Glibc
import Messages
import Tabular

/// What the terminal, if there is one, can do.
enum Terminal {
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Color on a terminal, unless NO_COLOR is set to anything.
  static func hasColor(_ descriptor: Int32) -> Bool {
    guard isTerminal(descriptor), getenv("TERM").map({ String(cString: $0) }) != "dumb" else { return false }
    guard let refused = getenv("NO_COLOR") else { return true }
    return refused.pointee == 0
  }

  /// Columns of the terminal, `nil` where output is no terminal.
  static func width(_ descriptor: Int32) -> Int? { size(descriptor).flatMap { count($0.ws_col) } }

  /// Lines of the terminal, `nil` where output is no terminal.
  static func height(_ descriptor: Int32) -> Int? { size(descriptor).flatMap { count($0.ws_row) } }

  private static func size(_ descriptor: Int32) -> winsize? {
    var size = winsize()
    guard isTerminal(descriptor), ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
    return size
  }

  /// A terminal that does not know its size says 0.
  private static func count(_ cells: UInt16) -> Int? { cells > 0 ? Int(cells) : nil }

  /// How tables for people look on stdout.
  static var style: TextStyle {
    TextStyle(
      bold: hasColor(STDOUT_FILENO), isolates: isTerminal(STDOUT_FILENO), width: width(STDOUT_FILENO),
      catalog: Speech.catalog)
  }

  /// Asks on the terminal for a line.
  static func answer(_ question: Message) -> String {
    Talk.ask(question)
    let line = readLine() ?? ""
    return line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Asks on the terminal; anything but yes is no.
  static func confirms(_ question: Message) -> Bool {
    Talk.ask("\(question) [y/N]")
    let answer = readLine()?.lowercased() ?? ""
    return answer == "y" || answer == "yes"
  }
}
