import ArgumentParser
import Luban
import Tabular

struct AgreementShow: ShowingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows one agreement.",
    discussion: "Example:\n  luban agreement show LW-2026-07")

  @Argument(help: "Number of the agreement.")
  var number: AgreementNumber
  @OptionGroup var show: ShowOptions

  func run(_ office: Office) async throws {
    let agreement = try await office.agreements.show(number)
    try show.write(agreement) { fields in
      fields.section("Agreement \(agreement.number)")
      fields.add("Kind", agreement.kind.said)
      fields.add("State", agreement.state.said)
      for (index, party) in agreement.parties.enumerated() {
        fields.add(index == 0 ? "Parties" : "", "\(party.code) \(party.name)")
      }
      let scope = agreement.covers.map { $0.program == nil ? "\($0) (all programs)" : $0.description }
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
      if let number = agreement.renews { fields.add("Renews", number.rawValue) }
      if let number = agreement.renewedBy { fields.add("Renewed by", number.rawValue) }
      if let note = agreement.note { fields.add("Note", note) }
      if !agreement.cohorts.isEmpty {
        fields.add("Open or running", agreement.cohorts.map(\.rawValue).joined(separator: ", "))
      }
    }
  }
}
