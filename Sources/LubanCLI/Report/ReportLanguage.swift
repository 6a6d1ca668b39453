import ArgumentParser
import Luban

struct ReportLanguage: FigureCommand {
  static let configuration = CommandConfiguration(
    commandName: "language", abstract: "The language report: how many have reached which level.",
    discussion: """
      It counts persons, each once in a row, however many enrollments they have: those who are in training, \
      on leave or have completed on the day. A level is reached by whoever has shown it or a higher one of \
      its framework, by a test, a module or at entry, even if the certificate has expired since; the column \
      valid counts those whose proof is still valid. Placement tests are none of the tests.

      Examples:
        luban report language --by workshop --framework hsk2010 --as-of 2026-06-30
        luban report language --by program --by intake-year --output hsk.xlsx
      """)

  @Option(help: ArgumentHelp("What a row is of; may be repeated.", valueName: "cut"))
  var by: [ReportCut] = [.workshop]
  @Option(help: ArgumentHelp("Only levels of this framework, as in hsk2010.", valueName: "code"))
  var framework: String?
  @OptionGroup var scope: ReportOptions
  @OptionGroup var figures: ReportFigureOptions
  @OptionGroup var file: ReportFileOptions
  @OptionGroup var listing: ListingOptions

  var report: FigureReport { .language(by: by, framework: framework) }
  var about: ReportScope { scope.scope }
}
