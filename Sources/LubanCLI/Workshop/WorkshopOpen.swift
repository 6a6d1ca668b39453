import Messages
import ArgumentParser
import Luban

struct WorkshopOpen: WritingCommand {
  /// The statuses in which a workshop can begin.
  enum Beginning: String, WordedArgument { case preparing, operating }

  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Opens a workshop, with those who take part in it.",
    discussion: """
      It is in preparation unless --status says that it teaches already.

      Example:
        luban workshop open UZ-SAM --country UZ --city Samarkand --new-city \\
          --title "Uzbekistan Luban Workshop (Samarkand)" \\
          --host UZ-TSTU --lead CN-TJMC --signed 2026-03
      """)

  @Argument(help: "Code of the workshop, as in UZ-SAM.")
  var code: WorkshopCode
  @Option(
    name: .customLong("title"),
    help: ArgumentHelp("Name, with its language unless English; repeated for others.", valueName: "zh=title"))
  var titles: [TitleArgument]
  @Option(help: ArgumentHelp("Host country, by two letters.", valueName: "alpha-2"))
  var country: String
  @Option(
    name: .customLong("status"),
    help: ArgumentHelp("Whether it teaches yet.", valueName: "preparing|operating"))
  var beginning = Beginning.preparing
  @Flag(
    inversion: .prefixedNo, help: "Whether the Chinese lead is a Tianjin college.")
  var ledFromTianjin = true
  @Option(help: ArgumentHelp("First day of these parts; from the beginning unless given.", valueName: "day"))
  var since: Day?
  @OptionGroup var said: WorkshopDetailOptions
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if since != nil, said.roles.named.isEmpty {
      throw ValidationError(saying: "--since goes with --host, --lead, --enterprise or --awarding-body.")
    }
  }

  func run(_ office: Office) async throws {
    var details = said.details
    (details.titles, details.day) = (Titles(titles), since)
    details.status = beginning == .operating ? .operating : .preparing
    details.isLedFromTianjin = ledFromTianjin
    let workshop = try await office.workshops.open(code, in: country, details)
    let place = [workshop.city, workshop.country].compactMap { $0 }.joined(separator: ", ")
    try result.report(
      "Opened \(workshop.line): \(place), \(workshop.status.said)\(workshop.cast).", workshop)
    if workshop.timeZone == nil {
      Talk.say(
        """
        Its country has several times, so which day it is there is not known: luban workshop edit \(code) \
        --time-zone says it.
        """, isQuiet: result.isQuiet)
    }
    try await office.tellInactive(.named(said.roles.named.map(\.partner)), isQuiet: result.isQuiet)
  }
}

extension Workshop {
  /// Code and name, as in every line about it.
  var line: String { "\(code) \(titles.main)" }

  /// Who takes part in it, as the end of a sentence.
  fileprivate var cast: Message {
    roles.map { "; \($0.role.said) \($0.partner)" as Message }.joined()
  }
}

/// What may be said of a new workshop and of one that is changed.
struct WorkshopDetailOptions: ParsableArguments {
  @OptionGroup var city: CityOptions
  @OptionGroup var roles: RoleOptions
  @OptionGroup var milestones: MilestoneOptions
  @Option(
    help: ArgumentHelp(
      "Time zone, as in Asia/Tashkent; where the country has one time only, that one unless given.",
      valueName: "zone"))
  var timeZone: String?
  @Option(help: "Free remark.")
  var note: String?

  var details: WorkshopDetails {
    WorkshopDetails {
      ($0.city, $0.newRoles, $0.milestones, $0.note) = (city.named, roles.named, milestones.named, note)
      $0.timeZone = timeZone
    }
  }
}
