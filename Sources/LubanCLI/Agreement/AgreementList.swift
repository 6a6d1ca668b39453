import ArgumentParser
import Luban

struct AgreementList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists agreements, as known now.",
    discussion: """
      Examples:
        luban agreement list --in-force --workshop UZ-TAS
        luban agreement list --expiring 90d --sort until --format csv
      """)

  @Option(help: "Of this kind.")
  var kind: AgreementKind?
  @Option(help: "Signed by this partner.")
  var partner: PartnerCode?
  @Option(help: "That covers this workshop, or one of its programs.")
  var workshop: WorkshopCode?
  @Option(help: "With this number on the paper, or this part of it.")
  var number: String?
  @Flag(help: "In force on the day.")
  var inForce = false
  @Option(
    help: ArgumentHelp(
      "In force, and expiring within so many days, weeks, months of 30 days or years: 90d, 12w, 6m, 2y.",
      valueName: "days"))
  var expiring: DayCount?
  @Option(help: ArgumentHelp("The day on which they are looked at.", valueName: "day"))
  var on = Day.today
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    try await office.agreements.list(
      kind: kind, partner: partner, workshop: workshop, number: number, isInForce: inForce,
      expiresWithin: expiring?.days,
      on: on)
  }
}
