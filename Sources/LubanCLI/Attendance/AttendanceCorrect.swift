import Messages
import ArgumentParser
import Luban
import Tabular

struct AttendanceCorrect: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct", abstract: "Corrects what was noted of a student at a session.",
    discussion: """
      Where nothing was noted it is now. What had been noted is kept, so that a rate as known earlier stays \
      as it was.

      Example:
        luban attendance correct UZ-TAS-LOG-2022A/LOG-105 S-00006 \\
          --on 2022-09-12 --status excused --reason "doctor's note"
      """)

  @Argument(help: ArgumentHelp("Cohort and course.", valueName: "class"))
  var taughtClass: ClassCode
  @Argument(help: "Number of the student.")
  var student: StudentReference
  @Option(help: ArgumentHelp("Day of the session.", valueName: "day"))
  var on: Day
  @Option(help: ArgumentHelp("When it begins, where there are several that day.", valueName: "HH:MM"))
  var at: TimeOfDay?
  @Option(help: ArgumentHelp("What it really was.", valueName: "present|late|excused|absent"))
  var status: AttendanceStatus
  @Option(help: "Hours that the student was there, where it was not all of the session.")
  var hours: Double?
  @Option(help: "Why.")
  var reason: String
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let done = try await office.attendance.correct(
      taughtClass, on: on, at: at, of: student, to: status, hours: hours, reason: reason)
    let now = noted(done.status, done.hours)
    let change: Message =
      switch done.before {
      case nil: "\(now), where nothing had been noted"
      case done.status where done.hoursBefore == done.hours: "\(now), as it was"
      case let before?: "\(now) instead of \(noted(before, done.hoursBefore))"
      }
    try result.report("\(done.student) in \(done.taughtClass) on \(done.on) at \(done.at): \(change).", done)
  }

  private func noted(_ status: AttendanceStatus, _ hours: Double?) -> Message {
    hours.map { "\(status.said), \("\($0.amount) hours" as Message)" } ?? status.said
  }
}

struct AttendanceUndo: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Takes back what was noted at a session, as where it was the wrong day.",
    discussion: """
      It is kept as past, with the reason; the session can be taken anew, or cancelled.

      Example:
        luban attendance undo UZ-TAS-LOG-2022A/LOG-105 --on 2022-09-12 \\
          --reason "that was the other group"
      """)

  @Argument(help: ArgumentHelp("Cohort and course.", valueName: "class"))
  var taughtClass: ClassCode
  @Option(help: ArgumentHelp("Day of the session.", valueName: "day"))
  var on: Day
  @Option(help: ArgumentHelp("When it begins, where there are several that day.", valueName: "HH:MM"))
  var at: TimeOfDay?
  @Option(help: "Why.")
  var reason: String
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let done = try await office.attendance.undo(taughtClass, on: on, at: at, reason: reason)
    try result.report(
      "\(done.taughtClass) on \(done.on) at \(done.at): took back \(count: done.students, "student").",
      done)
  }
}
