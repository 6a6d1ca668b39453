import ArgumentParser
import Luban

/// Whose sessions, and where.
struct SessionOwnerOptions: ParsableArguments {
  @OptionGroup var place: WorkshopOptions
  @Option(help: "Of this cohort.")
  var cohort: CohortCode?
  @Option(help: ArgumentHelp("Of this instructor, also where they stand in.", valueName: "partner/number"))
  var instructor: InstructorCode?
  @Option(help: "In this room, however it is written.")
  var room: String?

  var filter: SessionFilter {
    var filter = SessionFilter()
    filter.workshop = place.named
    filter.cohort = cohort
    filter.instructor = instructor
    filter.room = room
    return filter
  }
}

/// What listings of sessions and clashes can be narrowed to.
struct SessionOptions: ParsableArguments {
  @OptionGroup var owner: SessionOwnerOptions
  @Option(help: ArgumentHelp("On this day or later.", valueName: "day"))
  var from: Day?
  @Option(help: ArgumentHelp("On this day or earlier.", valueName: "day"))
  var to: Day?

  var filter: SessionFilter {
    var filter = owner.filter
    filter.from = from
    filter.to = to
    return filter
  }
}
