import ArgumentParser
import Luban

/// What progress and risk share: whose, and when.
struct CompletionOptions: ParsableArguments {
  @Option(help: "Of this cohort.")
  var cohort: CohortCode?
  @OptionGroup var place: WorkshopOptions
  @Flag(help: "Those who left or completed too.")
  var all = false
  @OptionGroup var figures: FigureOptions

  var scope: CompletionScope {
    var scope = CompletionScope()
    scope.cohort = cohort
    scope.workshop = place.named
    scope.includesAll = all
    scope.asOf = figures.asOf
    return scope
  }
}
