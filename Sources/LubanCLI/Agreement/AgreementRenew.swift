import ArgumentParser
import Luban

struct AgreementRenew: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "renew", abstract: "Renews an agreement under a new code.",
    discussion: """
      Kind, parties and scope are those of the agreement before, unless given; it begins when that one \
      expires or was ended, unless told. The agreement before stays on the books as it was.

      Example:
        luban agreement renew LW-2026-07 --as LW-2026-11 \\
          --signed 2026-11-02 --expires 2036-04-01
      """)

  @Argument(help: "Code of the agreement to renew.")
  var code: AgreementCode
  @Option(name: .customLong("as"), help: ArgumentHelp("Code of the new one.", valueName: "code"))
  var newCode: AgreementCode
  @Option(help: "Number on the new paper.")
  var number: String?
  @Option(
    name: .customLong("party"),
    help: ArgumentHelp("Partner that signed it; those of the one before unless given.", valueName: "code"))
  var parties: [PartnerCode] = []
  @Option(
    help: ArgumentHelp(
      "What it covers; what the one before did unless given.", valueName: "workshop:program"))
  var covers: [AgreementScope] = []
  @Option(help: ArgumentHelp("Day of the signature.", valueName: "day"))
  var signed: Day?
  @Option(
    help: ArgumentHelp(
      "First day in force; the day the one before expires or was ended unless given.", valueName: "day"))
  var effective: Day?
  @Option(help: ArgumentHelp("First day no longer in force; none for no end.", valueName: "day"))
  var expires: Day?
  @Option(help: "Free remark.")
  var note: String?
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var renewal = AgreementRenewal(code: newCode)
    renewal.number = number
    renewal.parties = parties
    renewal.covers = covers
    renewal.signedOn = signed
    renewal.effectiveOn = effective
    renewal.expiresOn = expires
    renewal.note = note
    let agreement = try await office.agreements.renew(code, as: renewal)
    try result.report("Renewed \(code) as \(agreement.code): \(agreement.line)", agreement)
    agreement.tell(isQuiet: result.isQuiet)
    try await office.tellInactive(.named(agreement.parties.map(\.code)), isQuiet: result.isQuiet)
  }
}
