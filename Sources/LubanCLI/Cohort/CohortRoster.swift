import ArgumentParser
import Luban

struct CohortRoster: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster", abstract: "Lists who is in a cohort, as known now.",
    discussion: """
      luban report roster tells of an earlier day and time.

      Example:
        luban cohort roster UZ-TAS-LOG-2026A
      """)

  @Argument(help: "Code of the cohort.")
  var code: CohortCode
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var listing: ListingOptions

  func run(_ office: Office) async throws {
    _ = try await office.cohorts.show(code)
    try await listing.write(office.reports.roster(cohort: code), of: office)
  }
}
