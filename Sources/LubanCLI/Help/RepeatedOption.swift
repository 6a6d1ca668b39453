import ArgumentParser
import Luban

/// An option that takes one value and is given two: the argument parser would take the last, and say nothing.
enum RepeatedOption {
  /// The error for a command line that gives one twice; `nil` where none is.
  static func error(in line: [String]) -> LubanError? {
    let typed = UnknownOption.typed(in: line)
    let again = typed.enumerated().filter { typed[..<$0.offset].contains($0.element) }.map(\.element)
    // What a command takes is looked up only where something stands twice.
    guard !again.isEmpty, let (_, command) = UnknownCommand.command(of: line),
      let page = try? CommandDump.page(of: command)
    else { return nil }
    for argument in page.arguments ?? [] where argument.kind == .option && !argument.isRepeating {
      let names = (argument.names ?? []).map(\.text)
      if let option = again.first(where: names.contains) {
        return .usage("\(option) is given twice: it takes one value.")
      }
    }
    return nil
  }
}
