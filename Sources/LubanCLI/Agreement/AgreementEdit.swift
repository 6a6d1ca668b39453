import ArgumentParser
import Luban

struct AgreementEdit: EditingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Corrects an agreement, or lets it cover more or less.",
    discussion: """
      Who signed it stays: other parties sign another agreement. What it covers no more goes on where a \
      cohort is open or running.

      Examples:
        luban agreement edit LW-2026-07 --covers UZ-TAS:SOF
        luban agreement edit LW-2026-07 --drop-covers UZ-TAS:SOF
      """)

  @Argument(help: "Code of the agreement.")
  var code: AgreementCode
  @Option(help: "What was signed.")
  var kind: AgreementKind?
  @Option(
    help: ArgumentHelp(
      "What it covers as well: a program at a workshop, or all of its programs; may be repeated.",
      valueName: "workshop:program"))
  var covers: [AgreementScope] = []
  @Option(help: ArgumentHelp("What it covers no more; may be repeated.", valueName: "workshop:program"))
  var dropCovers: [AgreementScope] = []
  @Option(help: ArgumentHelp("First day in force.", valueName: "day"))
  var effective: Day?
  @OptionGroup var said: AgreementOptions
  @Option(help: "What is to be emptied; may be repeated.")
  var clear: [AgreementDetails.Clearable] = []
  @OptionGroup var result: ResultOptions

  var changes: AgreementDetails {
    var changes = said.details
    (changes.kind, changes.effectiveOn, changes.cleared) = (kind, effective, Set(clear))
    (changes.covers, changes.droppedCovers) = (covers, dropCovers)
    return changes
  }

  func run(_ office: Office) async throws {
    let agreement = try await office.agreements.edit(code, changes)
    try result.report("Changed \(agreement.code): \(agreement.line)", agreement)
    agreement.tell(isQuiet: result.isQuiet)
  }
}
