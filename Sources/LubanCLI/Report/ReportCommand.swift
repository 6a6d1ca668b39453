import ArgumentParser
import Luban

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Reports: figures that hold up, on the screen and for Excel.",
    subcommands: [
      ReportCohort.self, ReportOverview.self, ReportLanguage.self, ReportAttendance.self,
      ReportOutcomes.self, ReportProgram.self, ReportPartner.self, ReportYear.self, ReportCulture.self,
      ReportQuality.self, ReportRoster.self, ReportIndicators.self, ReportRestated.self, ReportAgain.self,
      ReportPack.self, ReportVerify.self,
    ])
}

struct ReportRoster: ReportingCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster", abstract: "The roster: one row for each enrollment.",
    discussion: """
      It tells enrollments as they are now. --as-of tells those of a past day in the states of that day, \
      --known-at leaves out what was recorded later.

      Examples:
        luban report roster --cohort UZ-TAS-LOG-2026A --output roster.xlsx
        luban report roster --as-of 2026-10-01 --known-at 2026-10-05T00:00:00Z
      """)

  @OptionGroup var scope: ReportOptions
  @Option(help: ArgumentHelp("The day for which the states are true.", valueName: "day"))
  var asOf: Day?
  @OptionGroup var known: KnownOptions
  @OptionGroup var file: ReportFileOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    var scope = scope.scope
    if let asOf { scope.asOf = asOf }
    scope.knownAt = try await known.moment(office)
    return office.reports.roster(scope)
  }
}
