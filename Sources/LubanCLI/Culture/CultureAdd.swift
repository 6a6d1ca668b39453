import ArgumentParser
import Luban

struct CultureAdd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Adds a culture event.",
    discussion: """
      The theme is free: calligraphy, tea, festivals, craft, music, city visit; where a module is named it \
      is that of the module unless given. An event of several days names its last one with --to.

      Examples:
        luban culture add CAL-2026 --workshop UZ-TAS --theme calligraphy \\
          --title "Calligraphy day" --on 2026-10-10 --hours 6 --place "Hall 2"
        luban culture add TJ-2026 --workshop UZ-TAS --theme "city visit" \\
          --title "A month in Tianjin" --on 2026-11-02 --to 2026-11-29 --hours 80
      """)

  @Argument(help: "Code of the event, unique in the workshop.")
  var code: EventCode
  @OptionGroup var workshop: WorkshopOptions
  @Option(help: "Theme: calligraphy, tea, festivals, …")
  var theme: String?
  @Option(help: "What it is.")
  var title: String
  @Option(help: ArgumentHelp("First day.", valueName: "day"))
  var on: Day
  @Option(help: ArgumentHelp("Last day; the first one unless given.", valueName: "day"))
  var to: Day?
  @Option(help: "Hours it counts for those who take part in all of it.")
  var hours: Double
  @Option(help: "Where.")
  var place: String?
  @Option(help: ArgumentHelp("Culture module it counts for.", valueName: "course"))
  var module: CourseCode?
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let event = try await office.cultureEvents.add(
      NewCultureEvent(
        code: code, workshop: workshop.required(), theme: theme, title: title, place: place, beginsOn: on,
        endsOn: to, hours: hours, module: module))
    try result.report("Added \(event.line)", event)
  }
}

extension CultureEvent {
  /// What it is, when and how long, in one line.
  var line: String {
    "\(code) \(title): \(theme), \(days), \(hours.amount) hours"
      + (module.map { ", counts for \($0)." } ?? ".")
  }

  /// Its day, or the first and the last.
  var days: String { beginsOn == endsOn ? beginsOn.iso : "\(beginsOn) to \(endsOn)" }
}
