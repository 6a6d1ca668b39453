import ArgumentParser
import Luban

struct EnrollmentImport: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Changes enrollments from a file: who completed, withdrew, was suspended, returned.",
    discussion: """
      All lines are checked before any is written, and all are written or none, but for --skip-invalid. \
      Whoever lacks a part of the rule of the program is not completed, and the line says what is missing. \
      luban enroll import takes new enrollments. Returned is a state, too: whoever was suspended is enrolled \
      again, whoever had left comes back into the cohort of the line, or that of the column to_cohort.

      Example:
        luban import template changes > changes.csv
        luban enrollment import changes.csv --dry-run
      """)

  @OptionGroup var file: ImportOptions
  @OptionGroup var lines: ImportLineOptions
  @Option(help: ArgumentHelp("State of the lines that name none, or returned.", valueName: "state"))
  var to: ImportedChange?
  @OptionGroup var result: ResultOptions

  func run(_ office: Office) async throws {
    var request = lines.request(file.request(.changes))
    request.params["state"] = to?.word
    try await file.run(request, office, result)
  }
}

/// What a file of changes can lead to: a state, or back to the one that was left.
enum ImportedChange: ExpressibleByArgument {
  case state(EnrollmentState), returned

  init?(argument: String) {
    let codes = EnrollmentState.allCases.map(\.rawValue) + ["returned"]
    guard let code = KindWords.code(argument, among: codes, as: ["change"]) else { return nil }
    self = EnrollmentState(rawValue: code).map(ImportedChange.state) ?? .returned
  }

  /// As a line of the file would have it.
  var word: String {
    switch self {
    case .state(let state): state.rawValue
    case .returned: "returned"
    }
  }
}
