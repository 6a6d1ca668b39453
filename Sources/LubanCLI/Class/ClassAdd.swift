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
  @Option(help: "Term; that of the curriculum unless given.")
  var term: Int?
  @Option(help: ArgumentHelp("First day; that of the cohort unless given.", valueName: "day"))
  var from: Day?
  @Option(help: ArgumentHelp("Last day; that of the cohort unless given.", valueName: "day"))
  var to: Day?
  @Option(help: ArgumentHelp("Who teaches it.", valueName: "partner/number"))
  var instructor: InstructorCode?
  @Option(help: "Where it meets.")
  var room: String?
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var new = NewClass(code, from: from, to: to)
    new.term = term
    new.instructor = instructor
    new.room = room
    let added = try await office.classes.add(new)
    try result.report("Added \(added.line).", added)
  }
}
