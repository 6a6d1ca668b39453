import ArgumentParser
import Tabular

extension Delimiter: ListedArgument {
  /// Reads it as people type it.
  public init?(argument: String) { self.init(named: argument) }

  /// The names, for help and completion.
  public static var allValueStrings: [String] { allCases.map(\.name) }

  /// Its name, as people type it.
  var name: String {
    switch self {
    case .comma: "comma"
    case .semicolon: "semicolon"
    case .tab: "tab"
    case .pipe: "pipe"
    }
  }
}

/// How CSV is written for the spreadsheet program of an office.
struct SpreadsheetOptions: ParsableArguments {
  @Flag(
    inversion: .prefixedNo,
    help: "CSV that Excel opens right: with a byte order mark, and no text run as a formula.")
  var excel: Bool?
  @Option(
    help: ArgumentHelp("Delimiter of CSV, as Excel of the country has it.", valueName: "name"))
  var delimiter: Delimiter?

  /// The delimiter: for Excel that of the reader's language, which in Russian is the semicolon.
  var separator: Delimiter? {
    delimiter ?? (excel == true && Speech.catalog.language == .russian ? .semicolon : nil)
  }

  /// Those of a sheet that is there to be filled in: for Excel, unless told otherwise.
  func forSheet(to output: String?) throws -> SpreadsheetOptions {
    let format = output.flatMap(OutputFormat.init(ofFile:)) ?? .csv
    try check(format)
    var options = self
    options.excel = format == .csv ? excel ?? true : nil
    return options
  }

  /// Refuses what other forms than CSV do not have.
  func check(_ format: OutputFormat) throws {
    guard format != .csv else { return }
    if excel == true { throw ValidationError(saying: "--excel goes with CSV.") }
    if delimiter != nil { throw ValidationError(saying: "--delimiter goes with CSV.") }
  }
}
