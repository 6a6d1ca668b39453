import ArgumentParser
import Luban

struct CohortRoster: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster", abstract: "Lists who is in a cohort, as known now.",
    discussion: """
      luban report roster tells of an earlier day and time.

      Example:
        luban cohort roster UZ-TAS-LOG-2026A
      """)

  @Argument(help: "Code of the cohort.")
  var code: CohortCode
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    _ = try await office.cohorts.show(code)
    var scope = ReportScope()
    scope.cohort = code
    return office.reports.roster(scope)
  }
}
