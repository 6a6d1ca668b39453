import ArgumentParser
import Luban

struct ResultAdd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Records an attempt at a course.",
    discussion: """
      The mark is one of the scale of the course, in any of its words, with comma or dot; luban scale show \
      lists them. Attempts are counted in the order of their days.

      Examples:
        luban result add S-00006 LOG-110 --cohort UZ-TAS-LOG-2022A \\
          --mark 2 --on 2023-01-20
        luban result add S-00006 LOG-110 --mark хорошо --on 2023-02-10
      """)

  @OptionGroup var whose: ResultArguments
  @Option(help: "The mark, in any word of the scale.")
  var mark: String
  @Option(help: ArgumentHelp("Day of the exam.", valueName: "day"))
  var on: Day
  @Option(help: ArgumentHelp("Who graded.", valueName: "partner/number"))
  var by: InstructorCode?
  @Option(help: "Number of the attempt; the next one unless given.")
  var attempt: Int?
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let made = try await office.results.add(
      whose.reference, mark: mark, on: on, attempt: attempt, .graded(by: by))
    try result.report("Recorded \(made.line).", made)
  }
}

struct ResultRecognize: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "recognize", abstract: "Recognizes prior learning as a course.",
    discussion: """
      Without a mark it counts as passed, and in no average. Those of a file: luban result import.

      Example:
        luban result recognize S-00006 LOG-105 --on 2022-09-10 \\
          --evidence "certificate of a port school, 2021"
      """)

  @OptionGroup var whose: ResultArguments
  @Option(help: "What it rests on.")
  var evidence: String
  @Option(help: ArgumentHelp("Day of the decision.", valueName: "day"))
  var on: Day
  @Option(help: "The mark, where one is given.")
  var mark: String?
  @Option(help: ArgumentHelp("Its scale; that of the course unless given.", valueName: "code"))
  var scale: String?
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if scale != nil && mark == nil { throw ValidationError(saying: "--scale goes with --mark.") }
  }

  func run(_ office: Office) async throws {
    let made = try await office.results.add(
      whose.reference, mark: mark, scale: scale, on: on, .recognized(evidence: evidence))
    try result.report("Recognized \(made.line).", made)
  }
}

struct ResultTransfer: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "transfer", abstract: "Transfers credit from a partner.",
    discussion: """
      The partner is a party to an agreement of kind credit-recognition that is in force on the day of the \
      decision. Those of a file: luban result import.

      Example:
        luban result transfer S-00006 LOG-210 --from CN-TJMC \\
          --agreement LW-2022-02 --mark 87,5 --scale percent --on 2023-06-30
      """)

  @OptionGroup var whose: ResultArguments
  @Option(help: ArgumentHelp("The partner it comes from.", valueName: "partner"))
  var from: PartnerCode
  @Option(help: ArgumentHelp("The agreement it is transferred under.", valueName: "number"))
  var agreement: AgreementCode
  @Option(help: "The mark.")
  var mark: String
  @Option(help: ArgumentHelp("Its scale; that of the course unless given.", valueName: "code"))
  var scale: String?
  @Option(help: ArgumentHelp("Day of the decision.", valueName: "day"))
  var on: Day
  @Option(help: "What else it rests on, as the transcript of the partner.")
  var evidence: String?
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let made = try await office.results.add(
      whose.reference, mark: mark, scale: scale, on: on,
      .transferred(from: from, under: agreement, evidence: evidence))
    try result.report("Transferred \(made.line).", made)
  }
}
