import ArgumentParser
import Luban

struct CohortOpen: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Opens a planned cohort for applications.",
    discussion: """
      An agreement in force on that day must cover the program at the workshop. Where none does, --override \
      opens the cohort all the same and keeps the reason. A cohort that was really opened earlier than was \
      said is opened once more, on that day.

      Example:
        luban cohort open UZ-TAS-LOG-2027A --on 2026-11-02
      """)

  @Argument(help: "Code of the cohort.")
  var code: CohortCode
  @Option(help: ArgumentHelp("Day it takes effect.", valueName: "day"))
  var on = Day.today
  @Option(help: ArgumentHelp("Why it opens without an agreement.", valueName: "reason"))
  var override: String?
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let cohort = try await office.cohorts.open(code, on: on, override: override)
    try result.report("Opened \(cohort.code): \(count: cohort.capacity, "seat").", cohort)
    if try await office.cohorts.isWindowOver(of: code, on: on) {
      Talk.say(
        """
        Its application window closed on \(cohort.windowClosesOn): nobody can apply. luban cohort edit \
        --window-closes changes that.
        """, isQuiet: result.isQuiet)
    }
    try await office.tellInactive(.workshop(cohort.workshop), isQuiet: result.isQuiet)
  }
}

struct CohortStart: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Starts the teaching of an open cohort.",
    discussion: "Example:\n  luban cohort start UZ-TAS-LOG-2026A --on 2026-09-01")

  @Argument(help: "Code of the cohort.")
  var code: CohortCode
  @Option(help: ArgumentHelp("Day it takes effect.", valueName: "day"))
  var on = Day.today
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let cohort = try await office.cohorts.start(code, on: on)
    try result.report(
      "Started \(cohort.code): \(cohort.seatsHeld) of \(cohort.capacity) seats are held.", cohort)
  }
}

struct CohortClose: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Finishes a running cohort.",
    discussion: """
      Refused while anybody holds a seat: complete, withdraw or transfer them first. Who still waits is \
      rejected.

      Example:
        luban cohort close UZ-TAS-LOG-2023A --on 2026-07-01
      """)

  @Argument(help: "Code of the cohort.")
  var code: CohortCode
  @Option(help: ArgumentHelp("Day it takes effect.", valueName: "day"))
  var on = Day.today
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let cohort = try await office.cohorts.close(code, on: on)
    try result.report("Finished \(cohort.code).", cohort)
  }
}

struct CohortCancel: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Cancels a cohort: who has a seat is withdrawn, who waits is rejected.",
    discussion: """
      Example:
        luban cohort cancel UZ-TAS-LOG-2027A --on 2026-11-20 \\
          --reason "no teacher found" --yes
      """)

  @Argument(help: "Code of the cohort.")
  var code: CohortCode
  @Option(help: "Why; kept with every enrollment.")
  var reason: String
  @Option(help: ArgumentHelp("Day it takes effect.", valueName: "day"))
  var on = Day.today
  @OptionGroup var confirmation: ConfirmationOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let before = try await office.cohorts.show(code)
    try confirmation.confirm(
      "Cancel \(code) with \(count: before.seatsHeld, "student") in it and \(before.waiting) waiting?")
    let cohort = try await office.cohorts.cancel(code, on: on, reason: reason)
    try result.report("Cancelled \(cohort.code).", cohort)
  }
}
