import ArgumentParser
import Luban

struct ProgramAdd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds a program with its first edition.",
    discussion: """
      The curriculum is made afterward with luban program curriculum add.

      Example:
        luban program add CCL --edition 2026 --mode degree-education \\
          --title "Cold chain logistics" --title zh=冷链物流 \\
          --field 0413 --level 5 --months 36 \\
          --minimum-age 16 --entry-level hsk2010:2 \\
          --stage workshop=6 --stage Tianjin=24 --stage internship=6 \\
          --certificate "host=Diploma in logistics"
      """)

  @Argument(help: "Code of the program.")
  var code: ProgramCode
  @Option(help: ArgumentHelp("Label of its first edition, as in 2026.", valueName: "label"))
  var edition: String
  @Option(
    name: .customLong("title"),
    help: ArgumentHelp("Title, with its language unless English; repeated for others.", valueName: "zh=title")
  )
  var titles: [TitleArgument]
  @Option(help: "What it is; modes are never added up.")
  var mode: ProgramMode
  @Option(help: ArgumentHelp("Field of study, ISCED-F 2013, as in 0413.", valueName: "code"))
  var field: String
  @Option(help: ArgumentHelp("Level, ISCED 2011.", valueName: "0-8"))
  var level: Int
  @Option(help: "Nominal duration in months.")
  var months: Int
  @OptionGroup var said: EditionOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var details = said.details
    (details.titles, details.mode, details.field) = (Titles(titles), mode, field)
    (details.level, details.months) = (level, months)
    let program = try await office.programs.add(code, edition: edition, details)
    try result.report(
      """
      Added \(program.code) \(program.edition.edition) \(program.edition.titles.main): \
      \(count: program.edition.months, "month").
      """,
      program)
    try await office.tellInactive(.named(said.partners), isQuiet: result.isQuiet)
  }
}
