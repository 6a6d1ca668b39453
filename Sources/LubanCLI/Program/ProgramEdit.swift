import ArgumentParser
import Luban

struct ProgramEdit: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Changes a program, or an edition of it that is not in use.",
    discussion: """
      What is not named stays as it is. Stages are given anew, all of them; a certificate takes the place \
      of that of its side. An edition on which a cohort was opened is frozen, all but the industry: make a \
      new edition.

      Examples:
        luban program edit CCL --months 30 \\
          --stage workshop=6 --stage Tianjin=24
        luban program edit CCL --clear entry-level
      """)

  @Argument(help: "Code of the program.")
  var code: ProgramCode
  @Option(help: ArgumentHelp("The edition; the latest unless given.", valueName: "label"))
  var edition: String?
  @OptionGroup var titles: TitleOptions
  @Option(help: ArgumentHelp("Language whose title is dropped; may be repeated.", valueName: "tag"))
  var dropTitle: [String] = []
  @Option(help: "What it is.")
  var mode: ProgramMode?
  @Option(help: ArgumentHelp("Field of study, ISCED-F 2013.", valueName: "code"))
  var field: String?
  @Option(help: ArgumentHelp("Level, ISCED 2011.", valueName: "0-8"))
  var level: Int?
  @Option(help: "Nominal duration in months.")
  var months: Int?
  @OptionGroup var said: EditionOptions
  @Option(help: "What is to be emptied; may be repeated.")
  var clear: [ProgramDetails.Clearable] = []
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var changes = said.details
    (changes.titles, changes.droppedTitles) = (Titles(titles.titles), dropTitle)
    (changes.mode, changes.field, changes.level, changes.months) = (mode, field, level, months)
    changes.cleared = Set(clear)
    let program = try await office.programs.edit(code, edition: edition, changes)
    try result.report(
      "Changed \(program.code) \(program.edition.edition) \(program.edition.titles.main).", program)
    try await office.tellInactive(.named(said.partners), isQuiet: result.isQuiet)
  }
}
