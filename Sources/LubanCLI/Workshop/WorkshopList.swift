import ArgumentParser
import Luban

struct WorkshopList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists workshops, as known now.",
    discussion: """
      Examples:
        luban workshop list --status operating --led-from-tianjin
        luban workshop list --partner CN-TJMC --columns code,title,unveiled
        luban workshop list --status operating --no-agreement
      """)

  @Option(help: ArgumentHelp("In this country, by two letters.", valueName: "alpha-2"))
  var country: String?
  @Option(help: "In this status.")
  var status: WorkshopStatus?
  @Option(help: "In which this partner takes part.")
  var partner: PartnerCode?
  @Flag(inversion: .prefixedNo, help: "With a Tianjin college as Chinese lead, or with another.")
  var ledFromTianjin: Bool?
  @Flag(inversion: .prefixedNo, help: "With an agreement in force that covers it, or without one.")
  var agreement: Bool?
  @Option(
    help: ArgumentHelp(
      "With this in its code or any of its names; case and accents do not matter.", valueName: "text"))
  var search: String?
  @Option(help: ArgumentHelp("Parts and agreements of this day.", valueName: "day"))
  var on = Day.today
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    var filter = WorkshopFilter()
    filter.country = country
    filter.status = status
    filter.partner = partner
    filter.isLedFromTianjin = ledFromTianjin
    filter.hasAgreement = agreement
    filter.search = search
    return try await office.workshops.list(filter, on: on)
  }
}
