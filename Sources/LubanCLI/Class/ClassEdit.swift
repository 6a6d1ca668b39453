import ArgumentParser
import Luban

struct ClassEdit: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Changes a class.",
    discussion: """
      Example:
        luban class edit UZ-TAS-LOG-2026A/LOG-105 --to 2026-12-25 --room 305
      """)

  @Argument(help: "Cohort and course.")
  var code: ClassCode
  @Option(help: "Term.")
  var term: Int?
  @Option(help: ArgumentHelp("First day.", valueName: "day"))
  var from: Day?
  @Option(help: ArgumentHelp("Last day.", valueName: "day"))
  var to: Day?
  @Option(help: ArgumentHelp("Who teaches it.", valueName: "partner/number"))
  var instructor: InstructorCode?
  @Option(help: "Where it meets.")
  var room: String?
  @Option(help: "What is to be emptied; may be repeated.")
  var clear: [ClassChanges.Clearable] = []
  @OptionGroup var result: ResultOptions

  func validate() throws {
    let isNothing =
      term == nil && from == nil && to == nil && instructor == nil && room == nil && clear.isEmpty
    if isNothing { throw ValidationError("Say what to change.") }
  }

  func run(_ office: Office) async throws {
    var changes = ClassChanges()
    changes.term = term
    changes.from = from
    changes.to = to
    changes.instructor = instructor
    changes.room = room
    changes.cleared = Set(clear)
    let changed = try await office.classes.edit(code, changes)
    try result.report("Changed \(changed.line).", changed)
  }
}
