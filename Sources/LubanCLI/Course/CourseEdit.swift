import ArgumentParser
import Luban

struct CourseEdit: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Changes titles, hours, credits or prerequisites of a course or module.",
    discussion: """
      What is not named stays as it is. A course in the curriculum of an edition in use keeps its hours and \
      credits.

      Example:
        luban course edit LOG-210 --title "ru=Складское дело" \\
          --practice 90 --requires LOG-110
      """)

  @Argument(help: "Code of the course or module.")
  var code: CourseCode
  @Option(
    name: .customLong("title"),
    help: ArgumentHelp("Title, with its language unless English; may be repeated.", valueName: "zh=title"))
  var titles: [TitleArgument] = []
  @Option(help: ArgumentHelp("Language whose title is dropped; may be repeated.", valueName: "tag"))
  var dropTitle: [String] = []
  @Option(help: ArgumentHelp("Hours of theory.", valueName: "hours"))
  var theory: Double?
  @Option(help: ArgumentHelp("Hours of practice.", valueName: "hours"))
  var practice: Double?
  @Option(help: "Credits.")
  var credits: Double?
  @Option(help: ArgumentHelp("Prerequisite to add; may be repeated.", valueName: "code"))
  var requires: [CourseCode] = []
  @Option(help: ArgumentHelp("Prerequisite to drop; may be repeated.", valueName: "code"))
  var noLongerRequires: [CourseCode] = []
  @Option(help: ArgumentHelp("Course that a module is to support; may be repeated.", valueName: "code"))
  var supports: [CourseCode] = []
  @Option(help: ArgumentHelp("Course that a module is not to support any more.", valueName: "code"))
  var noLongerSupports: [CourseCode] = []
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let changes = CourseDetails {
      ($0.titles, $0.droppedTitles) = (Titles(titles), dropTitle)
      ($0.theory, $0.practice, $0.credits) = (theory, practice, credits)
      ($0.requires, $0.noLongerRequires) = (requires, noLongerRequires)
      ($0.supports, $0.noLongerSupports) = (supports, noLongerSupports)
    }
    let course = try await office.courses.edit(code, changes)
    try result.report(
      """
      Changed \(course.code) \(course.titles.main): \(course.theory.amount) hours of theory, \
      \(course.practice.amount) of practice.
      """, course)
  }
}
