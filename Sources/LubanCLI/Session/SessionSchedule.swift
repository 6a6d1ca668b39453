import Messages
import ArgumentParser
import Luban
import Tabular

struct SessionSchedule: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "Makes the sessions of a class from a weekly pattern.",
    discussion: """
      Sessions are made until the hours of the course are used up, or until --to where it is given. \
      Holidays of the country and closed days of the workshop are left out, and named. Sessions that are \
      there already, moved or cancelled ones too, stay, so that it can be run again.

      A time of every other week is written with odd or even before the day. Weeks are counted from the \
      first one of the term, which is that of --week-1; holidays do not shift them.

      Examples:
        luban class schedule UZ-TAS-LOG-2026A/LOG-105 --weekly "Mon 09:00-10:30" \\
          --weekly "Thu 11:00-12:30" --hours 2
        luban class schedule UZ-TAS-LOG-2026A/LOG-105 --weekly "Tue 14:00-15:30" \\
          --from 2026-10-01 --to 2026-10-31 --room lab --dry-run
        luban class schedule UZ-TAS-LOG-2026A/LOG-110 --weekly "odd Wed 09:00-10:30" \\
          --weekly "even Fri 09:00-10:30" --week-1 2026-09-07 --dry-run
      """)

  @Argument(help: "Cohort and course.")
  var code: ClassCode
  @Option(help: ArgumentHelp("Time of the week; repeated for others.", valueName: "Mon 09:00-10:30"))
  var weekly: [WeeklyTime]
  @Option(help: ArgumentHelp("First day; that of the class unless given.", valueName: "day"))
  var from: Day?
  @Option(help: ArgumentHelp("Last day, whatever the hours of the course.", valueName: "day"))
  var to: Day?
  @Option(
    name: .customLong("week-1"),
    help: ArgumentHelp(
      "A day of the first week, which is odd; the first day of the cohort's term unless given.",
      valueName: "day"))
  var weekOne: Day?
  @Option(help: "Hours that a session counts; by the clock unless given.")
  var hours: Double?
  @Option(help: "Where, if not in the room of the class.")
  var room: String?
  @Flag(help: "Remove planned sessions of these days that are not in the pattern.")
  var replace = false
  @Flag(help: "Only show what would be made.")
  var dryRun = false
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var new = NewSchedule(weekly: weekly, from: from, to: to)
    new.weekOne = weekOne
    new.hours = hours
    new.room = room
    new.replaces = replace
    let outcome = try await office.sessions.schedule(code, new, isDryRun: dryRun)
    var done: [Message] = ["\(count: outcome.made, "new session")"]
    if outcome.known > 0 { done.append("\(outcome.known) there already") }
    if outcome.removed > 0 { done.append("\(outcome.removed) removed") }
    var lines: [Message] = [
      """
      \(dryRun ? "Dry run: " : "")\(code): \(done.joined(separator: ", ")); \
      in all \(outcome.taughtClass.sessionsLine).
      """
    ]
    let excess = outcome.taughtClass.sessions.hours - outcome.taughtClass.courseHours
    if to != nil, excess > 0 { lines.append("  these are \(excess.amount) hours more than the course has") }
    if excess < 0 { lines.append("  \((-excess).amount) hours of the course are not planned") }
    if let weekOne = outcome.weekOne { lines.append("  week 1, which is odd, begins on \(weekOne)") }
    if outcome.closed.isEmpty { lines.append("  no holiday and no closed day falls on these times") }
    lines += outcome.closed.map { "  left out \($0.day) \($0.name)" as Message }
    lines += outcome.entries.compactMap { $0.line(isDryRun: dryRun) }
    lines += outcome.clashes.map(\.line)
    try result.report(lines.joined(separator: "\n"), outcome)
  }
}

extension Office {
  /// What the sessions of a class on some days clash with, and those of them without teaching.
  func whatMeets(_ code: ClassCode, from: Day, to: Day) async throws -> [Message] {
    let closed = try await sessions.closedDays(of: code, from: from, to: to)
    let clashes = try await sessions.clashes(of: code, from: from, to: to)
    return closed.map { "  there is no teaching on \($0.day): \($0.name)" as Message } + clashes.map(\.line)
  }
}

extension ClassClash {
  /// With what, and how often.
  var line: Message {
    let days: Message = "\(count: times, "session"), first on \(firstOn)"
    return switch kind {
    case .room: "  clashes with \(otherClass): room \(who), \(days)"
    case .instructor: "  clashes with \(otherClass): instructor \(who), \(days)"
    case .cohort: "  clashes with \(otherClass): the same cohort, \(days)"
    }
  }
}

extension ScheduleOutcome.Entry {
  /// What became of it, where that is not told already: what is new, only where it was tried.
  fileprivate func line(isDryRun: Bool) -> Message? {
    let when = "\(on) \(begins)-\(ends)"
    return switch change {
    case .made: isDryRun ? "  new \(when)" : nil
    case .changed: "  changed \(when)"
    case .removed: "  removed \(when)"
    case .kept:
      switch why.flatMap(Kept.init) {
      case .moved: "  stays \(when): it was moved there"
      case .cancelled: "  stays \(when): it was cancelled"
      case .attendance, nil: "  stays \(when): its attendance was taken"
      }
    case .known, .closed: nil
    }
  }
}
