import ArgumentParser
import Luban

struct RiskCommand: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "risk",
    abstract: "Who will probably not complete, with the reason and its numbers.",
    discussion: """
      Plain rules: attendance below what is asked; a required course failed; no result a month after its \
      class ended; language behind plan, where the levels from entry to target are spread evenly over the \
      time of the cohort.

      Example:
        luban risk --cohort UZ-TAS-LOG-2022A
      """)

  @OptionGroup var options: CompletionOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    var scope = options.scope
    scope.knownAt = try await options.figures.moment(office)
    return office.completions.risks(scope)
  }
}
