import ArgumentParser
import Luban
import Messages

struct PeriodCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "period", abstract: "Closed years: what the reports said then, kept for good.",
    discussion: """
      What is handed in by the end of a year is kept, in counts, so that it can be told years later what was \
      said then, and what has changed since: luban report restated.
      """,
    subcommands: [PeriodClose.self, PeriodList.self, PeriodShow.self])
}

struct PeriodClose: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Closes a year: keeps the counts of its reports.",
    discussion: """
      Of each workshop, or of the one that is named, the counts of the reports overview, language, culture, \
      attendance, outcomes, program and year are kept: as of the day, and as known now, before whoever is \
      writing at this moment. Nobody's name is kept, and no rate. A year is closed once; with --again and a \
      reason it is closed anew, and the first closing is kept beside it. Nothing is locked by it: what is \
      recorded or corrected later is told by luban report restated.

      Examples:
        luban period close 2024 --as-of 2024-12-31
        luban period close 2024 --as-of 2024-12-31 --again \\
          --reason "marks of the last term came late"
        luban period close 2025 --as-of 2025-12-31 --workshop UZ-TAS
      """)

  @Argument(help: "The year.")
  var year: Int
  @Option(help: ArgumentHelp("The day for which the figures are true.", valueName: "day"))
  var asOf: Day
  @Flag(help: "Close a year that is closed already.")
  var again = false
  @Option(help: "Why it is closed again.")
  var reason: String?
  @OptionGroup var place: WorkshopOptions
  @OptionGroup var result: ResultOptions

  func validate() throws {
    if again != (reason != nil) { throw ValidationError(saying: "--again and --reason go together.") }
  }

  func run(_ office: Office) async throws {
    let closing = try await office.periods.close(
      year, asOf: asOf, knownAt: office.settled(at: nil), by: Version.text, at: place.named, again: reason)
    try result.report(
      """
      Closed \(String(year)) as of \(asOf): \
      \(count: closing.figures, "figure") of \(count: closing.workshops.count, "workshop").
      """, closing)
  }
}

struct PeriodList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists closings: of which day, known when, made by what.",
    discussion: """
      Of the closings of a year at a workshop the last one stands. Where two have other checksums of \
      definitions, they were made by other functions.

      Example:
        luban period list --columns year,workshop,as_of,figures
      """)

  @Option(help: "Of this year.")
  var year: Int?
  @OptionGroup var place: WorkshopOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing { office.periods.list(year: year, workshop: place.named) }
}

struct PeriodShow: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows what was kept of a year, a row a figure.",
    discussion: """
      What all workshops keep adds up, as far as the figure does: luban report indicators. What a year keeps \
      twice is told of the last closing, unless --closing says another.

      Examples:
        luban period show 2024 --workshop UZ-TAS
        luban period show 2024 --format csv
      """)

  @Argument(help: "The year.")
  var year: Int
  @Option(help: "Of the closing with this number.")
  var closing: Int?
  @OptionGroup var place: WorkshopOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing {
    office.periods.figures(year, workshop: place.named, closing: closing)
  }
}
