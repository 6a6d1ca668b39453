import ArgumentParser
import Glibc
import LocalPostgres
import Luban
import Messages
import Postgres
import Proof
import Tabular

/// The one place where an error becomes words on stderr and an exit code.
enum Failure {
  static func end(_ error: any Error) -> Never {
    let error = meant(instead: error, in: Speech.arguments)
    let exit = code(of: error)
    if let words = words(for: error, exit) {
      if exit == .done { print(words) } else { Talk.error(words) }
    }
    Glibc.exit(silent(error)?.rawValue ?? exit.rawValue)
  }

  /// What is wrong with a command line that another one holds, in a sentence, and its exit code.
  static func told(_ error: any Error, in line: [String]) -> (words: String, exit: Exit) {
    let error = meant(instead: error, in: line)
    let exit = code(of: error)
    let words = words(for: error, exit) ?? ""
    // Behind what the argument parser says stands how the command is used.
    let sentence = isArgumentParsers(error) ? words.prefix { $0 != "\n" } : words[...]
    return (sentence.trimmingPrefix("Error: ").description, exit)
  }

  /// What a command line has in it that is no command, or no option, where the argument parser complains.
  private static func meant(instead error: any Error, in line: [String]) -> any Error {
    guard isArgumentParsers(error) else { return error }
    if let unknown = UnknownCommand.error(in: line) { return unknown }
    return code(of: error) == .usage ? UnknownOption.error(in: line) ?? error : error
  }

  /// Prints what was asked for: help, or the version.
  private static func print(_ words: String) {
    do {
      let lines =
        try HelpPage(insteadOf: words)?.lines(Terminal.style)
        ?? VisibleText.lines(words).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      try Pager.show(lines, unless: Speech.arguments.contains("--no-pager"))
    } catch {
      end(error)
    }
  }

  /// A command that has said all it had to say ends by throwing an `Exit`'s code.
  private static func silent(_ error: any Error) -> ExitCode? { error as? ExitCode }

  private static func code(of error: any Error) -> Exit {
    switch error {
    case let error as LubanError: code(of: error)
    case let error as ProofFault: code(of: error)
    case is KeyFile.Exists: .conflict
    case let error as ReportFault: error.exit
    case let error as WritingError where error.fault == .exists: .conflict
    case is CancellationError, is Interruption.Stopped: .interrupted
    case let error as WritingError where error.fault == .closedPipe: .done
    case let error as WritingError where error.isNoSheet: .invalidData
    case is WritingError, is Answer.Lost: .unwritten
    case is LocalPostgresError, is PostgresError: .connection
    case is ReadingError, is HeaderMappingError: .unreadable
    case is ExitCode: .done
    default: Root.exitCode(for: error).isSuccess ? .done : .usage
    }
  }

  private static func code(of error: LubanError) -> Exit {
    switch error {
    case .usage: .usage
    case .notFound, .ambiguous: .notFound
    case .conflict: .conflict
    case .ruleBroken, .forbidden: .ruleBroken
    case .invalidData: .invalidData
    case .connection, .deadline: .connection
    case .schema: .schema
    case .outcomeUnknown: .outcomeUnknown
    case .internal: .internal
    }
  }

  static func code(of fault: ProofFault) -> Exit {
    switch fault {
    case .notACode: .notACode
    case .noSignature: .notSigned
    case .newer: .newerCode
    case .altered: .altered
    case .unknownKey: .unknownKey
    case .otherBody: .otherBody
    case .retiredKey: .retiredKey
    case .compromisedKey: .compromisedKey
    case .listAltered, .noFolder: .listAltered
    case .noKey, .tooLarge: .invalidData
    }
  }

  private static func words(for error: any Error, _ exit: Exit) -> String? {
    switch error {
    case is ExitCode: nil
    case let error as WritingError where error.fault == .closedPipe: nil
    case is CancellationError: said("Stopped. Nothing was changed.")
    case let error as Interruption.Stopped: said("Stopped. \(error.kept)")
    case let error as LubanError: error.told(by: .commands)
    case let error as any SaidError: said(error.said)
    case let error as any CustomStringConvertible & Error where !isArgumentParsers(error): error.description
    default: exit == .done ? Root.fullMessage(for: error) : parsers(Root.fullMessage(for: error))
    }
  }

  /// What the argument parser says, with what may be meant.
  private static func parsers(_ words: String) -> String {
    let told = ParserWords.told(words, in: Speech.catalog)
    guard words.contains("Missing expected argument"), let list = UnknownCommand.listing(in: Speech.arguments)
    else { return told }
    return told.replacing("\n", with: "\n\(said("\(list) shows what there is."))\n", maxReplacements: 1)
  }

  private static func said(_ message: Message) -> String { message.told(in: Speech.catalog) }

  private static func isArgumentParsers(_ error: any Error) -> Bool {
    error is ValidationError || error is CleanExit
      || String(reflecting: type(of: error)).hasPrefix("ArgumentParser.")
  }
}
