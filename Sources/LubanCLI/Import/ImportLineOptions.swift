import ArgumentParser
import Luban

/// What holds for the lines of a file that do not say it themselves.
protocol ImportLines: ParsableArguments {
  func request(_ request: ImportRequest) -> ImportRequest
}

/// A command that reads a file of one form.
protocol ImportingCommand: WritingCommand {
  associatedtype Lines: ImportLines
  static var form: ImportForm { get }
  var file: ImportOptions { get }
  var lines: Lines { get }
}

extension ImportingCommand {
  func run(_ office: Office) async throws {
    try await file.run(lines.request(file.request(Self.form)), office, result)
  }
}

/// Nothing: all is said by the lines.
struct ImportAnyOptions: ImportLines {
  func request(_ request: ImportRequest) -> ImportRequest { request }
}

/// The workshop of a file, where its lines do not say it themselves.
struct ImportWorkshopOptions: ImportLines {
  @Option(help: "Workshop of the lines that name none; LUBAN_WORKSHOP unless given.")
  var workshop: WorkshopCode?

  func request(_ request: ImportRequest) -> ImportRequest {
    var request = request
    request.workshop = workshop ?? WorkshopOptions.ofEnvironment
    return request
  }
}

/// Where the students of a file are, where its lines do not say it themselves.
struct ImportPlaceOptions: ImportLines {
  @Option(help: "Workshop of the lines that name neither workshop nor cohort; LUBAN_WORKSHOP unless given.")
  var workshop: WorkshopCode?
  @Option(help: "Cohort of the lines that name none.")
  var cohort: CohortCode?

  func request(_ request: ImportRequest) -> ImportRequest {
    var request = request
    // A cohort that is named says itself where it is.
    request.workshop = workshop ?? (cohort == nil ? WorkshopOptions.ofEnvironment : nil)
    request.cohort = cohort
    return request
  }
}

/// The same, and the day of what they tell.
struct ImportLineOptions: ImportLines {
  @OptionGroup var place: ImportPlaceOptions
  @Option(help: ArgumentHelp("Day of what a line tells where it names none.", valueName: "day"))
  var on = Day.today

  func request(_ request: ImportRequest) -> ImportRequest {
    var request = place.request(request)
    request.day = on
    return request
  }
}
