import ArgumentParser
import Luban

struct CourseList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists courses, with the language and culture modules among them, as known now.",
    discussion: "Example:\n  luban course list --kind technical --program LOG --format csv")

  @Option(help: "Of this kind.")
  var kind: CourseKind?
  @Option(help: "In a curriculum of this program.")
  var program: ProgramCode?
  @Option(help: "Those that can enter a curriculum, those that were retired, or all.")
  var retirement = Retirement.current
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing {
    office.courses.list(kind: kind, program: program, retirement: retirement)
  }
}
