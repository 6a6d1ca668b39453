import ArgumentParser
import Luban
import Messages

struct ReportAgain: OfficeCommand {
  static let configuration = CommandConfiguration(
    commandName: "again", abstract: "Makes the report of a file anew, and compares.",
    discussion: """
      A file that a report has written tells what it is: in a workbook on its second sheet, in a page \
      and with --header at its beginning, else in FILE.manifest.json beside it. By that the report is \
      made anew, as of its day and as it was known at its time. Where the two differ, it is told in which \
      rows and columns, and the command ends with 6. With --known-at it tells what was corrected by then. \
      The file itself stays as it is.

      Examples:
        luban report overview --as-of 2026-06-30 --output overview.csv
        luban report again overview.csv
        luban report again overview.csv --known-at now
      """)

  @Argument(help: "The file.", completion: .file())
  var file: String
  @OptionGroup var known: KnownOptions
  @OptionGroup var connection: ConnectionOptions

  func run(_ office: Office) async throws {
    let differences = try await ReportFile(file).differences(
      by: office, on: connection, knownAt: known.knownAt)
    try Talk.print(file, differences)
    if !differences.isEmpty { throw Exit.invalidData.code }
  }
}

extension Talk {
  /// Prints in what a file differs from what it was; that it is the same where there is nothing.
  static func print(_ file: String, _ differences: [Message]) throws {
    if differences.isEmpty { try Talk.print("\(file): the same.") }
    for difference in differences { try Talk.print("\(file): \(difference)") }
  }
}
