import ArgumentParser
import Luban
import Messages

struct ReportRestated: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "restated", abstract: "What of a closed year is told otherwise now, and why.",
    discussion: """
      Figure by figure: what luban period close kept, what is known now of the same day, and how much of the \
      difference is by data, that is by what was recorded or corrected since, and how much by other \
      definitions, where the functions of today say something else of what was known then. Figures that are \
      the same are not told.

      With --why it lists what was recorded since and can be in these figures: a row for what one command \
      did to rows of a kind. Who is in a count of the cohort report: luban report cohort --who, as of that \
      day, with and without --known-at.

      Examples:
        luban period close 2024 --as-of 2024-12-31
        luban report restated 2024
        luban report restated 2024 --workshop UZ-TAS --why
      """)

  @Argument(help: "The year.")
  var year: Int
  @Flag(help: "Instead of the figures, what was recorded since, by whom and why.")
  var why = false
  @OptionGroup var place: WorkshopOptions
  @OptionGroup var known: KnownOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    let now = try await known.orNow(office)
    return why
      ? try await office.periods.changes(year, workshop: place.named, knownAt: now)
      : try await office.periods.restated(year, workshop: place.named, knownAt: now)
  }
}
