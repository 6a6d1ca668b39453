import ArgumentParser
import Luban

struct ResultList: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists results, an attempt a row.",
    discussion: """
      Examples:
        luban result list --cohort UZ-TAS-LOG-2022A --course LOG-110
        luban result list --student S-00006 --workshop UZ-TAS --failed \\
          --known-at 2023-02-01T00:00:00Z
      """)

  @OptionGroup var place: WorkshopOptions
  @Option(help: "Of this cohort.")
  var cohort: CohortCode?
  @Option(help: "In this course.")
  var course: CourseCode?
  @Option(help: "Of this student.")
  var student: StudentReference?
  @Option(help: ArgumentHelp("Of this kind.", valueName: "graded|recognized|transferred"))
  var kind: ResultKind?
  @Flag(help: "Passed only.")
  var passed = false
  @Flag(help: "Not passed only.")
  var failed = false
  @Option(
    help: ArgumentHelp("Graded in this period; either end may be left out.", valueName: "from..to"))
  var graded: DayRange?
  @OptionGroup var known: KnownOptions
  @OptionGroup var listing: ListingOptions

  func validate() throws {
    if passed && failed { throw ValidationError(saying: "Give --passed or --failed, not both.") }
  }

  func rows(of office: Office) async throws -> Listing {
    office.results.list(
      workshop: place.named, cohort: cohort, course: course, student: student, kind: kind,
      passed: passed ? true : failed ? false : nil, from: graded?.from, to: graded?.to,
      knownAt: try await known.orNow(office))
  }
}

struct ResultRates: ListingCommand {
  static let configuration = CommandConfiguration(
    commandName: "rates", abstract: "Pass rates: what came of each class that has begun.",
    discussion: """
      The rate is passed / (passed + failed + withdrawn after the census), and empty below 10; what was \
      recognized or transferred is in neither.

      Example:
        luban result rates --cohort UZ-TAS-LOG-2022A --as-of 2023-07-01
      """)

  @OptionGroup var place: WorkshopOptions
  @Option(help: "Of this cohort.")
  var cohort: CohortCode?
  @Option(help: "In this course.")
  var course: CourseCode?
  @OptionGroup var figures: FigureOptions
  @OptionGroup var listing: ListingOptions

  func rows(of office: Office) async throws -> Listing {
    let known = try await figures.moment(office)
    return office.results.rates(
      workshop: place.named, cohort: cohort, course: course, asOf: figures.asOf, knownAt: known)
  }
}

struct ResultSheet: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet", abstract: "Writes a mark sheet of a class, to be filled in and imported.",
    discussion: """
      One row a student, with the mark and the day of the latest attempt there is, as CSV that Excel opens \
      right. It carries its code: when it comes back by luban result import, a mark that was changed here in \
      the meantime is shown as a conflict, and never overwritten. Its rows may be sorted, left out and added.

      Example:
        luban result sheet UZ-TAS-LOG-2022A/LOG-110 --output marks.csv
      """)

  @Argument(help: ArgumentHelp("The class.", valueName: "cohort/course"))
  var code: ClassCode
  @OptionGroup var connection: ConnectionOptions
  @Option(
    name: [.short, .long], help: ArgumentHelp("Write to a file instead of stdout.", valueName: "file"),
    completion: .file())
  var output: String?
  @OptionGroup var spreadsheet: SpreadsheetOptions

  func validate() throws {
    try OutputFormat.check(output, format: nil)
    _ = try spreadsheet.forSheet(to: output)
  }

  func run(_ office: Office) async throws {
    let sheet = try await office.results.sheet(of: code, in: Speech.catalog.language)
    let options = try spreadsheet.forSheet(to: output)
    try await ListingOptions.sheet(to: output, options)
      .write(sheet.listing, of: office, sentBackAs: .results)
    if let output { Talk.say("Sheet \(sheet.code) is in \(output).") }
  }
}
