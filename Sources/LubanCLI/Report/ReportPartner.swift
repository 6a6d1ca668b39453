import ArgumentParser
import Luban

struct ReportPartner: FigureCommand {
  static let configuration = CommandConfiguration(
    commandName: "partner", abstract: "The partner report: what each partner gives and receives.",
    discussion: """
      Parts, agreements, cohorts, students and instructors are those of the day. Days of hosting, trainings \
      given and placements are of the period that ends with it: since the first of January unless --since \
      says otherwise. A day is uncovered on which the partner hosts a workshop and no agreement that it \
      signed is in force. A cohort counts for each host and lead of its workshop, and for who awards one of \
      its certificates, so that rows do not add up.

      Examples:
        luban report partner --workshop UZ-TAS --as-of 2026-06-30
        luban report partner --since 2025-09-01 --as-of 2026-06-30 --format csv
      """)

  @Option(help: ArgumentHelp("First day of the period; else of the year of --as-of.", valueName: "day"))
  var since: Day?
  @OptionGroup var scope: ReportOptions
  @OptionGroup var figures: ReportFigureOptions
  @OptionGroup var file: ReportFileOptions
  @OptionGroup var listing: ListingOptions

  func validate() throws {
    if figures.publish, let since, !since.iso.hasSuffix("-01") {
      throw ValidationError(saying: "With --publish, --since is the first day of a month.")
    }
  }

  var report: FigureReport { .partner(since: since) }
  var about: ReportScope { scope.scope }
}
