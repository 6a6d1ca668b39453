import ArgumentParser
import Luban

struct AttendanceRates: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "rates", abstract: "Lists rates of attendance of students, classes or cohorts.",
    discussion: """
      Hours attended of the hours noted while enrolled. Late counts as attended, excused as the completion \
      rule of the edition says: not at all, where it says nothing.

      Examples:
        luban attendance rates --cohort UZ-TAS-LOG-2022A --as-of 2022-12-31
        luban attendance rates --workshop UZ-TAS --below 80
        luban attendance rates --per class --workshop UZ-TAS \\
          --as-of 2022-12-31 --known-at 2023-01-01
      """)

  @Option(help: ArgumentHelp("What a row is of.", valueName: "student|class|cohort"))
  var per = AttendanceUnit.student
  @OptionGroup var place: WorkshopOptions
  @Option(help: "Of this cohort.")
  var cohort: CohortCode?
  @Option(name: .customLong("class"), help: ArgumentHelp("Of this class.", valueName: "cohort/course"))
  var taughtClass: ClassCode?
  @Option(help: "Of this student.")
  var student: StudentReference?
  @Option(help: ArgumentHelp("Only rates below this.", valueName: "percent"))
  var below: Double?
  @OptionGroup var figures: FigureOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    var scope = AttendanceScope()
    scope.workshop = place.named
    scope.cohort = cohort
    scope.taughtClass = taughtClass
    scope.student = student
    scope.below = below
    scope.asOf = figures.asOf
    scope.knownAt = try await figures.moment(office)
    return office.attendance.rates(by: per, scope)
  }
}
