import ArgumentParser
import Luban

/// From when a change of an enrollment holds, and why.
struct EffectOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Day it takes effect.", valueName: "day"))
  var on = Day.today
  @Option(help: ArgumentHelp("Coded reason; luban reasons lists them.", valueName: "code"))
  var code: String?
  @Option(help: ArgumentHelp("Reason in words.", valueName: "text"))
  var reason: String?

  var why: ChangeReason { ChangeReason(code: code, text: reason) }
}

/// What the verbs that change enrollments share: whose, when, why.
struct ChangeOptions: ParsableArguments {
  @Argument(help: "Numbers of the students; or --all-in for a whole group.")
  var students: [StudentReference] = []
  @Option(help: "Code of the cohort.")
  var cohort: CohortCode
  @Option(help: ArgumentHelp("All that stand in this state; may be repeated.", valueName: "state"))
  var allIn: [EnrollmentState] = []
  @OptionGroup var effect: EffectOptions
  @OptionGroup var result: ResultOptions

  func validate() throws {
    guard students.isEmpty != allIn.isEmpty else {
      throw ValidationError(saying: "Name students, or a group with --all-in, not both.")
    }
  }

  func change(
    to state: EnrollmentState, onlyQualified: Bool = false, _ office: Office
  ) async throws {
    let outcome = try await office.enrollments.change(
      allIn.isEmpty ? .students(students) : .states(allIn), in: cohort, to: state, on: effect.on,
      reason: effect.why, onlyQualified: onlyQualified)
    try EnrollmentReport(outcome).report(result)
  }
}

/// A verb that moves enrollments to one state.
protocol EnrollmentChange: OfficeCommand {
  static var state: EnrollmentState { get }
  var change: ChangeOptions { get }
}

extension EnrollmentChange {
  var connection: ConnectionOptions { change.result.connection }
  var isForPeople: Bool { change.result.format == .text }
  func run(_ office: Office) async throws { try await change.change(to: Self.state, office) }
}
