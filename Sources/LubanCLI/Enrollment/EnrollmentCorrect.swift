import Messages
import ArgumentParser
import Luban

struct EnrollmentCorrect: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct", abstract: "Corrects an event: it was on another day, or never happened.",
    discussion: """
      Nothing recorded is rewritten: a further event names the one it voids, so that a report as known \
      earlier stays as it was. luban enrollment show gives the numbers of the events. Of a transfer or a \
      return both ends are corrected, from either. An enrollment of which no event is left is annulled: it \
      is in no listing or figure, and may begin again with luban enroll. Where the seat that somebody left \
      has gone to who waited, --back-to-waitlist takes it back.

      Examples:
        luban enrollment correct S-00004 --cohort UZ-TAS-LOG-2026A \\
          --event 2 --to 2026-10-03 --reason "wrong day"
        luban enrollment correct S-00005 --cohort UZ-TAS-LOG-2026A \\
          --event 2 --void --reason "mixed up"
      """)

  @Argument(help: "Number of the student.")
  var student: StudentReference
  @Option(help: "Code of the cohort.")
  var cohort: CohortCode
  @Option(help: "Number of the event.")
  var event: Int
  @Option(help: ArgumentHelp("The day it really was.", valueName: "day"))
  var to: Day?
  @Flag(name: .customLong("void"), help: "It never happened.")
  var isVoid = false
  @Flag(help: "Who moved up into the seat by it waits again, first in turn.")
  var backToWaitlist = false
  @Option(help: "Why.")
  var reason: String
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if backToWaitlist, !isVoid { throw ValidationError(saying: "--back-to-waitlist goes with --void.") }
    guard (to != nil) != isVoid else {
      throw ValidationError(saying: "Give the right day with --to, or --void.")
    }
  }

  func run(_ office: Office) async throws {
    let enrollment = try await office.enrollments.correct(
      event: event, of: student, in: cohort, to: to, reason: reason, goesBackToWaitlist: backToWaitlist)
    let sentence: Message = """
      Corrected event \(event) of \(enrollment.student) in \(cohort): \(enrollment.state.said) since \
      \(enrollment.since).
      """
    try result.report(
      ([sentence] + EnrollmentReport.waiting(enrollment.waitingAgain)
        + EnrollmentReport.movedUp(enrollment.promoted)).joined(separator: "\n"), enrollment)
  }
}
