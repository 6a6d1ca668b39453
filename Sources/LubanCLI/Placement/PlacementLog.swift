import Messages
import ArgumentParser
import Luban

struct PlacementLog: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Logs hours that a student worked on a day.",
    discussion: """
      Example:
        luban placement log S-00001 --on 2026-10-05 --hours 8 --task "Weighing"
      """)

  @OptionGroup var which: PlacementOptions
  @Option(help: ArgumentHelp("The day.", valueName: "day"))
  var on: Day
  @Option(help: "Hours worked.")
  var hours: Double
  @Option(help: "What was done.")
  var task: String?
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let placement = try await office.placements.log(which.reference, on: on, hours: hours, task: task)
    try result.report("Logged \(hours.amount) hours on \(on): \(placement.line)", placement)
  }
}

struct PlacementCorrect: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct", abstract: "Corrects hours logged for a day.",
    discussion: """
      With --hours 0 nothing was worked on that day after all. What had been recorded stays for reports as \
      known earlier.

      Example:
        luban placement correct S-00001 --on 2026-10-05 --hours 6 \\
          --reason "left at noon"
      """)

  @OptionGroup var which: PlacementOptions
  @Option(help: ArgumentHelp("The day.", valueName: "day"))
  var on: Day
  @Option(help: "The right hours; 0 takes them back.")
  var hours: Double
  @Option(help: "Why.")
  var reason: String
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if !(hours >= 0) { throw ValidationError(saying: "--hours is a number from 0 on.") }
  }

  func run(_ office: Office) async throws {
    let placement = try await office.placements.correct(which.reference, on: on, hours: hours, reason: reason)
    try result.report("Corrected \(on) to \(hours.amount) hours: \(placement.line)", placement)
  }
}

extension Placement {
  /// Whose placement it is and how far it is, in one line.
  var line: Message { "\(student) at \(offer), \(worked.amount) of \(planned.amount) hours." }
}
