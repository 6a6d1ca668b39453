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
  case notACode = 21
  case notSigned = 22
  case altered = 23
  case unknownKey = 24
  case otherBody = 25
  case retiredKey = 26
  case compromisedKey = 27
  case listAltered = 28
  case newerCode = 29
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
    case .notACode: "a certificate: this is no code of one"
    case .notSigned: "a certificate: it has no signature"
    case .altered: "a certificate: the code was altered"
    case .unknownKey: "a certificate: signed with a key that is not published"
    case .otherBody: "a certificate: signed by a body that does not award it"
    case .retiredKey: "a certificate: signed with a key that was retired, or not valid yet"
    case .compromisedKey: "a certificate: signed with a key that was compromised"
    case .listAltered: "a certificate: the published list was altered, or is missing"
    case .newerCode: "a certificate: its code needs a newer Luban"
    case .interrupted: "stopped by Ctrl-C; nothing was changed"
    }
  }

  var code: ExitCode { ExitCode(rawValue) }
}
