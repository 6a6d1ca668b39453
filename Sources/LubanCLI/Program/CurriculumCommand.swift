import Messages
import ArgumentParser
import Luban
import Tabular

struct CurriculumCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "curriculum", abstract: "The courses of an edition, by term.",
    subcommands: [
      CurriculumAdd.self, CurriculumRemove.self, CurriculumShow.self, CurriculumImport.self,
    ])
}

struct CurriculumAdd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Puts a course or module into the curriculum of an edition that is not in use.",
    discussion: """
      A course is required unless it is in a group of electives; the first course of a group says how many \
      credits must be chosen from it.

      Examples:
        luban program curriculum add LOG LOG-210 --term 2
        luban program curriculum add LOG LOG-310 --term 4 \\
          --elective E1 --minimum-credits 6
      """)

  @Argument(help: "Code of the program.")
  var program: ProgramCode
  @Argument(help: "Code of the course or module.")
  var course: CourseCode
  @Option(help: "Term in which it is taught, from 1.")
  var term: Int
  @Option(help: ArgumentHelp("Group of electives it can be chosen from.", valueName: "group"))
  var elective: String?
  @Option(help: ArgumentHelp("Credits that must come from the group.", valueName: "credits"))
  var minimumCredits: Double?
  @Option(help: "Weight in the average of marks.")
  var weight = 1.0
  @Option(
    help: ArgumentHelp("Scale of its marks; that of luban program rule unless given.", valueName: "code"))
  var scale: String?
  @Option(help: ArgumentHelp("The edition; the latest unless given.", valueName: "label"))
  var edition: String?
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if minimumCredits != nil && elective == nil {
      throw ValidationError(saying: "--minimum-credits goes with --elective.")
    }
  }

  func run(_ office: Office) async throws {
    let edition = try await office.programs.addToCurriculum(
      NewCurriculumItem(
        course: course, term: term, electiveGroup: elective, minimumCredits: minimumCredits, weight: weight,
        scale: scale),
      of: program, edition: edition)
    try result.report("Added \(course) to \(edition.line)", edition)
  }
}

struct CurriculumRemove: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Takes a course out of the curriculum of an edition that is not in use.",
    discussion: "Example:\n  luban program curriculum remove LOG LOG-310 --edition 2026")

  @Argument(help: "Code of the program.")
  var program: ProgramCode
  @Argument(help: "Code of the course or module.")
  var course: CourseCode
  @Option(help: ArgumentHelp("The edition; the latest unless given.", valueName: "label"))
  var edition: String?
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let edition = try await office.programs.removeFromCurriculum(course, of: program, edition: edition)
    try result.report("Removed \(course) from \(edition.line)", edition)
  }
}

struct CurriculumShow: ShowingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows the curriculum of an edition by term, with sums of hours.",
    discussion: "Example:\n  luban program curriculum show LOG --edition 2026")

  @Argument(help: "Code of the program.")
  var program: ProgramCode
  @Option(help: ArgumentHelp("The edition; the latest unless given.", valueName: "label"))
  var edition: String?
  @OptionGroup var show: ShowOptions

  func run(_ office: Office) async throws {
    let edition = try await office.programs.show(program, edition: edition).edition
    try show.write(edition) { fields in
      fields.addCurriculum(of: edition)
    }
  }
}

extension ProgramEdition {
  /// The end of a sentence on its curriculum.
  fileprivate var line: Message {
    "\(program) \(self.edition): \(count: curriculum.count, "course"), \(hours.total.amount) required hours."
  }
}

struct CurriculumImport: ImportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Enters curricula from a file.",
    discussion: """
      A line is a course in an edition: program, edition, course, term, elective_group, group_credits, \
      weight, scale; luban import template curricula lists the headers. Sent again nothing changes; \
      --update takes over what differs.

      Example:
        printf '%s\\n' program,edition,course,term RAIL,2026,LOG-110,1 \\
          RAIL,2026,LOG-210,2 > plan.csv
        luban program curriculum import plan.csv
      """)

  static let form = ImportForm.curricula
  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportAnyOptions
  @OptionGroup var result: ResultOptions
}
