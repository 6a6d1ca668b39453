import ArgumentParser
import Luban

struct AgreementAdd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds an agreement of two or more partners.",
    discussion: """
      A cohort opens only where an agreement in force covers its program: --covers UZ-TAS:LOG for a \
      program at a workshop, --covers UZ-TAS for all of its programs. The day it expires is the first one \
      no longer in force.

      Example:
        luban agreement add LW-2026-07 --kind joint-training \\
          --number "№ 17/2026-МС" --party UZ-TSTU --party CN-TJMC \\
          --covers UZ-TAS:LOG \\
          --signed 2026-03-20 --effective 2026-04-01 --expires 2031-04-01
      """)

  @Argument(help: "Code of the agreement.")
  var code: AgreementCode
  @Option(help: "What was signed.")
  var kind: AgreementKind
  @Option(
    name: .customLong("party"), help: ArgumentHelp("Partner that signed it; two or more.", valueName: "code"))
  var parties: [PartnerCode]
  @Option(
    help: ArgumentHelp(
      "What it covers: a program at a workshop, or all of its programs; may be repeated.",
      valueName: "workshop:program"))
  var covers: [AgreementScope] = []
  @Option(help: ArgumentHelp("First day in force.", valueName: "day"))
  var effective: Day
  @OptionGroup var said: AgreementOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var details = said.details
    (details.kind, details.covers, details.effectiveOn) = (kind, covers, effective)
    let agreement = try await office.agreements.add(code, of: parties, details)
    try result.report("Added \(agreement.code): \(agreement.line)", agreement)
    agreement.tell(isQuiet: result.isQuiet)
    try await office.tellInactive(.named(agreement.parties.map(\.code)), isQuiet: result.isQuiet)
  }
}

/// What may be said of a new agreement and of one that is changed.
struct AgreementOptions: ParsableArguments {
  @Option(help: "Number on the paper, as the parties write it.")
  var number: String?
  @Option(help: ArgumentHelp("Day of the signature.", valueName: "day"))
  var signed: Day?
  @Option(help: ArgumentHelp("First day no longer in force; none for no end.", valueName: "day"))
  var expires: Day?
  @Option(help: "Free remark.")
  var note: String?

  var details: AgreementDetails {
    AgreementDetails {
      ($0.number, $0.signedOn, $0.expiresOn, $0.note) = (number, signed, expires, note)
    }
  }
}
