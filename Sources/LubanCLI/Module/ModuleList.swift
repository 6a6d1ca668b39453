import ArgumentParser
import Luban

struct ModuleList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists language and culture modules, as known now.",
    discussion: "Example:\n  luban module list --framework hsk2010 --columns code,level,hours,supports")

  @Option(help: ArgumentHelp("That teach this language.", valueName: "tag"))
  var language: String?
  @Option(help: "That lead to a level of this framework.")
  var framework: String?
  @Option(help: "Whose theme begins like this, whatever its case.")
  var theme: String?
  @Option(help: "Those that can enter a curriculum, those that were retired, or all.")
  var retirement = Retirement.current
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing {
    office.modules.list(language: language, framework: framework, theme: theme, retirement: retirement)
  }
}

struct ModuleLevels: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "levels",
    abstract: "Lists frameworks of language levels, how each level is passed, and the sources.",
    discussion: """
      Three schemes share the name HSK and do not compare, so a level is always named with its framework.

      Example:
        luban module levels --framework hsk2010
      """)

  @Option(help: "Of this framework.")
  var framework: String?
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    try await office.modules.levels(of: framework)
  }
}
