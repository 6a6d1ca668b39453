import Messages
import ArgumentParser
import Luban

struct PlacementEnd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "end", abstract: "Ends a placement before its time; its place is free again.",
    discussion: """
      Example:
        luban placement end S-00001 --on 2026-11-12 --reason "the yard was closed"
      """)

  @OptionGroup var which: PlacementOptions
  @Option(help: ArgumentHelp("Last day there.", valueName: "day"))
  var on: Day
  @Option(help: "Why.")
  var reason: String
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let placement = try await office.placements.end(which.reference, on: on, reason: reason)
    try result.report("Ended on \(on): \(placement.line)", placement)
  }
}

struct PlacementRemove: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Removes a placement that never was.",
    discussion: """
      While no hours are logged for it, nor an evaluation; else end it.

      Example:
        luban placement remove S-00004 --offer RAIL-2026
      """)

  @OptionGroup var which: PlacementOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let placement = try await office.placements.remove(which.reference)
    try result.report(
      "Removed \(placement.student) from \(placement.offer), \(placement.beginsOn) to \(placement.endsOn).",
      placement)
  }
}

struct PlacementEvaluate: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Keeps how enterprise or school judged a placement.",
    discussion: """
      What that side had said before is replaced, and kept among the revisions.

      Examples:
        luban placement evaluate S-00001 --side enterprise --mark 5 --scale cis5 \\
          --on 2026-11-20 --comment "reliable" --by "A. Yusupov"
        luban placement evaluate S-00001 --side school --mark 87 --scale percent \\
          --on 2026-11-23
      """)

  @OptionGroup var which: PlacementOptions
  @Option(help: ArgumentHelp("Who evaluates.", valueName: "enterprise|school"))
  var side: EvaluationSide
  @Option(help: "The mark.")
  var mark: String
  @Option(help: "Its scale.")
  var scale: String
  @Option(help: ArgumentHelp("The day.", valueName: "day"))
  var on = Day.today
  @Option(help: "What was said.")
  var comment: String?
  @Option(help: ArgumentHelp("By whom.", valueName: "name"))
  var by: String?
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let placement = try await office.placements.evaluate(
      which.reference, by: side, mark: mark, scale: scale, on: on, comment: comment, evaluator: by)
    let kept = placement.evaluations.first { $0.side == side }
    let judged = Message(verbatim: kept?.mark ?? mark)
    try result.report(
      """
      \(placement.student) at \(placement.offer): \(judged) by the \(side.said), \
      \(kept?.passed == true ? "passed" : "not passed").
      """, placement)
  }
}
