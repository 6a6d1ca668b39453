import ArgumentParser
import Luban

struct ResultCorrect: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct", abstract: "Corrects a result: its mark, its day, or who graded.",
    discussion: """
      What had been recorded stays, so that a report as known earlier stays as it was.

      Example:
        luban result correct S-00006 LOG-110 --attempt 2 --mark 5 \\
          --reason "added up wrongly"
      """)

  @OptionGroup var whose: ResultArguments
  @Option(help: "Number of the attempt; needed where there are several.")
  var attempt: Int?
  @Option(help: "The right mark.")
  var mark: String?
  @Option(help: ArgumentHelp("The day it really was.", valueName: "day"))
  var on: Day?
  @Option(help: ArgumentHelp("Who graded.", valueName: "partner/number"))
  var by: InstructorCode?
  @Option(help: "Why.")
  var reason: String
  @OptionGroup var result: ResultOptions

  func validate() throws {
    guard mark != nil || on != nil || by != nil else {
      throw ValidationError(saying: "Give what is right, with --mark, --on or --by.")
    }
  }

  func run(_ office: Office) async throws {
    let corrected = try await office.results.correct(
      whose.reference, attempt: attempt, ResultChanges(mark: mark, gradedOn: on, gradedBy: by), reason: reason
    )
    try result.report("Corrected \(corrected.line).", corrected)
  }
}

struct ResultRemove: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Removes an attempt that never was, the last one of its course.",
    discussion: """
      Example:
        luban result remove S-00006 LOG-110 --attempt 2 --reason "another student's"
      """)

  @OptionGroup var whose: ResultArguments
  @Option(help: "Number of the attempt; needed where there are several.")
  var attempt: Int?
  @Option(help: "Why.")
  var reason: String
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let removed = try await office.results.remove(whose.reference, attempt: attempt, reason: reason)
    try result.report("Removed \(removed.line).", removed)
  }
}
