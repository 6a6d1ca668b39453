import ArgumentParser
import Luban

struct ClassAdd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds a class: a course of the curriculum, taught to a cohort.",
    discussion: """
      Without --from and --to it lasts as long as the cohort. All classes of a term at once: luban class plan.

      Example:
        luban class add UZ-TAS-LOG-2026A/LOG-105 --from 2026-09-07 \\
          --to 2026-12-18 --instructor UZ-TSTU/117 --room 204
      """)

  @Argument(help: "Cohort and course.")
  var code: ClassCode
  @OptionGroup var said: ClassOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let added = try await office.classes.add(code, said.details)
    try result.report("Added \(added.line).", added)
  }
}

struct ClassEdit: EditingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Changes a class.",
    discussion: """
      Example:
        luban class edit UZ-TAS-LOG-2026A/LOG-105 --to 2026-12-25 --room 305
      """)

  @Argument(help: "Cohort and course.")
  var code: ClassCode
  @OptionGroup var said: ClassOptions
  @Option(help: "What is to be emptied; may be repeated.")
  var clear: [ClassDetails.Clearable] = []
  @OptionGroup var result: ResultOptions

  var changes: ClassDetails {
    var changes = said.details
    changes.cleared = Set(clear)
    return changes
  }

  func run(_ office: Office) async throws {
    let changed = try await office.classes.edit(code, changes)
    // Its sessions are elsewhere then, or of somebody else, where they do not say it themselves.
    let isElsewhere = said.room != nil || said.instructor != nil
    let told = isElsewhere ? try await office.whatMeets(code, from: changed.from, to: changed.to) : []
    try result.report((["Changed \(changed.line)."] + told).joined(separator: "\n"), changed)
  }
}

/// What may be said of a new class and of one that is changed.
struct ClassOptions: ParsableArguments {
  @Option(help: "Term; of a new one that of the curriculum unless given.")
  var term: Int?
  @Option(help: ArgumentHelp("First day; of a new one that of the cohort unless given.", valueName: "day"))
  var from: Day?
  @Option(help: ArgumentHelp("Last day; of a new one that of the cohort unless given.", valueName: "day"))
  var to: Day?
  @Option(help: ArgumentHelp("Who teaches it.", valueName: "partner/number"))
  var instructor: InstructorCode?
  @Option(help: "Where it meets.")
  var room: String?

  var details: ClassDetails {
    ClassDetails { ($0.term, $0.from, $0.to, $0.instructor, $0.room) = (term, from, to, instructor, room) }
  }
}
