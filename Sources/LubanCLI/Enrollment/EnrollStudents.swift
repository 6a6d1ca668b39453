import ArgumentParser
import Luban

struct EnrollStudents: WritingCommand {
  /// The states in which an enrollment can begin.
  enum Beginning: String, WordedArgument {
    case applied, admitted, enrolled
    static var kinds: [String] { ["state"] }
    var state: EnrollmentState {
      switch self {
      case .applied: .applied
      case .admitted: .admitted
      case .enrolled: .enrolled
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "students", abstract: "Enrolls students in a cohort.",
    discussion: """
      A seat while there is one, else the waitlist in order. Who has applied or been admitted before is \
      walked on. Students who break a rule are left out and listed with every rule.

      Examples:
        luban enroll S-00007 --cohort UZ-TAS-LOG-2026A --applied 2026-06-01
        luban enroll S-00008 S-00009 --cohort UZ-TAS-LOG-2026A --as applied \\
          --applied 2026-06-01
        luban enroll --all-in admitted --cohort UZ-TAS-LOG-2026A --on 2026-09-01
      """)

  @Argument(help: "Numbers of the students; or --all-in for a whole group.")
  var students: [StudentReference] = []
  @Option(help: "Code of the cohort.")
  var cohort: CohortCode
  @Option(help: ArgumentHelp("All that stand in this state; may be repeated.", valueName: "state"))
  var allIn: [EnrollmentState] = []
  @Option(
    name: .customLong("as"), help: ArgumentHelp("Where they begin.", valueName: "applied|admitted|enrolled"))
  var beginning = Beginning.enrolled
  @Option(help: ArgumentHelp("Day of the application.", valueName: "day"))
  var applied = Day.today
  @Option(help: ArgumentHelp("Day it takes effect; that of the application unless given.", valueName: "day"))
  var on: Day?
  @Option(help: ArgumentHelp("Set the entry rules aside, for this reason.", valueName: "reason"))
  var override: String?
  @OptionGroup var result: ResultOptions

  func validate() throws {
    guard students.isEmpty != allIn.isEmpty else {
      throw ValidationError(saying: "Name students, or a group with --all-in, not both.")
    }
    if !allIn.isEmpty, beginning != .enrolled || override != nil {
      throw ValidationError(
        saying: "--as and --override are for who is new, --all-in for who is there already.")
    }
  }

  func run(_ office: Office) async throws {
    let outcome =
      allIn.isEmpty
      ? try await office.enrollments.enroll(
        students, in: cohort, as: beginning.state, appliedOn: applied, on: on, override: override)
      : try await office.enrollments.change(.states(allIn), in: cohort, to: .enrolled, on: on ?? applied)
    try EnrollmentReport(outcome).report(result)
  }
}
