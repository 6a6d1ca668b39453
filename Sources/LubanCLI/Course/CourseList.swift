import ArgumentParser
import Luban

struct CourseList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists courses, with the language and culture modules among them, as known now.",
    discussion: """
      Examples:
        luban course list --kind technical --program LOG --format csv
        luban course list --search warehouse
      """)

  @Option(help: "Of this kind.")
  var kind: CourseKind?
  @Option(help: "In a curriculum of this program.")
  var program: ProgramCode?
  @Option(help: "Those that can enter a curriculum, those that were retired, or all.")
  var retirement = Retirement.current
  @Option(
    help: ArgumentHelp(
      "With this in its code or any of its names; case and accents do not matter.", valueName: "text"))
  var search: String?
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing {
    office.courses.list(kind: kind, program: program, retirement: retirement, search: search)
  }
}
