import ArgumentParser
import Luban

struct AgreementEdit: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Corrects an agreement, or lets it cover more or less.",
    discussion: """
      Who signed it stays: other parties sign another agreement. What it covers no more goes on where a \
      cohort is open or running.

      Examples:
        luban agreement edit LW-2026-07 --covers UZ-TAS:SOF
        luban agreement edit LW-2026-07 --drop-covers UZ-TAS:SOF
      """)

  @Argument(help: "Number of the agreement.")
  var number: AgreementNumber
  @Option(help: "What was signed.")
  var kind: AgreementKind?
  @Option(
    help: ArgumentHelp(
      "What it covers as well: a program at a workshop, or all of its programs; may be repeated.",
      valueName: "workshop:program"))
  var covers: [AgreementScope] = []
  @Option(help: ArgumentHelp("What it covers no more; may be repeated.", valueName: "workshop:program"))
  var dropCovers: [AgreementScope] = []
  @Option(help: ArgumentHelp("Day of the signature.", valueName: "day"))
  var signed: Day?
  @Option(help: ArgumentHelp("First day in force.", valueName: "day"))
  var effective: Day?
  @Option(help: ArgumentHelp("First day no longer in force.", valueName: "day"))
  var expires: Day?
  @Option(help: "Free remark.")
  var note: String?
  @Option(help: "What is to be emptied; may be repeated.")
  var clear: [AgreementChanges.Clearable] = []
  @OptionGroup var result: ResultOptions

  func validate() throws {
    let values: [Any?] = [kind, signed, effective, expires, note]
    if covers.isEmpty, dropCovers.isEmpty, clear.isEmpty, values.allSatisfy({ $0 == nil }) {
      throw ValidationError("Say what to change.")
    }
  }

  func run(_ office: Office) async throws {
    var changes = AgreementChanges()
    changes.kind = kind
    changes.covers = covers
    changes.droppedCovers = dropCovers
    changes.signedOn = signed
    changes.effectiveOn = effective
    changes.expiresOn = expires
    changes.note = note
    changes.cleared = Set(clear)
    let agreement = try await office.agreements.edit(number, changes)
    try result.report("Changed \(agreement.number): \(agreement.line)", agreement)
    agreement.tell(isQuiet: result.isQuiet)
  }
}
