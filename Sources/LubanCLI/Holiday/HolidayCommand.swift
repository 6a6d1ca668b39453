import Messages
import ArgumentParser
import Luban
import Tabular

struct HolidayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "holiday", abstract: "Days without teaching: holidays, and days a workshop closes.",
    subcommands: [
      HolidayList.self, HolidayAdd.self, HolidayImport.self, HolidayCancelSessions.self, HolidayRemove.self,
    ])
}

struct HolidayList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the days without teaching at a workshop or in a country, as known now.",
    discussion: """
      Of a workshop, the holidays of its country, and what it says of its own days.

      Examples:
        luban holiday list --workshop UZ-TAS --from 2026-09-01 --to 2027-07-01
        luban holiday list --country KZ --from 2027-01-01
      """)

  @OptionGroup var workshop: WorkshopOptions
  @Option(help: ArgumentHelp("Instead of a workshop, the country, by two letters.", valueName: "alpha-2"))
  var country: String?
  @Option(help: ArgumentHelp("On this day or later.", valueName: "day"))
  var from: Day?
  @Option(help: ArgumentHelp("On this day or earlier.", valueName: "day"))
  var to: Day?
  @OptionGroup var listing: ListingOptions

  func validate() throws {
    if country != nil, workshop.workshop != nil {
      throw ValidationError(saying: "--country stands instead of --workshop.")
    }
  }

  func rows(of office: Office) async throws -> Listing {
    if let country { return try await office.holidays.list(in: country, from: from, to: to) }
    return try await office.holidays.list(at: try workshop.required(), from: from, to: to)
  }
}

struct HolidayAdd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Closes a workshop on days, or lets it teach on a holiday.",
    discussion: """
      A break is written with two dots from its first day to its last. Sessions that are planned on these \
      days stay, unless --cancel-sessions is given; those whose attendance was taken always do.

      Examples:
        luban holiday add 2026-10-05 --workshop UZ-TAS --name "Open day" \\
          --cancel-sessions
        luban holiday add 2026-12-25..2027-01-08 --workshop UZ-TAS \\
          --name "Winter break" --cancel-sessions --dry-run
        luban holiday add 2026-10-01 --workshop UZ-TAS \\
          --name "taught in spite of the holiday" --taught
      """)

  @Argument(help: ArgumentHelp("The days, or breaks: first day..last day.", valueName: "days"))
  var days: [DaySpan]
  @OptionGroup var workshop: WorkshopOptions
  @Option(help: "What the day is.")
  var name: String
  @Flag(help: "It is a holiday, but there is teaching.")
  var taught = false
  @Flag(help: "Cancel the sessions planned on it.")
  var cancelSessions = false
  @Flag(help: "Only show what would be done.")
  var dryRun = false
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if days.isEmpty { throw ValidationError(saying: "Name a day.") }
    if taught, cancelSessions {
      throw ValidationError(saying: "--cancel-sessions does not go with --taught.")
    }
  }

  func run(_ office: Office) async throws {
    let workshop = try workshop.required()
    let added = try await office.holidays.add(
      days, named: name, at: workshop, isTaught: taught, cancelsSessions: cancelSessions, isDryRun: dryRun)
    let lines = added.flatMap { day in
      var line: [Message] = [dryRun ? "Dry run: \(day.line)" : day.line]
      if day.cancelled > 0 { line.append("\(count: day.cancelled, "session") cancelled.") }
      let stay = day.isTaught ? 0 : day.sessions
      if stay > 0 { line.append("\(count: stay, "session") still planned.") }
      let cancelling =
        "luban holiday cancel-sessions --workshop \(workshop) --from \(day.from) --to \(day.to)"
      // Those whose attendance was taken stay whatever is asked.
      let way: [Message] = stay > 0 && !cancelSessions ? ["  \(cancelling) cancels what is planned."] : []
      return [line.joined(separator: " ")] + day.closed.lines(isDryRun: dryRun) + way
    }
    try result.report(lines.joined(separator: "\n"), added)
  }
}

struct HolidayCancelSessions: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel-sessions", abstract: "Cancels the sessions planned on days without teaching.",
    discussion: """
      On holidays of the country and on closed days of the workshop, as after luban holiday import. Sessions \
      whose attendance was taken stay, and are named.

      Example:
        luban holiday cancel-sessions --workshop UZ-TAS --from 2026-09-01 \\
          --to 2027-07-01 --dry-run
      """)

  @OptionGroup var workshop: WorkshopOptions
  @Option(help: ArgumentHelp("The first day.", valueName: "day"))
  var from: Day
  @Option(help: ArgumentHelp("The last day.", valueName: "day"))
  var to: Day
  @Flag(help: "Only show what would be cancelled.")
  var dryRun = false
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let workshop = try workshop.required()
    let closed = try await office.holidays.cancelSessions(
      at: workshop, in: DaySpan(from, to), isDryRun: dryRun)
    let count: Message = "\(count: closed.count(where: \.isCancelled), "session") cancelled."
    let lines = [dryRun ? "Dry run: \(count)" : count] + closed.lines(isDryRun: true)
    try result.report(lines.joined(separator: "\n"), closed)
  }
}

struct HolidayImport: ImportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Enters the holidays and breaks of a workshop from a file.",
    discussion: """
      A line is a day or a break: from, to, name, teaching; luban import template holidays lists the \
      headers. Sent again nothing changes; --update takes over what differs. Sessions that are planned on \
      these days stay: luban holiday cancel-sessions cancels them.

      Example:
        printf '%s\\n' from,to,name '2026-12-25,2027-01-08,Winter break' \\
          > year.csv
        luban holiday import year.csv --workshop UZ-TAS
      """)

  static let form = ImportForm.holidays
  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportPlaceOptions
  @OptionGroup var result: ResultOptions
}

struct HolidayRemove: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Takes back what a workshop said of days.",
    discussion: """
      Of a break that is taken back in part, the rest stays. Sessions that were cancelled for it stay \
      cancelled: luban class cancel --undo.

      Examples:
        luban holiday remove 2026-10-05 --workshop UZ-TAS
        luban holiday remove 2027-01-07..2027-01-08 --workshop UZ-TAS
      """)

  @Argument(help: ArgumentHelp("The days, or breaks: first day..last day.", valueName: "days"))
  var days: [DaySpan]
  @OptionGroup var workshop: WorkshopOptions
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if days.isEmpty { throw ValidationError(saying: "Name a day.") }
  }

  func run(_ office: Office) async throws {
    let workshop = try workshop.required()
    let removed = try await office.holidays.remove(days, at: workshop)
    let names = removed.map { "\($0.days) \($0.name)" }.joined(separator: ", ")
    try result.report("\(workshop) is no longer special on \(names).", removed)
  }
}

extension DaySpan: ExpressibleByArgument {
  /// Reads a day, or two with two dots or a dash between them, each as people type it.
  public init?(argument: String) {
    let parts = argument.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
    guard let from = Day(argument: parts[0]), let to = Day(argument: parts[parts.count - 1]), parts.count <= 2
    else { return nil }
    self.init(from, to)
  }
}

extension WorkshopDay {
  fileprivate var line: Message {
    switch (isTaught, from == to) {
    case (true, true): "\(workshop) teaches on \(from): \(name)."
    case (false, true): "\(workshop) is closed on \(from): \(name)."
    case (true, false): "\(workshop) teaches from \(from) to \(to): \(name)."
    case (false, false): "\(workshop) is closed from \(from) to \(to): \(name)."
    }
  }
}

extension [ClosedSession] {
  /// Those that stay, and why; where it was only tried, the others too.
  fileprivate func lines(isDryRun: Bool) -> [Message] {
    filter { isDryRun || !$0.isCancelled }.map { session in
      let what = "\(session.taughtClass) \(session.on) \(session.at)"
      return session.isCancelled
        ? "  \(what), \(session.name)" : "  \(what) stays: its attendance was taken"
    }
  }
}
