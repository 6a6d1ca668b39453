import Messages
import ArgumentParser
import Luban

struct AgreementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement", abstract: "Agreements: what partners signed, and which programs that covers.",
    subcommands: [
      AgreementAdd.self, AgreementList.self, AgreementShow.self, AgreementEdit.self, AgreementRenew.self,
      AgreementEnd.self, AgreementImport.self,
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

  /// What whoever signs should hear: a number that stands on another paper, and that no scope opens nothing.
  func tell(isQuiet: Bool) {
    if let number, !sameNumber.isEmpty {
      let others = sameNumber.map(\.rawValue).joined(separator: ", ")
      Talk.say(
        "The number \(number) is that of \(others), too, of the same parties: is it the same paper?",
        isQuiet: isQuiet)
    }
    if covers.isEmpty {
      Talk.say(
        "No cohort opens under it: it covers no workshop; luban agreement edit --covers mends that.",
        isQuiet: isQuiet)
    }
  }
}

struct AgreementImport: ImportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Enters agreements with their parties and scope from a file.",
    discussion: """
      A line is an agreement: agreement, number, kind, parties, covers, signed_on, effective_on and so on; \
      luban import template agreements lists the headers. Sent again nothing changes; --update takes over \
      what differs.

      Example:
        printf '%s\\n' agreement,kind,parties,covers,effective_on \\
          'LW-26,memorandum,UZ-TSTU; CN-TJMC,UZ-TAS:LOG,2026-04-01' \\
          > signed.csv
        luban agreement import signed.csv
      """)

  static let form = ImportForm.agreements
  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportAnyOptions
  @OptionGroup var result: ResultOptions
}
