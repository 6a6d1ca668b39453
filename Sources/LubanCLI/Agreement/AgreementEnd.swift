import ArgumentParser
import Luban
import Tabular

struct AgreementEnd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "end", abstract: "Ends an agreement before its time.",
    discussion: """
      Cohorts that are open or running go on; new ones do not open under it. Both are named.

      Example:
        luban agreement end LW-2026-07 --on 2027-01-01 --reason "replaced"
      """)

  @Argument(help: "Code of the agreement.")
  var code: AgreementCode
  @Option(help: ArgumentHelp("First day no longer in force.", valueName: "day"))
  var on = Day.today
  @Option(help: "Why.")
  var reason: String
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    let on = try await office.actualDay(on)
    let ending = try await office.agreements.end(code, on: on, reason: reason)
    try result.report("Ended \(ending.agreement.code), from \(on) on.", ending)
    let isQuiet = result.isQuiet
    if !ending.goingOn.isEmpty {
      Talk.say("Cohorts that go on: \(Self.words(ending.goingOn)).", isQuiet: isQuiet)
    }
    if !ending.uncovered.isEmpty {
      Talk.say(
        "Planned cohorts that no agreement covers from \(on) on: \(Self.words(ending.uncovered)).",
        isQuiet: isQuiet)
    }
  }

  private static func words(_ cohorts: [CohortCode]) -> String {
    cohorts.map(\.rawValue).joined(separator: ", ")
  }
}
