import ArgumentParser
import Luban

struct CourseAdd: WritingCommand {
  /// The kinds that are no modules.
  enum Kind: String, WordedArgument {
    case technical, placement
    var kind: CourseKind { self == .technical ? .technical : .placement }
  }

  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds a technical course or a placement.",
    discussion: """
      A prerequisite must be there already. Language and culture modules are added with luban module add.

      Example:
        luban course add LOG-220 --theory 40 --practice 80 \\
          --title "Cold chains" --title zh=冷链物流
      """)

  @Argument(help: "Code of the course.")
  var code: CourseCode
  @Option(help: ArgumentHelp("What it is.", valueName: "technical|placement"))
  var kind = Kind.technical
  @Option(
    name: .customLong("title"),
    help: ArgumentHelp("Title, with its language unless English; repeated for others.", valueName: "zh=title")
  )
  var titles: [TitleArgument]
  @Option(help: ArgumentHelp("Hours of theory.", valueName: "hours"))
  var theory = 0.0
  @Option(help: ArgumentHelp("Hours of practice.", valueName: "hours"))
  var practice = 0.0
  @Option(help: "Credits, where the host counts them.")
  var credits: Double?
  @Option(help: ArgumentHelp("Course that must be passed before; may be repeated.", valueName: "code"))
  var requires: [CourseCode] = []
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let details = CourseDetails {
      ($0.kind, $0.titles, $0.requires) = (kind.kind, Titles(titles), requires)
      ($0.theory, $0.practice, $0.credits) = (theory, practice, credits)
    }
    let course = try await office.courses.add(code, details)
    try result.report(
      """
      Added \(course.code) \(course.titles.main): \(course.theory.amount) hours of theory, \
      \(course.practice.amount) of practice.
      """, course)
  }
}
