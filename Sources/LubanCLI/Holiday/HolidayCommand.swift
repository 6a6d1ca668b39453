import Messages
import ArgumentParser
import Luban
import Tabular

struct HolidayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "holiday", abstract: "Days without teaching: holidays, and days a workshop closes.",
    subcommands: [HolidayList.self, HolidayAdd.self, HolidayRemove.self])
}

struct HolidayList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the days without teaching at a workshop, as known now.",
    discussion: """
      Holidays of its country, and what the workshop says of its own days.

      Example:
        luban holiday list --workshop UZ-TAS --from 2026-09-01 --to 2027-07-01
      """)

  @OptionGroup var workshop: WorkshopOptions
  @Option(help: ArgumentHelp("On this day or later.", valueName: "day"))
  var from: Day?
  @Option(help: ArgumentHelp("On this day or earlier.", valueName: "day"))
  var to: Day?
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    try await office.holidays.list(at: try workshop.required(), from: from, to: to)
  }
}

struct HolidayAdd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Closes a workshop on a day, or lets it teach on a holiday.",
    discussion: """
      Sessions that are planned on the day stay, unless --cancel-sessions is given.

      Examples:
        luban holiday add 2026-10-05 --workshop UZ-TAS --name "Open day" \\
          --cancel-sessions
        luban holiday add 2026-10-01 --workshop UZ-TAS \\
          --name "taught in spite of the holiday" --taught
      """)

  @Argument(help: "The days.")
  var days: [Day]
  @OptionGroup var workshop: WorkshopOptions
  @Option(help: "What the day is.")
  var name: String
  @Flag(help: "It is a holiday, but there is teaching.")
  var taught = false
  @Flag(help: "Cancel the sessions planned on it.")
  var cancelSessions = false
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
      days, named: name, at: workshop, isTaught: taught, cancelsSessions: cancelSessions)
    let lines = added.map { day in
      var line: [Message] = [
        day.isTaught
          ? "\(workshop) teaches on \(day.day): \(day.name)."
          : "\(workshop) is closed on \(day.day): \(day.name)."
      ]
      if day.cancelled > 0 { line.append("\(count: day.cancelled, "session") cancelled.") }
      if !day.isTaught, day.sessions > 0 { line.append("\(count: day.sessions, "session") still planned.") }
      return line.joined(separator: " ")
    }
    try result.report(lines.joined(separator: "\n"), added)
  }
}

struct HolidayRemove: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Takes back what a workshop said of a day.",
    discussion: """
      Sessions that were cancelled for it stay cancelled: luban class cancel --undo.

      Example:
        luban holiday remove 2026-10-05 --workshop UZ-TAS
      """)

  @Argument(help: "The days.")
  var days: [Day]
  @OptionGroup var workshop: WorkshopOptions
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if days.isEmpty { throw ValidationError(saying: "Name a day.") }
  }

  func run(_ office: Office) async throws {
    let workshop = try workshop.required()
    let removed = try await office.holidays.remove(days, at: workshop)
    let names = removed.map { "\($0.day) \($0.name)" }.joined(separator: ", ")
    try result.report("\(workshop) is no longer special on \(names).", removed)
  }
}
