import ArgumentParser
import Luban
import Messages
import Tabular

struct PlacementShow: ShowingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows a placement with hours and evaluations.",
    discussion: "Example:\n  luban placement show S-00001")

  @OptionGroup var which: PlacementOptions
  @Option(help: ArgumentHelp("The placement of this day; the latest unless given.", valueName: "day"))
  var on: Day?
  @OptionGroup var show: ShowOptions

  func run(_ office: Office) async throws {
    var reference = which.reference
    reference.day = on
    let placement = try await office.placements.show(reference)
    try show.write(placement) { fields in
      fields.section("\(placement.student) \(placement.name) in \(placement.cohort)")
      fields.add("Offer", "\(placement.offer) \(placement.title) at \(placement.partner)")
      fields.add("Days", "\(placement.beginsOn) to \(placement.endsOn)")
      if let day = placement.endedOn { fields.add("Ended", "\(day): \(placement.endReason ?? "")") }
      if let supervisor = placement.supervisor { fields.add("Supervisor", supervisor) }
      fields.add("Hours", "\(placement.worked.amount) of \(placement.planned.amount)")
      for one in placement.evaluations {
        let by: Message = one.by.map { " by \($0)" } ?? ""
        let passed: Message = one.passed ? "passed" : "not passed"
        let comment: Message = one.comment.map { ": \($0)" } ?? ""
        fields.add(
          one.side == .enterprise ? "Enterprise" : "School",
          "\(one.mark) (\(one.scale), \(passed)) on \(one.on)\(by)\(comment)")
      }
      if placement.log.isEmpty { return }
      fields.section("Days worked: \(placement.log.count)")
      fields.add(
        TextTable(
          columns: [
            TextColumn("day"), TextColumn("hours", .trailing), TextColumn("task"), TextColumn("note"),
          ],
          rows: placement.log.map { [$0.on.iso, $0.hours.amount, $0.task, $0.note] }))
    }
  }
}
