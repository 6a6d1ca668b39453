import ArgumentParser
import Luban

struct ProgramList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists programs, each with its latest edition, as known now.",
    discussion: "Example:\n  luban program list --mode degree-education --field 04 --workshop UZ-TAS")

  @Option(help: "In this mode.")
  var mode: ProgramMode?
  @Option(
    help: ArgumentHelp("In this field of ISCED-F 2013 or one below it: 07 finds 0715.", valueName: "code"))
  var field: String?
  @Option(help: ArgumentHelp("At this level of ISCED 2011.", valueName: "0-8"))
  var level: Int?
  @Option(help: "With a cohort at this workshop.")
  var workshop: WorkshopCode?
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing {
    office.programs.list(mode: mode, field: field, level: level, workshop: workshop)
  }
}
