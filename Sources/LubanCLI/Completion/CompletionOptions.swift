import ArgumentParser
import Luban

/// What progress and risk share: whose, and when.
struct CompletionOptions: ParsableArguments {
  @Option(help: "Of this cohort.")
  var cohort: CohortCode?
  @OptionGroup var place: WorkshopOptions
  @Flag(help: "Those who left or completed too.")
  var all = false
  @Option(help: ArgumentHelp("The day for which it is true.", valueName: "day"))
  var asOf = Day.today
  @Option(help: ArgumentHelp("Only what had been recorded by then.", valueName: "time"))
  var knownAt: String?

  var scope: CompletionScope {
    var scope = CompletionScope()
    scope.cohort = cohort
    scope.workshop = place.named
    scope.includesAll = all
    scope.asOf = asOf
    return scope
  }
}
