import Messages
import ArgumentParser
import Luban

struct CultureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "culture",
    abstract: "Culture events, who takes part in them, and the hours they count.",
    discussion: """
      A calligraphy day, a company visit, a festival, a month in Tianjin. Hours in events count toward the \
      culture hours of the program, with those attended in classes of culture modules.
      """,
    subcommands: [
      CultureAdd.self, CultureList.self, CultureShow.self, CultureEdit.self, CultureAttend.self,
      CultureCorrect.self, CultureHours.self, CultureImport.self, CultureEventImport.self, CultureRemove.self,
    ])
}

/// What may be said of a new event and of one that is changed.
struct CultureEventOptions: ParsableArguments {
  @Option(help: "Theme: calligraphy, tea, festivals, …")
  var theme: String?
  @Option(help: ArgumentHelp("Last day; of a new one the first unless given.", valueName: "day"))
  var to: Day?
  @Option(help: "Where.")
  var place: String?
  @Option(help: ArgumentHelp("Culture module it counts for.", valueName: "course"))
  var module: CourseCode?

  var details: CultureEventDetails {
    CultureEventDetails { ($0.theme, $0.endsOn, $0.place, $0.module) = (theme, to, place, module) }
  }
}

extension CultureEventDetails.Clearable: ExpressibleByArgument {}

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
  @Option(help: "What it is.")
  var title: String
  @Option(help: ArgumentHelp("First day.", valueName: "day"))
  var on: Day
  @Option(help: "Hours it counts for those who take part in all of it.")
  var hours: Double
  @OptionGroup var said: CultureEventOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var details = said.details
    (details.title, details.beginsOn, details.hours) = (title, on, hours)
    let event = try await office.cultureEvents.add(code, in: workshop.required(), details)
    try result.report("Added \(event.line)", event)
  }
}

struct CultureEdit: EditingCommand {
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
  @Option(help: "What it is.")
  var title: String?
  @Option(help: ArgumentHelp("First day; moves an event of one day.", valueName: "day"))
  var on: Day?
  @Option(help: "Hours it counts for those who take part in all of it.")
  var hours: Double?
  @OptionGroup var said: CultureEventOptions
  @Option(help: "What is to be emptied; may be repeated.")
  var clear: [CultureEventDetails.Clearable] = []
  @OptionGroup var result: ResultOptions

  var changes: CultureEventDetails {
    var changes = said.details
    (changes.title, changes.beginsOn, changes.hours, changes.cleared) = (title, on, hours, Set(clear))
    return changes
  }

  func run(_ office: Office) async throws {
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

struct CultureList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists culture events, as known now.",
    discussion: "Example:\n  luban culture list --workshop UZ-TAS --theme calligraphy --from 2026-09-01")

  @OptionGroup var workshop: WorkshopOptions
  @Option(help: "Whose theme begins like this, whatever its case.")
  var theme: String?
  @Option(help: ArgumentHelp("That count for this module.", valueName: "course"))
  var module: CourseCode?
  @Option(help: ArgumentHelp("That end on this day or later.", valueName: "day"))
  var from: Day?
  @Option(help: ArgumentHelp("That begin on this day or earlier.", valueName: "day"))
  var to: Day?
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing {
    office.cultureEvents.list(workshop: workshop.named, theme: theme, module: module, from: from, to: to)
  }
}

struct CultureImport: ImportingCommand {
  static let form = ImportForm.culture
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Enters who took part in culture events from a file.",
    discussion: """
      A line a student and event; the events are entered before with luban culture add or event-import. \
      Without hours they took part in all of it. All lines are checked before any is written; luban import \
      template culture lists the columns. Known hours are corrected only with --update.

      Examples:
        printf 'event,student,hours\\nCAL-2026,S-00005,6\\n' > took-part.csv
        luban culture import took-part.csv --cohort UZ-TAS-LOG-2026A --dry-run
        luban culture import took-part.csv --cohort UZ-TAS-LOG-2026A --update
      """)

  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportPlaceOptions
  @OptionGroup var result: ResultOptions
}

struct CultureEventImport: ImportingCommand {
  static let form = ImportForm.cultureEvents
  static let configuration = CommandConfiguration(
    commandName: "event-import", abstract: "Enters culture events from a file: the calendar of a term.",
    discussion: """
      A line an event; luban import template culture_events lists the columns. An event that is there stays \
      as it is, but for --update: then those who took part must fit it as before. An empty cell says nothing.

      Example:
        printf 'event,theme,title,date,hours,place\\n%s\\n' \\
          'NY-2027,festivals,Spring Festival,2027-02-06,"4,5",Hall 1' > term.csv
        luban culture event-import term.csv --workshop UZ-TAS
      """)

  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportWorkshopOptions
  @OptionGroup var result: ResultOptions
}

extension CultureEvent {
  /// What it is, when and how long, in one line.
  var line: Message {
    let counts: Message = module.map { ", counts for \($0)" } ?? ""
    return "\(code) \(title): \(theme), \(days), \(hours.amount) hours\(counts)."
  }

  /// Its day, or the first and the last.
  var days: Message { beginsOn == endsOn ? "\(beginsOn)" : "\(beginsOn) to \(endsOn)" }
}
