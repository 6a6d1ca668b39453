import ArgumentParser
import Luban

struct WorkshopEdit: WritingCommand {
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
  @OptionGroup var city: CityOptions
  @Option(help: ArgumentHelp("Time zone of the school, as in Asia/Tashkent.", valueName: "zone"))
  var timeZone: String?
  @Option(help: ArgumentHelp("Whether it teaches yet.", valueName: "preparing|operating"))
  var status: WorkshopStatus?
  @Flag(inversion: .prefixedNo, help: "Whether the Chinese lead is a Tianjin college.")
  var ledFromTianjin: Bool?
  @OptionGroup var roles: RoleOptions
  @Option(
    help: ArgumentHelp("Part that ends, as in host=UZ-TSTU; may be repeated.", valueName: "role=code"))
  var endRole: [NamedRole] = []
  @Option(
    help: ArgumentHelp(
      "Part that was entered by mistake, as in host=UZ-TSTU; may be repeated.", valueName: "role=code"))
  var dropRole: [NamedRole] = []
  @Option(help: ArgumentHelp("Day on which parts begin and end; today unless given.", valueName: "day"))
  var on: Day?
  @OptionGroup var milestones: MilestoneOptions
  @Option(
    help: ArgumentHelp(
      "Milestone that was wrong, as in unveiled=2024-09; may be repeated.", valueName: "kind=date"))
  var dropMilestone: [WorkshopMilestone] = []
  @Option(help: "Free remark.")
  var note: String?
  @Option(help: "What is to be emptied; may be repeated.")
  var clear: [WorkshopChanges.Clearable] = []
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if on != nil, roles.named.isEmpty, endRole.isEmpty {
      throw ValidationError(
        "--on goes with --end-role or a new part: --host, --lead, --enterprise, --awarding-body.")
    }
    let isNothing =
      titles.isEmpty && dropTitle.isEmpty && city.city == nil && timeZone == nil && status == nil
      && ledFromTianjin == nil
      && roles.named.isEmpty && endRole.isEmpty && dropRole.isEmpty && milestones.named.isEmpty
      && dropMilestone.isEmpty
      && note == nil && clear.isEmpty
    if isNothing { throw ValidationError("Say what to change.") }
  }

  func run(_ office: Office) async throws {
    var changes = WorkshopChanges()
    changes.titles = Titles(titles)
    changes.droppedTitles = dropTitle
    changes.city = city.named
    changes.timeZone = timeZone
    changes.status = status
    changes.isLedFromTianjin = ledFromTianjin
    changes.newRoles = roles.named
    changes.endedRoles = endRole
    changes.droppedRoles = dropRole
    changes.day = on ?? .today
    changes.milestones = milestones.named
    changes.droppedMilestones = dropMilestone
    changes.note = note
    changes.cleared = Set(clear)
    let changed = try await office.workshops.edit(workshop, changes)
    try result.report("Changed \(changed.line).", changed)
  }
}
