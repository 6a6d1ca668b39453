import Messages
import ArgumentParser
import Luban
import Tabular

struct ClassPlanTerm: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Makes all classes of a term from the curriculum.",
    discussion: """
      Classes that are there already stay as they are, so that it can be run again. A course that requires \
      another one of the same term follows it: the term is divided among them.

      Example:
        luban class plan UZ-TAS-LOG-2026A --term 1 \\
          --from 2026-09-07 --to 2027-01-15
      """)

  @Argument(help: "Code of the cohort.")
  var cohort: CohortCode
  @Option(help: "The term.")
  var term: Int
  @Option(help: ArgumentHelp("First day of the term.", valueName: "day"))
  var from: Day
  @Option(help: ArgumentHelp("Last day of the term.", valueName: "day"))
  var to: Day
  @Option(
    help: ArgumentHelp("Course that is not taught to this cohort; may be repeated.", valueName: "course"))
  var without: [CourseCode] = []
  @Flag(help: "Only show what would be made.")
  var dryRun = false
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    if from > to { throw ValidationError(saying: "The term ends before it begins.") }
    let plan = try await office.classes.plan(
      cohort, term: term, from: from, to: to, without: without, isDryRun: dryRun)
    let made = plan.classes.count(where: \.isNew)
    let known = plan.classes.count - made
    let others: Message = known > 0 ? ", \(known) there already" : ""
    var lines: [Message] = [
      """
      \(dryRun ? "Dry run: " : "")\(cohort), term \(term): \
      \(count: made, "new class", plural: "new classes")\(others).
      """
    ]
    lines += plan.classes.map { entry in
      let there: Message = entry.isNew ? "" : " (there already)"
      return "  \(entry.course) \(entry.title): from \(entry.from) to \(entry.to)\(there)" as Message
    }
    try result.report(lines.joined(separator: "\n"), plan)
  }
}
