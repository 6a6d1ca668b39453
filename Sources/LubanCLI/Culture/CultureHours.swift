import ArgumentParser
import Luban

struct CultureHours: ListingCommand {
  /// What the hours are added up for.
  enum Unit: String, ExpressibleByArgument, CaseIterable { case student, cohort }

  static let configuration = CommandConfiguration(
    commandName: "hours", abstract: "Lists culture hours of students, with those the program asks for.",
    discussion: """
      Hours in events that have ended, and hours attended in classes of culture modules. --as-of tells the \
      day, --known-at leaves out what was recorded later.

      Examples:
        luban culture hours --cohort UZ-TAS-LOG-2026A --as-of 2026-12-31
        luban culture hours --workshop UZ-TAS --per cohort
      """)

  @OptionGroup var workshop: WorkshopOptions
  @Option(help: "Of this cohort.")
  var cohort: CohortCode?
  @Option(help: "Of this student.")
  var student: StudentReference?
  @Option(help: ArgumentHelp("A row for each student, or for each cohort.", valueName: "student|cohort"))
  var per = Unit.student
  @OptionGroup var figures: FigureOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    var filter = CultureHoursFilter()
    filter.workshop = workshop.named
    filter.cohort = cohort
    filter.student = student
    filter.asOf = figures.asOf
    filter.knownAt = try await figures.moment(office)
    return per == .student ? office.cultureEvents.hours(filter) : office.cultureEvents.hoursOfCohorts(filter)
  }
}
