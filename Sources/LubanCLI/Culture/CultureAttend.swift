import ArgumentParser
import Luban

struct CultureAttend: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "attend", abstract: "Enters who took part in a culture event.",
    discussion: """
      Students by number, or all of a cohort who were enrolled on a day of the event. They took part in all \
      of it unless --hours says otherwise. Those against whom rules stand are left out and listed with \
      every rule. Entered again with the same hours, nothing changes.

      Examples:
        luban culture attend CAL-2026 S-00001 S-00004 \\
          --cohort UZ-TAS-LOG-2026A --hours 4
        luban culture attend CAL-2026 --all-of UZ-TAS-LOG-2026A \\
          --except S-00001 --except S-00004
      """)

  @Argument(help: "Code of the event.")
  var code: EventCode
  @Argument(help: "Numbers of the students; or --all-of.")
  var students: [StudentReference] = []
  @Option(help: "Cohort of the students.")
  var cohort: CohortCode?
  @Option(help: ArgumentHelp("All of this cohort who were enrolled then.", valueName: "cohort"))
  var allOf: CohortCode?
  @Option(help: ArgumentHelp("Who of them was not there; may be repeated.", valueName: "student"))
  var except: [StudentReference] = []
  @Option(help: "Hours of each; those of the event unless given.")
  var hours: Double?
  @OptionGroup var result: ResultOptions

  func validate() throws {
    guard allOf != nil ? students.isEmpty && cohort == nil : !students.isEmpty && cohort != nil else {
      throw ValidationError("Name students and their --cohort, or a whole cohort with --all-of.")
    }
    if allOf == nil, !except.isEmpty { throw ValidationError("--except goes with --all-of.") }
  }

  func run(_ office: Office) async throws {
    guard let cohort = allOf ?? cohort else { return }
    let outcome = try await office.cultureEvents.attend(
      code, allOf == nil ? .students(students) : .all(except: except), of: cohort, hours: hours)
    let lines = [(outcome.entered, "entered"), (outcome.known, "known already")]
      .filter { !$0.0.isEmpty }.map { "\(outcome.event): \($0.1) \(words($0.0)) of \(outcome.cohort)." }
    let done =
      lines.isEmpty
      ? "\(outcome.event): nobody of \(outcome.cohort) was entered." : lines.joined(separator: "\n")
    try LeftOutScreen(outcome.leftOut, of: outcome.cohort, isAll: lines.isEmpty && !outcome.leftOut.isEmpty)
      .report(done, outcome, result)
  }

  private func words(_ parts: [ParticipationOutcome.Part]) -> String {
    parts.count > 10
      ? "\(parts.count) students"
      : parts.map { "\($0.student) (\($0.hours.amount) h)" }.joined(separator: ", ")
  }
}
