import Messages
import ArgumentParser
import Glibc
import Luban
import Tabular

extension TextEncoding: ExpressibleByArgument {
  /// Reads it as people type it.
  public init?(argument: String) { self.init(named: argument) }
}

/// What all imports of files share.
struct ImportOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "CSV file, gzip or not, or workbook (xlsx, ods); - for standard input.", valueName: "file"),
    completion: .file())
  var file: String
  @Option(
    help: ArgumentHelp(
      "Encoding of a file that is neither UTF-8 nor UTF-16.", valueName: "name"))
  var encoding: TextEncoding?
  @Option(
    help: ArgumentHelp(
      "Delimiter; told from the header unless given.", valueName: "name"))
  var delimiter: Delimiter?
  @Option(
    help: ArgumentHelp(
      "Sheet of a workbook; the only visible one that fits unless given.", valueName: "name"))
  var sheet: String?
  @Option(
    help: ArgumentHelp(
      "Line or row of the header, where titles stand above it and it is not found by itself.", valueName: "n")
  )
  var headerLine: Int?
  @Option(
    help: ArgumentHelp(
      "A header of the file and the column it stands for; may be repeated.", valueName: "header=column"))
  var map: [String] = []
  @Option(
    help: ArgumentHelp(
      "What a value means that is not understood, as nationality:Узб=UZ; may be repeated.",
      valueName: "column:value=meaning"))
  var mapValue: [String] = []
  @Option(
    help: ArgumentHelp(
      "File of such: CSV with the columns column, value and means, for a school to keep.", valueName: "file"),
    completion: .file())
  var mapValues: String?
  @Option(
    help: ArgumentHelp(
      "The order of dates with slashes or hyphens and the year last; all other forms are read as they are.",
      valueName: "dd/mm/yyyy|mm/dd/yyyy"))
  var dates: DateOrder?
  @Flag(help: "Change what is known already where the file differs.")
  var update = false
  @Flag(help: "Take the lines that are right though others are not.")
  var skipInvalid = false
  @Flag(help: "Do everything and undo it: the counts are the real ones.")
  var dryRun = false
  @Option(
    help: ArgumentHelp("Write one line of result for every line of the file.", valueName: "file"),
    completion: .file())
  var result: String?
  @Option(
    help: ArgumentHelp(
      "Write the refused lines with the reasons; correct it and send it again.", valueName: "file"),
    completion: .file())
  var errors: String?

  func validate() throws {
    try checkPlaces()
    if let headerLine, headerLine < 1 {
      throw ValidationError(saying: "--header-line counts from 1.")
    }
    for path in [result, errors] {
      try OutputFormat.check(path, format: nil)
      if let path, let named = OutputFormat(ofFile: path), named != .csv, named != .xlsx {
        throw ValidationError(saying: "\(path): this file is CSV or a workbook (xlsx).")
      }
    }
  }

  /// Refuses to write over what is read, or over what is written.
  private func checkPlaces() throws {
    let options = [("--result", result), ("--errors", errors)].map { (Message(verbatim: $0), $1) }
    let named: [(Message, String?)] = [("The file" as Message, file)] + options
    let places = named.compactMap { name, path in
      path.flatMap { FilePlace($0) }.map { (name, path ?? "", $0) }
    }
    for (index, one) in places.enumerated() {
      if let other = places[..<index].first(where: { $0.2 == one.2 }) {
        throw ValidationError(saying: "\(other.0) and \(one.0) are the same file, \(one.1): name another.")
      }
    }
  }

  func request(_ noun: ImportForm) -> ImportRequest {
    var request = ImportRequest(path: file, noun: noun)
    request.encoding = encoding
    request.delimiter = delimiter
    request.sheet = sheet
    request.headerLine = headerLine
    request.map = map
    request.mapValues = mapValue
    request.mapValuesFile = mapValues
    request.dates = dates
    request.updates = update
    request.skipsInvalid = skipInvalid
    request.isDryRun = dryRun
    request.resultFile = result
    request.errorsFile = errors
    request.words = .commands
    return request
  }

  /// Runs the import, says what came of it, and ends with the exit code of the outcome.
  func run(_ request: ImportRequest, _ office: Office, _ report: ResultOptions) async throws {
    let progress = ImportProgressLine(isQuiet: report.isQuiet)
    var request = request
    if report.format == .json { request.words = request.words?.inEnglish }
    let outcome: ImportOutcome
    do {
      outcome = try await office.imports.run(request) { progress.show($0) }
    } catch {
      progress.clear()
      throw error
    }
    progress.clear()
    for note in outcome.notes { Talk.say(note.told, isQuiet: report.isQuiet) }
    func tell() throws {
      switch report.format {
      case .json: try JSON.print(outcome)
      case .text: if !report.isQuiet || outcome.refused > 0 { try ImportScreen(outcome, request).print() }
      }
    }
    if outcome.isKept { try Answer.give(tell) } else { try tell() }
    if outcome.refused > 0 {
      let wouldBeKept = request.isDryRun && skipInvalid && outcome.taken > 0
      throw (outcome.isKept || wouldBeKept ? Exit.partly : Exit.invalidData).code
    }
  }
}
