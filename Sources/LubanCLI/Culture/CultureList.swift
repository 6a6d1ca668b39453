import ArgumentParser
import Luban

struct CultureList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists culture events, as known now.",
    discussion: "Example:\n  luban culture list --workshop UZ-TAS --theme calligraphy --from 2026-09-01")

  @OptionGroup var workshop: WorkshopOptions
  @Option(help: "Whose theme begins like this, whatever its case.")
  var theme: String?
  @Option(help: ArgumentHelp("That count for this module.", valueName: "course"))
  var module: CourseCode?
  @Option(help: ArgumentHelp("That end on this day or later.", valueName: "day"))
  var from: Day?
  @Option(help: ArgumentHelp("That begin on this day or earlier.", valueName: "day"))
  var to: Day?
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing {
    office.cultureEvents.list(workshop: workshop.named, theme: theme, module: module, from: from, to: to)
  }
}
