import Messages
import ArgumentParser
import Luban
import Tabular

struct AgreementShow: ShowingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows one agreement.",
    discussion: "Example:\n  luban agreement show LW-2026-07")

  @Argument(help: "Code of the agreement.")
  var code: AgreementCode
  @OptionGroup var show: ShowOptions

  func run(_ office: Office) async throws {
    let agreement = try await office.agreements.show(code)
    try show.write(agreement) { fields in
      fields.section("Agreement \(agreement.code)")
      if let number = agreement.number { fields.add("Number", number) }
      fields.add("Kind", agreement.kind.said)
      fields.add("State", agreement.state.said)
      for (index, party) in agreement.parties.enumerated() {
        fields.add(index == 0 ? "Parties" : "", "\(party.code) \(party.name)")
      }
      let scope = agreement.covers.map {
        $0.program == nil ? ("\($0.description) (all programs)" as Message).cell : $0.description
      }
      fields.add(
        "Covers", scope.isEmpty ? "nothing: no cohort opens under it" : scope.joined(separator: ", "))
      if let day = agreement.signedOn { fields.add("Signed", day.iso) }
      fields.add(
        "In force",
        agreement.expiresOn.map { "from \(agreement.effectiveOn); from \($0) on no longer" }
          ?? "from \(agreement.effectiveOn)")
      if let day = agreement.endedOn, let reason = agreement.endReason {
        fields.add(agreement.state == .ended ? "Ended" : "Ends", "\(day): \(reason)")
      }
      if let code = agreement.renews { fields.add("Renews", code.rawValue) }
      if let code = agreement.renewedBy { fields.add("Renewed by", code.rawValue) }
      if let note = agreement.note { fields.add("Note", note) }
      if !agreement.cohorts.isEmpty {
        fields.add("Open or running", agreement.cohorts.map(\.rawValue).joined(separator: ", "))
      }
    }
  }
}
