import ArgumentParser
import Luban

struct PartnerAdd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds a partner: a prospect, unless it is active already.",
    discussion: """
      Its city is named as you like: 塔什干 and Ташкент are Tashkent. One that luban city list does not \
      have yet is added with --new-city.

      Examples:
        luban partner add UZ-TLC --kind college --country UZ --city Tashkent \\
          --name "Tashkent Logistics College" \\
          --name "ru=Ташкентский колледж логистики"
        luban partner add UZ-CARGO --kind enterprise --country UZ \\
          --name "Example Cargo" --active --on 2026-03-01
      """)

  @Argument(help: "Code of the partner, as in UZ-TLC.")
  var code: PartnerCode
  @Option(help: "What it is.")
  var kind: PartnerKind
  @Option(help: ArgumentHelp("Its country, by two letters.", valueName: "alpha-2"))
  var country: String
  @Option(
    name: .customLong("name"),
    help: ArgumentHelp("Name, with its language unless English; repeated for others.", valueName: "zh=name"))
  var names: [TitleArgument]
  @OptionGroup var said: PartnerOptions
  @Flag(help: "It is active, not a prospect.")
  var active = false
  @Option(help: ArgumentHelp("Day from which it is active; today unless given.", valueName: "day"))
  var on: Day?
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if on != nil, !active { throw ValidationError(saying: "--on goes with --active.") }
  }

  func run(_ office: Office) async throws {
    var details = said.details
    (details.kind, details.country, details.names) = (kind, country, Titles(names))
    let partner = try await office.partners.add(
      code, details, activeSince: active ? on ?? .today : nil)
    let place = [partner.city, partner.country].compactMap { $0 }.joined(separator: ", ")
    try result.report(
      "Added \(partner.line): \(partner.kind.said), \(place), \(partner.status.said).", partner)
    let namesakes = try await office.partners.namesakes(of: code).map(\.rawValue)
    if !namesakes.isEmpty {
      Talk.say(
        """
        Named the same: \(namesakes.joined(separator: ", ")). If it is one partner, end the new one, and \
        work with the other.
        """)
    }
  }
}

/// What may be said of a new partner and of one that is changed.
struct PartnerOptions: ParsableArguments {
  @OptionGroup var city: CityOptions
  @Option(help: ArgumentHelp("Web address.", valueName: "url"))
  var website: String?
  @Option(help: "Free remark.")
  var note: String?

  var details: PartnerDetails {
    PartnerDetails { ($0.city, $0.website, $0.note) = (city.named, website, note) }
  }
}
