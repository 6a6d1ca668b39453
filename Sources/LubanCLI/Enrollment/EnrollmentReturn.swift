import ArgumentParser
import Luban

struct EnrollmentReturn: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: "Takes students back who have left.",
    discussion: """
      Whoever withdrew, was dismissed, rejected, declined or was transferred comes back to the state that \
      was left: into the same cohort, where the gap is kept, or with --to into another of the program, \
      which continues the first. A seat is needed in a cohort that is open or running; there is no \
      waitlist, and no entry rule is asked again. Whoever was transferred gives up the seat there.

      Examples:
        luban enrollment return S-00004 --cohort UZ-TAS-LOG-2026A \\
          --on 2026-10-26 --reason "back from work"
        luban enrollment return S-00002 --cohort UZ-TAS-LOG-2026A \\
          --to UZ-TAS-LOG-2026B --on 2026-11-02
      """)

  @Argument(help: "Numbers of the students.")
  var students: [StudentReference]
  @Option(help: "Code of the cohort they left.")
  var cohort: CohortCode
  @Option(help: "Code of the cohort they return into, if it is another.")
  var to: CohortCode?
  @OptionGroup var effect: EffectOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let outcome = try await office.enrollments.takeBack(
      students, whoLeft: cohort, into: to, on: effect.on, reason: try await effect.why(office))
    try EnrollmentReport(outcome).report(result)
  }
}
