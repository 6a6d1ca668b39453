import ArgumentParser
import Luban

struct PlacementImport: ImportingCommand {
  static let form = ImportForm.placements
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Assigns students to places from a file, or ends placements.",
    discussion: """
      A line a student and offer; the days are those of the offer unless the line names others. Places are \
      given in the order of the lines. With --update the columns ended_on and end_reason end placements \
      that are known, and the places they free are given as well; luban import template placements lists \
      the columns.

      Examples:
        printf 'offer,student\\nRAIL-2026,S-00005\\n' > places.csv
        luban placement import places.csv --cohort UZ-TAS-LOG-2026A --dry-run
        luban placement import places.csv --cohort UZ-TAS-LOG-2026A
      """)

  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportPlaceOptions
  @OptionGroup var result: ResultOptions
}

struct PlacementLogImport: ImportingCommand {
  static let form = ImportForm.placementHours
  static let configuration = CommandConfiguration(
    commandName: "log-import", abstract: "Logs hours worked on placements from a file.",
    discussion: """
      A line a student and day. The placement is that of the student on that day. Known hours are corrected \
      only with --update; luban import template placement_hours lists the columns.

      Examples:
        printf 'student,day,hours\\nS-00005,2026-10-05,8\\n' > hours.csv
        luban placement log-import hours.csv --workshop UZ-TAS
      """)

  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportLineOptions
  @OptionGroup var result: ResultOptions
}

struct PlacementEvaluateImport: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate-import",
    abstract: "Enters from a file how enterprise or school judged placements.",
    discussion: """
      A line a student and side. The placement is the only one of the student, unless the line names an \
      offer. What a side said before is replaced only with --update; luban import template \
      placement_evaluations lists the columns.

      Examples:
        printf 'student,mark,comment\\nS-00005,отлично,reliable\\n' > marks.csv
        luban placement evaluate-import marks.csv --side enterprise \\
          --scale cis5 --on 2026-11-20 --workshop UZ-TAS
      """)

  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportLineOptions
  @Option(help: ArgumentHelp("Who evaluates where a line does not say it.", valueName: "enterprise|school"))
  var side: EvaluationSide?
  @Option(help: ArgumentHelp("Scale of the marks of the lines that name none.", valueName: "code"))
  var scale: String?
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var request = lines.request(file.request(.placementEvaluations))
    request.evaluationSide = side
    request.markScale = scale
    try await file.run(request, office, result)
  }
}

struct PlacementOfferImport: ImportingCommand {
  static let form = ImportForm.placementOffers
  static let configuration = CommandConfiguration(
    commandName: "offer-import", abstract: "Adds places that enterprises offer from a file.",
    discussion: """
      A line an offer; luban import template placement_offers lists the columns. An offer that is there \
      stays as it is, but for --update: then the places taken and their days must fit it as before. An \
      empty cell says nothing.

      Example:
        printf 'offer,partner,title,places,from,to,hours\\n%s\\n' \\
          DEPOT-2027,UZ-RAIL,Depot,3,2027-05-03,2027-06-30,160 > offers.csv
        luban placement offer-import offers.csv --workshop UZ-TAS
      """)

  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportWorkshopOptions
  @OptionGroup var result: ResultOptions
}
