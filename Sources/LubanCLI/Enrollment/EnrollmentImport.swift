import ArgumentParser
import Luban

struct EnrollmentImport: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Changes enrollments from a file: who completed, withdrew, was suspended.",
    discussion: """
      All lines are checked before any is written, and all are written or none, but for --skip-invalid. \
      Whoever lacks a part of the rule of the program is not completed, and the line says what is missing. \
      luban enroll import takes new enrollments.

      Example:
        luban import template changes > changes.csv
        luban enrollment import changes.csv --dry-run
      """)

  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportLineOptions
  @Option(help: ArgumentHelp("State of the lines that name none.", valueName: "state"))
  var to: EnrollmentState?
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var request = lines.request(file.request(.changes))
    request.params["state"] = to?.rawValue
    try await file.run(request, office, result)
  }
}
