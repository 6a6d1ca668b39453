import ArgumentParser
import Luban

struct WorkshopEdit: EditingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Changes a workshop: names, partners, milestones, status.",
    discussion: """
      Parts begin and end on one day (--on; today unless given), so that one host follows another in one \
      command.

      Examples:
        luban workshop edit UZ-TAS --status operating --in-operation 2024-09
        luban workshop edit UZ-TAS --time-zone Asia/Tashkent
        luban workshop edit UZ-TAS --end-role enterprise=UZ-ATG \\
          --enterprise UZ-RAIL --on 2027-09-01
      """)

  @Argument(help: "Code of the workshop.")
  var workshop: WorkshopCode
  @Option(
    name: .customLong("title"),
    help: ArgumentHelp("Name, with its language unless English; may be repeated.", valueName: "zh=title"))
  var titles: [TitleArgument] = []
  @Option(help: ArgumentHelp("Language whose name is dropped; may be repeated.", valueName: "tag"))
  var dropTitle: [String] = []
  @Option(help: ArgumentHelp("Whether it teaches yet.", valueName: "preparing|operating"))
  var status: WorkshopStatus?
  @Flag(inversion: .prefixedNo, help: "Whether the Chinese lead is a Tianjin college.")
  var ledFromTianjin: Bool?
  @Option(
    help: ArgumentHelp("Part that ends, as in host=UZ-TSTU; may be repeated.", valueName: "role=code"))
  var endRole: [NamedRole] = []
  @Option(
    help: ArgumentHelp(
      "Part that was entered by mistake, as in host=UZ-TSTU; may be repeated.", valueName: "role=code"))
  var dropRole: [NamedRole] = []
  @Option(help: ArgumentHelp("Day on which parts begin and end; today unless given.", valueName: "day"))
  var on: Day?
  @Option(
    help: ArgumentHelp(
      "Milestone that was wrong, as in unveiled=2024-09; may be repeated.", valueName: "kind=date"))
  var dropMilestone: [WorkshopMilestone] = []
  @OptionGroup var said: WorkshopDetailOptions
  @Option(help: "What is to be emptied; may be repeated.")
  var clear: [WorkshopDetails.Clearable] = []
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if on != nil, said.roles.named.isEmpty, endRole.isEmpty {
      throw ValidationError(
        saying: "--on goes with --end-role or a new part: --host, --lead, --enterprise, --awarding-body.")
    }
    try refuseNothing()
  }

  var changes: WorkshopDetails {
    var changes = said.details
    (changes.titles, changes.droppedTitles) = (Titles(titles), dropTitle)
    (changes.status, changes.isLedFromTianjin) = (status, ledFromTianjin)
    (changes.endedRoles, changes.droppedRoles, changes.day) = (endRole, dropRole, on)
    (changes.droppedMilestones, changes.cleared) = (dropMilestone, Set(clear))
    return changes
  }

  func run(_ office: Office) async throws {
    let changed = try await office.workshops.edit(workshop, changes)
    try result.report("Changed \(changed.line).", changed)
    try await office.tellInactive(.named(said.roles.named.map(\.partner)), isQuiet: result.isQuiet)
  }
}
