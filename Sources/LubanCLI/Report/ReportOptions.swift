import ArgumentParser
import Luban

/// Which workshops a report is about.
struct PlaceOptions: ParsableArguments {
  @OptionGroup var place: WorkshopOptions
  @Option(help: ArgumentHelp("Of this country, by two letters.", valueName: "alpha-2"))
  var country: String?
  @Flag(help: "Of members and partners of the Shanghai Cooperation Organization.")
  var sco = false
  @Flag(help: "Of workshops in sister and friendly cities of Tianjin.")
  var sisterCities = false

  var scope: ReportScope {
    var scope = ReportScope()
    scope.workshop = place.named
    scope.country = country
    scope.isSCO = sco
    scope.isSisterCity = sisterCities
    return scope
  }
}

/// What all reports share: which cohorts they are about.
struct ReportOptions: ParsableArguments {
  @OptionGroup var place: PlaceOptions
  @Option(help: "Of this cohort.")
  var cohort: CohortCode?
  @Option(help: "Of this program.")
  var program: ProgramCode?
  @Option(
    help: ArgumentHelp("Of this mode.", valueName: "degree-education|short-term-training|teacher-training"))
  var mode: ProgramMode?
  @Option(
    help: ArgumentHelp("With an intake in this period; either end may be left out.", valueName: "from..to"))
  var intake: DayRange?

  var scope: ReportScope {
    var scope = place.scope
    scope.cohort = cohort
    scope.program = program
    scope.mode = mode?.rawValue
    scope.intakeFrom = intake?.from
    scope.intakeTo = intake?.to
    return scope
  }
}

extension ReportCut: ExpressibleByArgument {}

/// A period as people type it: `2026-01-01..2026-12-31`, `2026-01-01..`, `..2026-12-31`, or one day.
struct DayRange: ExpressibleByArgument, CustomStringConvertible {
  let from: Day?
  let to: Day?

  var description: String { "\(from?.description ?? "")..\(to?.description ?? "")" }

  init?(argument: String) {
    guard let dots = argument.firstRange(of: "..") else {
      guard let day = TypedDays.day(argument) else { return nil }
      from = day
      to = day
      return
    }
    let (first, last) = (String(argument[..<dots.lowerBound]), String(argument[dots.upperBound...]))
    from = TypedDays.day(first)
    to = TypedDays.day(last)
    if (!first.isEmpty && from == nil) || (!last.isEmpty && to == nil) || argument == ".." { return nil }
  }
}
