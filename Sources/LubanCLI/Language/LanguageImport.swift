import ArgumentParser
import Luban

struct LanguageImport: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes in the results of a language test, as a test center lists them.",
    discussion: """
      A line names the student by number, by document, or by a name exactly as it is known, in any script: \
      a name that fits two people, or nobody, is refused. What the lines do not say is said for all by \
      --level (or --framework), --on, --center and --purpose. Columns: luban import template language.

      Example:
        printf 'name,level,date,total\\n%s\\n' \\
          'QODIROV JASUR,HSK 2,2026-11-15,151' > tests.csv
        luban language import tests.csv --framework hsk2010 \\
          --workshop UZ-TAS
      """)

  @OptionGroup var file: ImportOptions
  @OptionGroup var workshop: WorkshopOptions
  @Option(help: "Cohort of the students; it tells namesakes apart.")
  var cohort: CohortCode?
  @Option(help: ArgumentHelp("Level of the lines that name none.", valueName: "framework:level"))
  var level: LanguageLevel?
  @Option(help: "Framework of levels that are named without one.")
  var framework: String?
  @Option(help: ArgumentHelp("Day of the test where a line names none.", valueName: "day"))
  var on: Day?
  @Option(help: "Test center where a line names none.")
  var center: String?
  @Option(help: "Purpose where a line names none; external unless given.")
  var purpose: LanguageCertificatePurpose?
  @Option(help: "Why records that are there change, with --update.")
  var reason: String?
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var request = file.request(.language)
    request.workshop = cohort == nil ? workshop.named : workshop.workshop
    request.cohort = cohort
    request.override = reason
    var defaults = LanguageImportDefaults()
    defaults.level = level
    defaults.framework = framework
    defaults.takenOn = on
    defaults.center = center
    defaults.purpose = purpose
    request.params = try await office.languageCertificates.params(defaults)
    try await file.run(request, office, result)
  }
}
