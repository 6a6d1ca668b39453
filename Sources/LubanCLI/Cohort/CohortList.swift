import ArgumentParser
import Luban

struct CohortList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists cohorts.",
    discussion: """
      Examples:
        luban cohort list --workshop UZ-TAS --status open --format csv
        luban cohort list --known-at 2026-10-05T00:00:00Z
      """)

  @OptionGroup var place: WorkshopOptions
  @Option(help: ArgumentHelp("Of this country, by two letters.", valueName: "alpha-2"))
  var country: String?
  @Option(help: "Of this program.")
  var program: ProgramCode?
  @Option(help: ArgumentHelp("In this status.", valueName: "status"))
  var status: CohortStatus?
  @Option(
    help: ArgumentHelp("With an intake in this period; either end may be left out.", valueName: "from..to"))
  var intake: DayRange?
  @OptionGroup var known: KnownOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    office.cohorts.list(
      workshop: place.named, country: country, program: program, status: status, intakeFrom: intake?.from,
      intakeTo: intake?.to, knownAt: try await known.moment(office))
  }
}
