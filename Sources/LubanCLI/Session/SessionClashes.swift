import ArgumentParser
import Luban

struct SessionClashes: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "clashes", abstract: "Lists who would be in two places at once: cohorts, instructors.",
    discussion: """
      Who has the same partner and number at two workshops is one person.

      Example:
        luban class clashes --workshop UZ-TAS --from 2026-09-01 --to 2027-01-31
      """)

  @OptionGroup var sessions: SessionOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing {
    office.sessions.clashes(sessions.filter)
  }
}
