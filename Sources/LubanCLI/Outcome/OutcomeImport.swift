import ArgumentParser
import Luban

struct OutcomeImport: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes in answers of a survey from a file.",
    discussion: """
      A line names the graduate by number, document or name; what the lines do not say is said for all by \
      --cohort, --months and --on. An answer that is there is replaced with --update only.

      Example:
        printf 'student,status,in_field\\nS-00009,employed,no\\n' > answers.csv
        luban outcome import answers.csv --cohort UZ-TAS-LOG-2022A \\
          --months 12 --on 2026-08-20
      """)

  @OptionGroup var file: ImportOptions
  @OptionGroup var place: ImportPlaceOptions
  @Option(help: ArgumentHelp("Months after completion of the lines that name none.", valueName: "6|12|36"))
  var months: Int?
  @Option(help: ArgumentHelp("Day of the answer where a line names none.", valueName: "day"))
  var on: Day?
  @Option(help: "Why answers that are there change, with --update.")
  var reason: String?
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var request = place.request(file.request(.outcomes))
    request.override = reason
    request.params = ["months": months.map(String.init), "on": on?.iso].compactMapValues { $0 }
    try await file.run(request, office, result)
  }
}
