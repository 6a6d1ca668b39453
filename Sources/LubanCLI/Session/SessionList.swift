import ArgumentParser
import Luban

struct SessionList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions", abstract: "Lists sessions, by day and time, as known now.",
    discussion: """
      Examples:
        luban class sessions UZ-TAS-LOG-2026A/LOG-105
        luban class sessions --instructor UZ-TSTU/117 --from 2026-09-14 \\
          --to 2026-09-20
      """)

  @Argument(help: "Cohort and course; sessions of all classes unless given.")
  var code: ClassCode?
  @OptionGroup var sessions: SessionOptions
  @Flag(inversion: .prefixedNo, help: "Only those that were cancelled, or only those that take place.")
  var cancelled: Bool?
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    var filter = sessions.filter
    filter.taughtClass = code
    filter.isCancelled = cancelled
    if let code { _ = try await office.classes.show(code) }
    return office.sessions.list(filter)
  }
}
