import ArgumentParser
import Messages

/// The exit codes, each documented in docs/reference/exit-codes.md and `luban help exit-codes`.
enum Exit: Int32, CaseIterable {
  case done = 0
  case `internal` = 1
  case usage = 2
  case notFound = 3
  case conflict = 4
  case ruleBroken = 5
  case invalidData = 6
  case partly = 7
  case connection = 8
  case outcomeUnknown = 9
  case schema = 10
  case unreadable = 11
  case unwritten = 12
  case interrupted = 130

  var meaning: Message {
    switch self {
    case .done: "done; for an import: every line"
    case .internal: "a fault of Luban's own"
    case .usage: "the command line makes no sense"
    case .notFound: "nothing has that code"
    case .conflict: "it is there already, or in use"
    case .ruleBroken: "a rule forbids it, or the rights of the login; nothing was changed"
    case .invalidData: "the data are refused; for an import: no line was taken"
    case .partly: "done for some; the others are listed with the reason"
    case .connection: "the database can't be reached, or kept silent; nothing was changed"
    case .outcomeUnknown: "the commit was sent and its answer lost: look before running it again"
    case .schema: "the schema is missing or of another version; what to do is said"
    case .unreadable: "the file can't be read"
    case .unwritten: "the answer could not be written; where something was changed, that is said"
    case .interrupted: "stopped by Ctrl-C; nothing was changed"
    }
  }

  var code: ExitCode { ExitCode(rawValue) }
}
