import ArgumentParser
import Luban
import Messages

/// The figures of a report: of a day, as known at a time, for the office or for everybody.
struct ReportFigureOptions: ParsableArguments {
  @OptionGroup var figures: FigureOptions
  @Option(help: ArgumentHelp("Only people of this gender.", valueName: "female|male|other"))
  var gender: Gender?
  @Option(help: ArgumentHelp("Only people of this nationality, by two letters.", valueName: "alpha-2"))
  var nationality: String?
  @Flag(help: "Only what may be shown to everybody: nothing that would tell of fewer than five people.")
  var publish = false
  @Option(
    help: ArgumentHelp(
      "Instead of the figures, who is in this count: numbers of students.", valueName: "column")
  )
  var who: String?

  func validate() throws {
    if who != nil, publish {
      throw ValidationError(saying: "--who names students, which --publish does not.")
    }
    if publish, gender != nil || nationality != nil {
      throw ValidationError(
        saying: """
          Figures of some people could be subtracted from those of all: with --publish, ask for \
          --by gender or --by nationality.
          """)
    }
  }

  /// Refuses totals of those who are in a count.
  func check(totals: Bool) throws {
    if who != nil, totals { throw ValidationError(saying: "--who names students, and has no totals.") }
  }

  /// A scope of the day, as known at the time for which they can be told again.
  func scope(_ scope: ReportScope, _ office: Office) async throws -> ReportScope {
    var scope = scope
    scope.asOf = publish ? try await publishedDay(office, at: scope.workshop) : figures.asOf
    scope.knownAt = try await figures.moment(office)
    (scope.gender, scope.nationality) = (gender, nationality)
    return scope
  }

  /// The day of what is published where none is named, which is said.
  static func lastMonthEnd(_ today: Day) -> Day {
    Talk.say("As of \(today.monthEnd): the last end of a month.")
    return today.monthEnd
  }

  /// Figures of two days that are near each other could be subtracted: they are published of the end of a
  /// month, or of the day of a closed period.
  private func publishedDay(_ office: Office, at workshop: WorkshopCode?) async throws -> Day {
    let asOf = figures.asOf
    let today = try await office.actualDay(.today, at: workshop)
    if asOf == .today { return Self.lastMonthEnd(today) }
    let end = min(asOf, today).monthEnd
    if asOf == end { return asOf }
    if try await office.periods.isClosed(asOf: asOf, at: workshop) { return asOf }
    throw LubanError.usage(
      """
      What is published is of the end of a month, as --as-of \(end), or of the day of a closed period: \
      figures of two days near each other could be subtracted.
      """)
  }

  /// What stands for a figure that is not told.
  static let withheld: Message = """
    [c] stands for a figure that is not told: it is of fewer than five people, or would tell one that is.
    """

  /// The rows as they are shown to everybody, if they are to be.
  func shown(_ listing: Listing, of office: Office) async throws -> Listing {
    guard publish else { return listing }
    Talk.say(Self.withheld)
    return try await office.reports.published(listing)
  }
}
