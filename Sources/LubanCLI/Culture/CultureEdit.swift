import ArgumentParser
import Luban

extension CultureEventChanges.Clearable: ExpressibleByArgument {}

struct CultureEdit: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Changes a culture event.",
    discussion: """
      What is not named stays as it is. Who took part must fit the event as before: with no more hours than \
      it has, enrolled on one of its days.

      Examples:
        luban culture edit CAL-2026 --title "Calligraphy and tea" --hours 8
        luban culture edit CAL-2026 --on 2026-10-11 --clear place
      """)

  @Argument(help: "Code of the event.")
  var code: EventCode
  @OptionGroup var workshop: WorkshopOptions
  @Option(help: "Theme.")
  var theme: String?
  @Option(help: "What it is.")
  var title: String?
  @Option(help: ArgumentHelp("First day; moves an event of one day.", valueName: "day"))
  var on: Day?
  @Option(help: ArgumentHelp("Last day.", valueName: "day"))
  var to: Day?
  @Option(help: "Hours it counts for those who take part in all of it.")
  var hours: Double?
  @Option(help: "Where.")
  var place: String?
  @Option(help: ArgumentHelp("Culture module it counts for.", valueName: "course"))
  var module: CourseCode?
  @Option(help: "What is to be emptied; may be repeated.")
  var clear: [CultureEventChanges.Clearable] = []
  @OptionGroup var result: ResultOptions

  func validate() throws {
    let values: [Any?] = [theme, title, on, to, hours, place, module]
    if clear.isEmpty, values.allSatisfy({ $0 == nil }) { throw ValidationError("Say what to change.") }
  }

  func run(_ office: Office) async throws {
    var changes = CultureEventChanges()
    changes.theme = theme
    changes.title = title
    changes.beginsOn = on
    changes.endsOn = to
    changes.hours = hours
    changes.place = place
    changes.module = module
    changes.cleared = Set(clear)
    let event = try await office.cultureEvents.edit(code, in: workshop.named, changes)
    try result.report("Changed \(event.line)", event)
  }
}

struct CultureRemove: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Removes a culture event in which nobody took part.",
    discussion: "Example:\n  luban culture remove TJ-2026")

  @Argument(help: "Code of the event.")
  var code: EventCode
  @OptionGroup var workshop: WorkshopOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    try await office.cultureEvents.remove(code, in: workshop.named)
    try result.report("Removed \(code).", ["removed": code])
  }
}
