import Messages
import ArgumentParser
import Luban
import Tabular

struct PlacementOfferAdd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "offer", abstract: "Adds places that an enterprise offers.",
    discussion: """
      Example:
        luban placement offer RAIL-2026 --workshop UZ-TAS --partner UZ-RAIL \\
          --title "Freight yard" --places 2 --from 2026-10-05 --to 2026-12-18 \\
          --hours 320 --supervisor "A. Yusupov"
      """)

  @Argument(help: "Code of the offer, unique in the workshop.")
  var code: OfferCode
  @OptionGroup var workshop: WorkshopOptions
  @Option(help: "Code of the enterprise.")
  var partner: PartnerCode
  @Option(help: "The work.")
  var title: String
  @Option(help: "Places offered.")
  var places: Int
  @Option(help: ArgumentHelp("First day.", valueName: "day"))
  var from: Day
  @Option(help: ArgumentHelp("Last day.", valueName: "day"))
  var to: Day
  @Option(help: "Hours planned for each student.")
  var hours: Double
  @Option(help: "Placement course it is for.")
  var course: CourseCode?
  @Option(help: ArgumentHelp("Who looks after the students.", valueName: "name"))
  var supervisor: String?
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let details = PlacementOfferDetails {
      ($0.partner, $0.title, $0.course, $0.places) = (partner, title, course, places)
      ($0.beginsOn, $0.endsOn, $0.hours, $0.supervisor) = (from, to, hours, supervisor)
    }
    let offer = try await office.placements.offer(code, in: workshop.required(), details)
    try result.report("Added \(offer.line)", offer)
  }
}

struct PlacementOffers: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "offers", abstract: "Lists places that enterprises offer, as known now.",
    discussion: "Example:\n  luban placement offers --workshop UZ-TAS --free")

  @OptionGroup var workshop: WorkshopOptions
  @Option(help: "Of this enterprise.")
  var partner: PartnerCode?
  @Option(help: ArgumentHelp("Open on this day.", valueName: "day"))
  var on: Day?
  @Flag(name: .customLong("free"), help: "With free places only.")
  var isFree = false
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing {
    office.placements.offers(workshop: workshop.named, partner: partner, on: on, isFree: isFree)
  }
}

struct PlacementEdit: EditingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Changes an offer of places.",
    discussion: """
      What is not named stays as it is. The places taken and the days of the placements must fit it.

      Example:
        luban placement edit RAIL-2026 --places 3 --hours 300
      """)

  @Argument(help: "Code of the offer.")
  var code: OfferCode
  @OptionGroup var workshop: WorkshopOptions
  @Option(help: "The work.")
  var title: String?
  @Option(help: "Places offered.")
  var places: Int?
  @Option(help: ArgumentHelp("First day.", valueName: "day"))
  var from: Day?
  @Option(help: ArgumentHelp("Last day.", valueName: "day"))
  var to: Day?
  @Option(help: "Hours planned for each student.")
  var hours: Double?
  @Option(help: ArgumentHelp("Who looks after the students.", valueName: "name"))
  var supervisor: String?
  @OptionGroup var result: ResultOptions

  var changes: PlacementOfferDetails {
    PlacementOfferDetails {
      ($0.title, $0.places, $0.supervisor) = (title, places, supervisor)
      ($0.beginsOn, $0.endsOn, $0.hours) = (from, to, hours)
    }
  }

  func run(_ office: Office) async throws {
    let offer = try await office.placements.edit(code, in: workshop.named, changes)
    try result.report("Changed \(offer.line)", offer)
  }
}

extension PlacementOffer {
  /// What is offered by whom, in one line.
  var line: Message {
    """
    \(code) \(title) at \(partner): \(beginsOn) to \(endsOn), \(hours.amount) hours, \
    \(count: places, "place"), \(places - placesTaken) free.
    """
  }
}
