import ArgumentParser
import Luban

struct ModuleAdd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds a language or culture module.",
    discussion: """
      A language module names its language or the level it leads to, a culture module its theme. Its hours \
      are practice, but for those named with --theory. Without --title it is called by its level or theme.

      Examples:
        luban module add UZ-HSK3 --language zh --level hsk2010:3 \\
          --hours 120 --supports LOG-210
        luban module add CUL-CAL --theme calligraphy --title zh=书法 \\
          --hours 24 --theory 4 --supports LOG-210
      """)

  @Argument(help: "Code of the module.")
  var code: CourseCode
  @Option(help: ArgumentHelp("Language it teaches; that of its level unless given.", valueName: "tag"))
  var language: String?
  @Option(
    help: ArgumentHelp("Level it leads to; luban module levels lists them.", valueName: "framework:level"))
  var level: LanguageLevel?
  @Option(help: "Theme of a culture module: calligraphy, tea, festivals, …")
  var theme: String?
  @Option(
    name: .customLong("title"),
    help: ArgumentHelp("Title, with its language unless English; repeated for others.", valueName: "zh=title")
  )
  var titles: [TitleArgument] = []
  @Option(help: "Hours in all.")
  var hours: Double
  @Option(help: ArgumentHelp("Hours of theory among them.", valueName: "hours"))
  var theory = 0.0
  @Option(help: "Credits, where the host counts them.")
  var credits: Double?
  @Option(help: ArgumentHelp("Course that must be passed before; may be repeated.", valueName: "code"))
  var requires: [CourseCode] = []
  @Option(
    help: ArgumentHelp("Technical course or placement it supports; may be repeated.", valueName: "code"))
  var supports: [CourseCode] = []
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if language == nil && level == nil && theme == nil {
      throw ValidationError(
        saying: "Give --language or --level for a language module, --theme for a culture module.")
    }
  }

  func run(_ office: Office) async throws {
    var new = NewModule(
      code: code, language: language, level: level, titles: Titles(titles), hours: hours, theory: theory,
      credits: credits, requires: requires, supports: supports)
    new.theme = theme
    let module = try await office.modules.add(new)
    let course = module.course
    let supported = course.supports.map(\.rawValue).joined(separator: ", ")
    try result.report(
      """
      Added \(course.code) \(course.titles.main): \((course.theory + course.practice).amount) hours\
      \(supported.isEmpty ? "" : ", supports \(supported)").
      """, module)
  }
}
