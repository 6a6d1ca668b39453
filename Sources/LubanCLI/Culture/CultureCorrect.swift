import ArgumentParser
import Luban

struct CultureCorrect: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct", abstract: "Corrects the hours of a student in a culture event.",
    discussion: """
      With --hours 0 the student did not take part after all. What had been recorded stays for reports as \
      known earlier.

      Examples:
        luban culture correct CAL-2026 S-00001 --hours 3 --reason "left at noon"
        luban culture correct CAL-2026 S-00004 --hours 0 --reason "was ill"
      """)

  @Argument(help: "Code of the event.")
  var code: EventCode
  @Argument(help: "Number of the student.")
  var student: StudentReference
  @Option(help: "Cohort, where the student took part for two.")
  var cohort: CohortCode?
  @Option(help: "The right hours; 0 takes the student out.")
  var hours: Double
  @Option(help: "Why.")
  var reason: String
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if !(hours >= 0) { throw ValidationError("--hours is a number from 0 on.") }
  }

  func run(_ office: Office) async throws {
    let event = try await office.cultureEvents.correct(
      code, of: student, in: cohort, to: hours, reason: reason)
    try result.report(
      hours == 0
        ? "\(event.code): \(student.number) did not take part."
        : "\(event.code): \(student.number) took part for \(hours.amount) hours.", event)
  }
}
