import ArgumentParser
import Luban

struct ClassList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists classes, as known now.",
    discussion: "Example:\n  luban class list --cohort UZ-TAS-LOG-2026A --term 1")

  @OptionGroup var place: WorkshopOptions
  @Option(help: "Of this cohort.")
  var cohort: CohortCode?
  @Option(help: "Of this course.")
  var course: CourseCode?
  @Option(help: "In this term.")
  var term: Int?
  @Option(help: ArgumentHelp("Taught by this instructor.", valueName: "partner/number"))
  var instructor: InstructorCode?
  @Option(help: ArgumentHelp("That last on this day.", valueName: "day"))
  var on: Day?
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) -> Listing {
    office.classes.list(
      workshop: place.named, cohort: cohort, course: course, term: term, instructor: instructor, on: on)
  }
}
