import ArgumentParser
import Luban

extension DemoRecords: WordedArgument {}

struct SeedRecords: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "records",
    abstract: "Writes a file of what a cohort might have done, to try an import with.",
    discussion: """
      For the students who were enrolled, and the classes, events, offers and completions that are there, in \
      the columns of the import of that kind. Most do well, some fail once, a few are often absent. The same \
      office and seed give the same file on any day. The cohort of the examples is one of luban seed demo.

      Examples:
        luban seed records --cohort PT-SET-EAT-2022A --kind outcomes \\
          --to 2026-08-31 --output answers.csv
        luban outcome import answers.csv --dry-run
      """)

  @Option(help: "Code of the cohort.")
  var cohort: CohortCode
  @Option(help: ArgumentHelp("What the file tells.", valueName: "kind"))
  var kind: DemoRecords
  @Option(help: "What it is drawn from.")
  var seed = 1
  @Option(help: ArgumentHelp("Only what is of this day or later.", valueName: "day"))
  var from: Day?
  @Option(help: ArgumentHelp("Only what is of this day or earlier.", valueName: "day"))
  var to: Day?
  @OptionGroup var connection: ConnectionOptions
  @Option(
    name: [.short, .long], help: ArgumentHelp("Write to a file instead of stdout.", valueName: "file"),
    completion: .file())
  var output: String?
  @OptionGroup var spreadsheet: SpreadsheetOptions

  func validate() throws {
    try OutputFormat.check(output, format: nil)
    try spreadsheet.check(output.flatMap(OutputFormat.init(ofFile:)) ?? .csv)
  }

  func run(_ office: Office) async throws {
    try await ListingOptions.sheet(to: output, spreadsheet).write(
      office.schema.records(kind, of: cohort, seed: seed, from: from, to: to), of: office)
  }
}
