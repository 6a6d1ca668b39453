import ArgumentParser
import Luban

/// The workshop of a file, where its lines do not say it themselves.
struct ImportWorkshopOptions: ParsableArguments {
  @Option(help: "Workshop of the lines that name none.")
  var workshop: WorkshopCode?

  func request(_ request: ImportRequest) -> ImportRequest {
    var request = request
    request.workshop = workshop
    return request
  }
}

/// What holds for the lines of a file about students that do not say it themselves.
struct ImportLineOptions: ParsableArguments {
  @Option(help: "Workshop of the lines that name neither workshop nor cohort.")
  var workshop: WorkshopCode?
  @Option(help: "Cohort of the lines that name none.")
  var cohort: CohortCode?
  @Option(help: ArgumentHelp("Day of what a line tells where it names none.", valueName: "day"))
  var on = Day.today

  func request(_ request: ImportRequest) -> ImportRequest {
    var request = request
    request.workshop = workshop
    request.cohort = cohort
    request.day = on
    return request
  }
}
