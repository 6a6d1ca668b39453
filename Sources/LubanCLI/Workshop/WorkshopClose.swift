import ArgumentParser
import Luban
import Tabular

struct WorkshopClose: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Closes a workshop for good.",
    discussion: """
      Refused while a cohort is open or running: these are named. Records the milestone and ends all parts \
      in it.

      Example:
        luban workshop close UZ-SAM --on 2026-11-20 --note "moved" --yes
      """)

  @Argument(help: "Code of the workshop.")
  var workshop: WorkshopCode
  @Option(help: ArgumentHelp("Day of the closing.", valueName: "day"))
  var on = Day.today
  @Option(help: "What should be known beside it.")
  var note: String?
  @OptionGroup var confirmation: ConfirmationOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let before = try await office.workshops.show(workshop)
    try confirmation.confirm(
      """
      Close \(before.line) with \(count: before.cohorts.count, "cohort") and \
      \(count: before.students, "student") on its books?
      """)
    let on = try await office.actualDay(on, at: workshop)
    let closing = try await office.workshops.close(workshop, on: on, note: note)
    try result.report("Closed \(closing.workshop.line), from \(on) on.", closing)
    if !closing.planned.isEmpty {
      let codes = closing.planned.map(\.rawValue).joined(separator: ", ")
      Talk.say("Planned cohorts that will not open: \(codes).", isQuiet: result.isQuiet)
    }
  }
}
