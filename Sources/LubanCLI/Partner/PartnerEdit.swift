import ArgumentParser
import Luban

struct PartnerEdit: EditingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Changes what is known of a partner.",
    discussion: """
      A school that is renamed keeps the former name, with the day of the change (--since; today unless \
      given), and is still found by it. A name that was wrong is replaced with --correction.

      Examples:
        luban partner edit UZ-TLC --name "Tashkent Transport College" \\
          --since 2026-09-01
        luban partner edit UZ-TLC --name "ru=Ташкентский колледж" --correction
      """)

  @Argument(help: "Code of the partner.")
  var partner: PartnerCode
  @Option(help: "Another code.")
  var code: PartnerCode?
  @Option(help: "What it is.")
  var kind: PartnerKind?
  @Option(help: ArgumentHelp("Its country, by two letters.", valueName: "alpha-2"))
  var country: String?
  @Option(
    name: .customLong("name"),
    help: ArgumentHelp("Name, with its language unless English; may be repeated.", valueName: "zh=name"))
  var names: [TitleArgument] = []
  @Option(help: ArgumentHelp("Language in which it has no name any more; may be repeated.", valueName: "tag"))
  var dropName: [String] = []
  @Option(help: ArgumentHelp("First day of a new name; today unless given.", valueName: "day"))
  var since: Day?
  @Flag(help: "The name was wrong: replace it.")
  var correction = false
  @OptionGroup var said: PartnerOptions
  @Option(help: "What is to be emptied; may be repeated.")
  var clear: [PartnerDetails.Clearable] = []
  @OptionGroup var result: ResultOptions

  func validate() throws {
    let namesChange = !names.isEmpty || !dropName.isEmpty
    if since != nil, correction {
      throw ValidationError(saying: "A name changes --since a day, or is a --correction.")
    }
    if !namesChange, since != nil || correction {
      throw ValidationError(saying: "--since and --correction go with --name or --drop-name.")
    }
    try refuseNothing()
  }

  var changes: PartnerDetails {
    var changes = said.details
    (changes.code, changes.kind, changes.country, changes.cleared) = (code, kind, country, Set(clear))
    (changes.names, changes.droppedNames) = (Titles(names), dropName)
    changes.renaming = correction ? .correction : .since(since ?? .today)
    return changes
  }

  func run(_ office: Office) async throws {
    let changed = try await office.partners.edit(partner, changes)
    try result.report("Changed \(changed.line).", changed)
  }
}
