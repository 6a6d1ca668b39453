import ArgumentParser
import Glibc
import Luban
import Messages

/// Asks before what can't be taken back.
struct ConfirmationOptions: ParsableArguments {
  @Flag(name: [.short, .long], help: "Do not ask.")
  var yes = false

  /// Asks on a terminal; without one, `--yes` is needed.
  func confirm(_ question: Message) throws {
    if yes { return }
    guard Terminal.isTerminal(STDIN_FILENO) else {
      throw LubanError.usage("\(question) Add --yes to do it without being asked.")
    }
    guard Terminal.confirms(question) else { throw CancellationError() }
  }
}
