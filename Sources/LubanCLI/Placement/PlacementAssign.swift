import Messages
import ArgumentParser
import Luban
import Tabular

struct PlacementAssign: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Assigns students to places of an offer.",
    discussion: """
      In the order in which they are named, while there are places. Students who break a rule are left out \
      and listed with every rule. Sessions of their classes on these days: luban placement clashes.

      Examples:
        luban placement assign RAIL-2026 S-00001 --cohort UZ-TAS-LOG-2026A
        luban placement assign RAIL-2026 S-00004 --cohort UZ-TAS-LOG-2026A \\
          --from 2026-10-12 --to 2026-11-20
      """)

  @Argument(help: "Code of the offer.")
  var offer: OfferCode
  @Argument(help: "Numbers of the students.")
  var students: [StudentReference]
  @Option(help: "Cohort of the students.")
  var cohort: CohortCode
  @Option(help: ArgumentHelp("First day; that of the offer unless given.", valueName: "day"))
  var from: Day?
  @Option(help: ArgumentHelp("Last day; that of the offer unless given.", valueName: "day"))
  var to: Day?
  @Option(help: ArgumentHelp("Who looks after them, if not the one of the offer.", valueName: "name"))
  var supervisor: String?
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let outcome = try await office.placements.assign(
      offer, students, of: cohort, from: from, to: to, supervisor: supervisor)
    let who = outcome.placed.map(\.description).joined(separator: ", ")
    let done: Message =
      outcome.placed.isEmpty
      ? "\(outcome.offer): nobody was placed."
      : """
      \(outcome.offer): placed \(who), \(outcome.beginsOn) to \(outcome.endsOn); \
      \(count: outcome.free, "place") free.
      """
    try LeftOutScreen(outcome.leftOut, of: outcome.cohort, isAll: outcome.placed.isEmpty)
      .report(done, outcome, result)
  }
}
