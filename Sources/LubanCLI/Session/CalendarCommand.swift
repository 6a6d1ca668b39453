import ArgumentParser
import Luban
import Tabular

struct CalendarCommand: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Writes the sessions of a cohort, an instructor or a class as iCalendar.",
    discussion: """
      Phones and mail programs read it (RFC 5545). Cancelled sessions are in it as cancelled. Times are UTC \
      where the workshop has a time zone (luban workshop edit --time-zone), else local.

      Examples:
        luban calendar --cohort UZ-TAS-LOG-2026A --output cohort.ics
        luban calendar --instructor UZ-TSTU/117 --from 2026-09-01
        luban calendar --class UZ-TAS-LOG-2026A/LOG-110
      """)

  @Option(help: "All classes of this cohort.")
  var cohort: CohortCode?
  @Option(help: ArgumentHelp("What this instructor teaches.", valueName: "partner/number"))
  var instructor: InstructorCode?
  @Option(name: .customLong("class"), help: ArgumentHelp("This class.", valueName: "cohort/course"))
  var taughtClass: ClassCode?
  @Option(help: ArgumentHelp("On this day or later.", valueName: "day"))
  var from: Day?
  @Option(help: ArgumentHelp("On this day or earlier.", valueName: "day"))
  var to: Day?
  @Option(
    name: [.short, .long], help: ArgumentHelp("Write to a file instead of stdout.", valueName: "file"),
    completion: .file())
  var output: String?
  @OptionGroup var connection: ConnectionOptions

  private var owners: [(Sessions.CalendarOwner, String)] {
    [
      cohort.map { (.cohort($0), $0.rawValue) }, instructor.map { (.instructor($0), $0.description) },
      taughtClass.map { (.taughtClass($0), $0.description) },
    ].compactMap { $0 }
  }

  func validate() throws {
    if owners.count != 1 { throw ValidationError(saying: "Give one of --cohort, --instructor, --class.") }
  }

  /// What it writes is for whoever gets it, and not in the language of who runs it.
  var isForPeople: Bool { false }

  func run(_ office: Office) async throws {
    guard let (owner, name) = owners.first else { return }
    let events = try await office.sessions.calendar(of: owner, from: from, to: to)
    let file = try output.map { try OutputFile(path: $0) }
    let sink = file?.sink ?? .standardOutput()
    let calendar = try CalendarOutput(sink, name: name)
    for event in events { try calendar.write(event) }
    try calendar.finish()
    try sink.flush()
    try file?.commit()
    if events.isEmpty { Talk.say("Nothing found.") }
  }
}
