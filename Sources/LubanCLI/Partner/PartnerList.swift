import ArgumentParser
import Luban

struct PartnerList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists partners, as known now.",
    discussion: """
      Examples:
        luban partner list --country UZ --status active
        luban partner list --search transport --format csv --columns code,name
      """)

  @Option(help: ArgumentHelp("Of this country, by two letters.", valueName: "alpha-2"))
  var country: String?
  @Option(help: "Of this kind.")
  var kind: PartnerKind?
  @Option(help: "In this standing.")
  var status: PartnerStatus?
  @Option(help: "With a part in this workshop.")
  var workshop: WorkshopCode?
  @Option(help: "With this part: in the workshop, if one is named.")
  var role: WorkshopRoleKind?
  @Option(
    help: ArgumentHelp(
      "With this in its code or any of its names, former ones too; case and accents do not matter.",
      valueName: "text"))
  var search: String?
  @Option(
    help: ArgumentHelp("Names, parts and agreements of this day.", valueName: "day"))
  var on = Day.today
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    var filter = PartnerFilter()
    filter.country = country
    filter.kind = kind
    filter.status = status
    filter.workshop = workshop
    filter.role = role
    filter.search = search
    return try await office.partners.list(filter, on: on)
  }
}
