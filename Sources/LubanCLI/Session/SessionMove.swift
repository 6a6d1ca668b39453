import ArgumentParser
import Luban

struct SessionMove: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Moves a session to another day, time, room or instructor.",
    discussion: """
      It keeps its length unless --ends is given. One that was cancelled takes place then.

      Examples:
        luban class move UZ-TAS-LOG-2026A/LOG-105 --on 2026-09-14 \\
          --to 2026-09-16 --begins 15:00 --reason "the room is painted"
        luban class move UZ-TAS-LOG-2026A/LOG-105 --on 2026-09-21 --at 09:00 \\
          --room 101
      """)

  @Argument(help: "Cohort and course.")
  var code: ClassCode
  @Option(help: ArgumentHelp("Its day.", valueName: "day"))
  var on: Day
  @Option(
    help: ArgumentHelp("When it begins; needed where there are several that day.", valueName: "HH:MM"))
  var at: TimeOfDay?
  @Option(help: ArgumentHelp("The day it is moved to.", valueName: "day"))
  var to: Day?
  @Option(help: ArgumentHelp("When it begins then.", valueName: "HH:MM"))
  var begins: TimeOfDay?
  @Option(help: ArgumentHelp("When it ends then.", valueName: "HH:MM"))
  var ends: TimeOfDay?
  @Option(help: "Hours that it counts.")
  var hours: Double?
  @Option(help: "Where it is.")
  var room: String?
  @Option(help: ArgumentHelp("Who stands in.", valueName: "partner/number"))
  var instructor: InstructorCode?
  @Option(help: "Why; of one that was cancelled the reason stays unless another is given.")
  var reason: String?
  @OptionGroup var result: ResultOptions

  func validate() throws {
    let isNothing =
      to == nil && begins == nil && ends == nil && hours == nil && room == nil && instructor == nil
    if isNothing {
      throw ValidationError(saying: "Say where to: --to, --begins, --ends, --room, --instructor.")
    }
  }

  func run(_ office: Office) async throws {
    var changes = SessionChanges()
    changes.day = to
    changes.begins = begins
    changes.ends = ends
    changes.hours = hours
    changes.room = room
    changes.instructor = instructor
    changes.reason = reason
    let moved = try await office.sessions.move(SessionReference(code, on: on, at: at), changes)
    let told = try await office.whatMeets(code, from: moved.on, to: moved.on)
    try result.report((["Moved: \(moved.line)."] + told).joined(separator: "\n"), moved)
  }
}
