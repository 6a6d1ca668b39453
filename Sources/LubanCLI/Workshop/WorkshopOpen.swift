import ArgumentParser
import Luban

struct WorkshopOpen: WritingCommand {
  /// The statuses in which a workshop can begin.
  enum Beginning: String, ExpressibleByArgument, CaseIterable { case preparing, operating }

  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Opens a workshop, with those who take part in it.",
    discussion: """
      It is in preparation unless --status says that it teaches already.

      Example:
        luban workshop open UZ-SAM --country UZ --city Samarkand \\
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
  @OptionGroup var city: CityOptions
  @Option(
    name: .customLong("status"),
    help: ArgumentHelp("Whether it teaches yet.", valueName: "preparing|operating"))
  var beginning = Beginning.preparing
  @Flag(
    inversion: .prefixedNo, help: "Whether the Chinese lead is a Tianjin college.")
  var ledFromTianjin = true
  @OptionGroup var roles: RoleOptions
  @Option(help: ArgumentHelp("First day of these parts; from the beginning unless given.", valueName: "day"))
  var since: Day?
  @OptionGroup var milestones: MilestoneOptions
  @Option(help: "Free remark.")
  var note: String?
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if since != nil, roles.named.isEmpty {
      throw ValidationError("--since goes with --host, --lead, --enterprise or --awarding-body.")
    }
  }

  func run(_ office: Office) async throws {
    var new = NewWorkshop(code: code, titles: Titles(titles), country: country)
    new.city = city.named
    new.status = beginning == .operating ? .operating : .preparing
    new.isLedFromTianjin = ledFromTianjin
    new.roles = roles.named
    new.rolesSince = since
    new.milestones = milestones.named
    new.note = note
    let workshop = try await office.workshops.open(new)
    let place = [workshop.city, workshop.country].compactMap { $0 }.joined(separator: ", ")
    try result.report(
      "Opened \(workshop.line): \(place), \(workshop.status.rawValue)\(workshop.cast).", workshop)
  }
}

extension Workshop {
  /// Code and name, as in every line about it.
  var line: String { "\(code) \(titles.main)" }

  /// Who takes part in it, as the end of a sentence.
  fileprivate var cast: String {
    roles.map { "; \($0.role.words) \($0.partner)" }.joined()
  }
}
