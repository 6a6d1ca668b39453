import ArgumentParser
import Glibc
import Luban
import Messages

/// From when a change of an enrollment holds, and why.
struct EffectOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Day it takes effect.", valueName: "day"))
  var on = Day.today
  @Option(help: ArgumentHelp("Coded reason; luban reasons lists them.", valueName: "code"))
  var code: String?
  @Option(help: ArgumentHelp("Reason in words.", valueName: "text"))
  var reason: String?

  /// Why, with the code of a reason that was typed in words.
  func why(_ office: Office) async throws -> ChangeReason {
    guard let code else { return ChangeReason(code: nil, text: reason) }
    return ChangeReason(code: try await Reasons(office).code(code) ?? code, text: reason)
  }

  /// Why, of a change that is not done without a reason: asked for on a terminal, where none was given.
  func needed(_ office: Office) async throws -> ChangeReason {
    if code != nil || reason != nil { return try await why(office) }
    let reasons = try await Reasons(office)
    let question: Message = "Why? Give --code or --reason, of the codes:\n  \(reasons.list)"
    guard Terminal.isTerminal(STDIN_FILENO) else { throw LubanError.usage(question) }
    let answer = Terminal.answer(question)
    guard !answer.isEmpty else { throw LubanError.usage("Nothing was changed: there is no reason.") }
    let known = reasons.code(answer)
    return ChangeReason(code: known, text: known == nil ? answer : nil)
  }
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
    to state: EnrollmentState, onlyQualified: Bool = false, because reason: ChangeReason,
    _ office: Office
  ) async throws {
    let outcome = try await office.enrollments.change(
      allIn.isEmpty ? .students(students) : .states(allIn), in: cohort, to: state, on: effect.on,
      reason: reason, onlyQualified: onlyQualified)
    try EnrollmentReport(outcome, ofQualified: onlyQualified).report(result)
  }
}

/// A verb that moves enrollments to one state.
protocol EnrollmentChange: OfficeCommand {
  static var state: EnrollmentState { get }
  /// Whether it is not done without a reason.
  static var needsReason: Bool { get }
  var change: ChangeOptions { get }
}

extension EnrollmentChange {
  var connection: ConnectionOptions { change.result.connection }
  var isForPeople: Bool { change.result.format == .text }
  static var needsReason: Bool { false }
  func run(_ office: Office) async throws {
    let effect = change.effect
    let reason = Self.needsReason ? try await effect.needed(office) : try await effect.why(office)
    try await change.change(to: Self.state, because: reason, office)
  }
}
