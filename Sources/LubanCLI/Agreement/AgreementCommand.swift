import Messages
import ArgumentParser
import Luban

struct AgreementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement", abstract: "Agreements: what partners signed, and which programs that covers.",
    subcommands: [
      AgreementAdd.self, AgreementList.self, AgreementShow.self, AgreementEdit.self, AgreementRenew.self,
      AgreementEnd.self,
    ])
}

extension AgreementKind: WordedArgument {}
extension AgreementState: WordedArgument {}

extension AgreementDetails.Clearable: ExpressibleByArgument {}

extension AgreementScope: ExpressibleByArgument {
  /// Reads `UZ-TAS:LOG` and `UZ-TAS`.
  public init?(argument: String) { self.init(argument) }
}

extension Agreement {
  /// The end of a sentence on it: who signed it, what it covers, from when to when.
  var line: Message {
    let parties = parties.map(\.code.rawValue).joined(separator: ", ")
    let scope: Message =
      covers.isEmpty ? "nothing" : Message(verbatim: covers.map(\.description).joined(separator: ", "))
    let end: Message = expiresOn.map { " to \($0)" } ?? " on, without end"
    return "\(kind.said) of \(parties), covers \(scope), from \(effectiveOn)\(end)."
  }

  /// What whoever signs should hear: an agreement without scope opens nothing.
  func tell(isQuiet: Bool) {
    if covers.isEmpty {
      Talk.say(
        "No cohort opens under it: it covers no workshop; luban agreement edit --covers mends that.",
        isQuiet: isQuiet)
    }
  }
}
