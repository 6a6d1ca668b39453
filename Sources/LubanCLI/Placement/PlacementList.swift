import ArgumentParser
import Luban

struct PlacementList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists placements with hours planned and worked, as known now.",
    discussion: "Example:\n  luban placement list --cohort UZ-TAS-LOG-2026A")

  @OptionGroup var which: PlacementFilterOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing {
    office.placements.list(which.filter)
  }
}

struct PlacementClashes: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "clashes", abstract: "Lists sessions of classes that fall into placements.",
    discussion: """
      A row for each session of a class of the student on a day of the placement, with its hours and those \
      logged on that day.

      Example:
        luban placement clashes --cohort UZ-TAS-LOG-2026A
      """)

  @OptionGroup var which: PlacementFilterOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing {
    office.placements.clashes(which.filter)
  }
}

/// Which placements are listed.
struct PlacementFilterOptions: ParsableArguments {
  @OptionGroup var workshop: WorkshopOptions
  @Option(help: "Of this cohort.")
  var cohort: CohortCode?
  @Option(help: "Of this student.")
  var student: StudentReference?
  @Option(help: "Of this offer.")
  var offer: OfferCode?
  @Option(help: "At this enterprise.")
  var partner: PartnerCode?
  @Option(help: ArgumentHelp("That lie on this day.", valueName: "day"))
  var on: Day?

  var filter: PlacementFilter {
    var filter = PlacementFilter()
    filter.workshop = workshop.named
    filter.cohort = cohort
    filter.student = student
    filter.offer = offer
    filter.partner = partner
    filter.on = on
    return filter
  }
}
