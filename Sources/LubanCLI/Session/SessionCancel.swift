import Messages
import ArgumentParser
import Luban

struct SessionCancel: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel",
    abstract: "Cancels sessions of a class on a day, or lets them take place after all.",
    discussion: """
      All sessions of the day, unless --at names one. A whole day at a workshop: luban holiday add.

      Examples:
        luban class cancel UZ-TAS-LOG-2026A/LOG-105 --on 2026-09-28 \\
          --reason "the teacher is ill"
        luban class cancel UZ-TAS-LOG-2026A/LOG-105 --on 2026-09-28 --undo
      """)

  @Argument(help: "Cohort and course.")
  var code: ClassCode
  @Option(help: ArgumentHelp("The day.", valueName: "day"))
  var on: Day
  @Option(help: ArgumentHelp("When the session begins.", valueName: "HH:MM"))
  var at: TimeOfDay?
  @Option(help: "Why.")
  var reason: String?
  @Flag(help: "Let it take place after all.")
  var undo = false
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if undo != (reason == nil) { throw ValidationError(saying: "Give --reason, or --undo.") }
  }

  func run(_ office: Office) async throws {
    let reference = SessionReference(code, on: on, at: at)
    if let reason {
      let cancelled = try await office.sessions.cancel(reference, reason: reason)
      try result.report("Cancelled: \(lines(cancelled)).", cancelled)
    } else {
      let reinstated = try await office.sessions.reinstate(reference)
      let told = try await office.whatMeets(code, from: on, to: on)
      try result.report(
        (["Takes place: \(lines(reinstated))."] + told).joined(separator: "\n"), reinstated)
    }
  }

  private func lines(_ sessions: [Session]) -> Message { sessions.map(\.line).joined(separator: "; ") }
}
