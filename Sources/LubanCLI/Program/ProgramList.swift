import ArgumentParser
import Luban

struct ProgramList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists programs, each with its latest edition, as known now.",
    discussion: """
      Examples:
        luban program list --mode degree-education --field 04 --workshop UZ-TAS
        luban program list --search logistics
      """)

  @Option(help: "In this mode.")
  var mode: ProgramMode?
  @Option(
    help: ArgumentHelp("In this field of ISCED-F 2013 or one below it: 07 finds 0715.", valueName: "code"))
  var field: String?
  @Option(help: ArgumentHelp("At this level of ISCED 2011.", valueName: "0-8"))
  var level: Int?
  @Option(help: "With a cohort at this workshop.")
  var workshop: WorkshopCode?
  @Option(
    help: ArgumentHelp(
      "With this in its code or any of its names; case and accents do not matter.", valueName: "text"))
  var search: String?
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing {
    office.programs.list(mode: mode, field: field, level: level, workshop: workshop, search: search)
  }
}

struct ProgramFields: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields", abstract: "Lists the fields of ISCED-F 2013, of which each program names one.",
    discussion: """
      Two digits are a broad field, three a narrow one, four a detailed one.

      Examples:
        luban program fields --search transport
        luban program fields --below 07
      """)

  @Option(help: ArgumentHelp("Only this field and those below it.", valueName: "code"))
  var below: String?
  @Option(help: ArgumentHelp("With this in its title; case does not matter.", valueName: "text"))
  var search: String?
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing { office.programs.fields(below: below, search: search) }
}
