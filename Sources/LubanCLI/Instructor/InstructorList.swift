import ArgumentParser
import Luban
import Tabular

struct InstructorList: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists instructors, with the training they had.",
    discussion: """
      Below the table stands how many were trained, and for how many hours: trainings that were completed, \
      by their last day.

      Examples:
        luban instructor list --workshop UZ-TAS --certified LOG-210 --on 2026-11-02
        luban instructor list --trained --trained-in 2022-01-01..2026-12-31
        luban instructor list --known-at 2026-10-05T00:00:00Z
      """)

  @OptionGroup var place: WorkshopOptions
  @Option(help: "Of the staff of this partner.")
  var partner: PartnerCode?
  @Option(help: ArgumentHelp("At the workshop on this day.", valueName: "day"))
  var on: Day?
  @Option(help: ArgumentHelp("Certified for this course, on the day of --on.", valueName: "course"))
  var certified: CourseCode?
  @Flag(inversion: .prefixedNo, help: "Who completed a training, or who did not.")
  var trained: Bool?
  @Option(
    help: ArgumentHelp(
      "Trainings that ended in this period; either end may be left out.", valueName: "from..to"))
  var trainedIn: DayRange?
  @OptionGroup var known: KnownOptions
  @OptionGroup var listing: ListingOptions

  var connection: ConnectionOptions { listing.connection }
  var isForPeople: Bool { listing.isForPeople() }

  func run(_ office: Office) async throws {
    var filter = InstructorFilter()
    filter.workshop = place.named
    filter.partner = partner
    filter.on = on
    filter.course = certified
    filter.isTrained = trained
    filter.trainedFrom = trainedIn?.from
    filter.trainedTo = trainedIn?.to
    if let moment = try await known.moment(office) { filter.knownAt = moment }
    try await listing.write(office.instructors.list(filter), of: office)
    guard listing.isTable else { return }
    let figures = try await office.instructors.trainingFigures(filter)
    if figures.instructors > 0 {
      Talk.say(
        """
        \(count: figures.instructors, "instructor"), \(figures.trained) trained: \
        \(count: figures.trainings, "training") of \(figures.hours.amount) hours together.
        """)
    }
  }
}
